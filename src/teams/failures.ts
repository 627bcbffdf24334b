/** What a failed send means, from the status that Teams gives. */
import { SendFailure } from '../app/ports/messenger.ts';

interface HttpError {
  statusCode?: number;
  response?: { headers?: { get?: (name: string) => string | null | undefined } };
}

/**
 * Runs a send and words its failure: any 403 means blocked or uninstalled; 412, 429, 5xx and time-outs are tried again,
 * not before Retry-After. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 * @throws SendFailure
 */
export async function failureOf<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof SendFailure) throw error;
    const { statusCode, response } = error as HttpError;
    if (statusCode === 403 || statusCode === 404)
      throw new SendFailure('blocked', `Teams weigert het bericht (${statusCode}).`);
    const seconds = Number(response?.headers?.get?.('retry-after'));
    throw new SendFailure(
      'busy',
      `Teams antwoordt niet (${statusCode ?? 'geen verbinding'}).`,
      seconds > 0 ? seconds * 1000 : undefined,
    );
  }
}
