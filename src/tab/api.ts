/** Asks the server, as the person that Teams says you are. */
import { ApiError, CaseList, CaseView, Me, routes } from '../api/contract.ts';
import { freshToken } from './teams.ts';

/** Why there is no answer; the message is for the user. */
export class ApiProblem extends Error {
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** `changed` is false when the server holds what was seen before. */
export type Answer<T> = { changed: true; value: T; etag: string | undefined } | { changed: false };

interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** @throws ApiProblem, or an AbortError when `signal` stops it */
export const getMe = async (signal: AbortSignal): Promise<Me> => valueOf(await get(routes.me, Me, signal));

/** @throws ApiProblem, or an AbortError when `signal` stops it */
export const getCases = (signal: AbortSignal, etag?: string): Promise<Answer<CaseList>> =>
  get(routes.cases, CaseList, signal, etag);

/** @throws ApiProblem (404 also when you may not see it), or an AbortError when `signal` stops it */
export const getCase = async (id: string, signal: AbortSignal): Promise<CaseView> =>
  valueOf(await get(routes.case(id), CaseView, signal));

async function get<T>(path: string, shape: Shape<T>, signal: AbortSignal, etag?: string): Promise<Answer<T>> {
  const headers = new Headers({ authorization: `Bearer ${await token()}` });
  if (etag) headers.set('if-none-match', etag);
  const response = await fetch(path, { headers, signal, cache: 'no-store' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ApiProblem('Geen verbinding met Meldpunt. Kijk of je internet hebt en probeer het opnieuw.');
  });
  if (response.status === 304) return { changed: false };
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const refusal = ApiError.safeParse(body);
    const message = refusal.success ? refusal.data.message : undefined;
    throw new ApiProblem(
      message ?? 'Er ging iets mis. Probeer het over een minuut opnieuw.',
      response.status,
    );
  }
  const parsed = shape.safeParse(body);
  if (!parsed.success)
    throw new ApiProblem('Er is een nieuwe versie van dit scherm. Sluit het tabblad en open het opnieuw.');
  return { changed: true, value: parsed.data, etag: response.headers.get('etag') ?? undefined };
}

async function token(): Promise<string> {
  try {
    return await freshToken();
  } catch {
    throw new ApiProblem('Teams kon je niet aanmelden. Sluit dit scherm en open het opnieuw.', 401);
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (answer.changed) return answer.value;
  throw new ApiProblem('Er ging iets mis. Probeer het over een minuut opnieuw.');
}
