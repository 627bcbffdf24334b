/** Asks the server, as the person that Teams says you are. */
import { ApiError, FORM_HEADER } from '../api/contract/common.ts';
import { freshToken } from './teams.ts';

/** Why there is no answer; the message is for the user. */
export class ApiProblem extends Error {
  constructor(
    message: string,
    readonly status?: number,
    /** The input of the form that it is about. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Whatever was thrown, as what the user is told. */
export const problemOf = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem(WENT_WRONG);

/** `changed` is false when the server holds what was seen before. */
export type Answer<T> = { changed: true; value: T; etag: string | undefined } | { changed: false };

interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** @throws ApiProblem, or an AbortError when `signal` stops it */
export async function get<T>(path: string, shape: Shape<T>, signal: AbortSignal): Promise<T> {
  const answer = await poll(path, shape, signal);
  if (answer.changed) return answer.value;
  throw new ApiProblem(WENT_WRONG);
}

/** The same, or that nothing changed since the answer with this ETag. */
export async function poll<T>(
  path: string,
  shape: Shape<T>,
  signal: AbortSignal,
  etag?: string,
): Promise<Answer<T>> {
  const response = await ask(path, { signal, headers: etag ? { 'if-none-match': etag } : {} });
  if (response.status === 304) return { changed: false };
  return {
    changed: true,
    value: await read(response, shape),
    etag: response.headers.get('etag') ?? undefined,
  };
}

/** How a form is sent: its key, and the ETag of what it was made from where a newer one must not be overwritten. */
export interface FormKey {
  key: string;
  etag?: string;
}

/** Sends a form. @throws ApiProblem; what was typed stays on the form */
export async function post<T>(path: string, body: object, shape: Shape<T>, form: FormKey): Promise<T> {
  const headers: Record<string, string> = { 'content-type': 'application/json', [FORM_HEADER]: form.key };
  if (form.etag) headers['if-match'] = form.etag;
  return read(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }), shape);
}

/** Saves a file that the server makes. @throws ApiProblem */
export async function download(path: string, name: string): Promise<void> {
  const response = await ask(path, {});
  if (!response.ok) throw await refusal(response);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function ask(
  path: string,
  init: RequestInit & { headers?: Record<string, string> },
): Promise<Response> {
  const headers = { ...init.headers, authorization: `Bearer ${await token()}` };
  return fetch(path, { ...init, headers, cache: 'no-store' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new ApiProblem('Geen verbinding met Meldpunt. Kijk of je internet hebt en probeer het opnieuw.');
  });
}

async function read<T>(response: Response, shape: Shape<T>): Promise<T> {
  if (!response.ok) throw await refusal(response);
  const parsed = shape.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new ApiProblem('Er is een nieuwe versie van dit scherm. Sluit het tabblad en open het opnieuw.');
}

async function refusal(response: Response): Promise<ApiProblem> {
  const said = ApiError.safeParse(await response.json().catch(() => undefined));
  return new ApiProblem(said.data?.message ?? WENT_WRONG, response.status, said.data?.field);
}

async function token(): Promise<string> {
  try {
    return await freshToken();
  } catch {
    throw new ApiProblem('Teams kon je niet aanmelden. Sluit dit scherm en open het opnieuw.', 401);
  }
}

const WENT_WRONG = 'Er ging iets mis. Probeer het over een minuut opnieuw.';
