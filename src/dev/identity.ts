/** A stand-in for Entra in development: makes the tokens that the tab asks for, signed with a key of this process. */
import { exportJWK, generateKeyPair, createLocalJWKSet, SignJWT } from 'jose';
import type { TokenRules } from '../api/token.ts';

const AUDIENCE = 'meldpunt-development';
const issuer = (tenantId: string) => `urn:meldpunt:development:${tenantId}`;

export interface DevelopmentIdentity {
  rules: TokenRules;
  /** A token for a person of the demo school, good for ten minutes of real time. */
  token: (personId: string) => Promise<string>;
}

export async function developmentIdentity(tenantId: string): Promise<DevelopmentIdentity> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'development', alg: 'RS256' };
  return {
    rules: { keys: createLocalJWKSet({ keys: [key] }), audience: [AUDIENCE], issuer, tenants: [tenantId] },
    token: (personId) =>
      new SignJWT({ oid: personId, tid: tenantId, scp: 'access_as_user' })
        .setProtectedHeader({ alg: 'RS256', kid: 'development' })
        .setIssuer(issuer(tenantId))
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(privateKey),
  };
}
