/** Ends the process in order: what is running is finished, and nothing acknowledged is lost. */

/** Runs `stop` once on SIGINT or SIGTERM and exits; a process that cannot finish in 20 s exits with 1. */
export function untilStopped(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
