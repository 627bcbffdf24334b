/** Checks the Teams SSO token of the tab. */
import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, jwtVerify } from 'jose';

export interface TokenRules {
  /** The keys that tokens are signed with. */
  keys: JWTVerifyGetKey;
  /** The app's client id and its application id URI: either can be the audience. */
  audience: string[];
  /** The issuer for a tenant. */
  issuer: (tenantId: string) => string;
  /** Tenants that this service works for. */
  tenants: string[];
}

/** The person behind a request: Entra object id and tenant, both from a verified token. */
export interface Identity {
  tenantId: string;
  personId: string;
}

/** Microsoft's keys and issuer. https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens */
export function entraRules(clientId: string, domain: string, tenantId: string): TokenRules {
  return {
    keys: createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`)),
    audience: [clientId, `api://${domain}/${clientId}`],
    issuer: (tenant) => `https://login.microsoftonline.com/${tenant}/v2.0`,
    tenants: [tenantId],
  };
}

/** Undefined for any token that is missing, forged, expired, or meant for another app, tenant or scope. */
export async function identify(
  authorization: string | undefined,
  rules: TokenRules,
): Promise<Identity | undefined> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      algorithms: ['RS256'],
      audience: rules.audience,
      issuer: rules.tenants.map(rules.issuer),
      requiredClaims: ['exp', 'oid', 'tid', 'scp'],
    });
    const { oid, tid, scp } = payload as { oid: unknown; tid: unknown; scp: unknown };
    if (typeof oid !== 'string' || typeof tid !== 'string' || typeof scp !== 'string') return undefined;
    if (!rules.tenants.includes(tid) || payload.iss !== rules.issuer(tid)) return undefined;
    return scp.split(' ').includes('access_as_user') ? { tenantId: tid, personId: oid } : undefined;
  } catch {
    return undefined;
  }
}
