/** The log. It holds ids and error codes; never what people typed, and never a name. */
import pino from 'pino';

interface Coded {
  code?: unknown;
  statusCode?: unknown;
}

/** An error without its message: SDK messages can quote a request's body, and that is about children. */
function bare(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as Coded;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return { type: error.name, code, statusCode, stack: frames?.join('\n') };
}

/** @param destination where lines go; standard output when left out */
export const makeLog = (level: string, destination?: { write(line: string): void }) =>
  pino(
    { level, serializers: { error: bare, err: bare }, base: undefined },
    destination ?? pino.destination(1),
  );
export type Log = ReturnType<typeof makeLog>;
