/** Ends the process in order: what is running is finished, and nothing acknowledged is lost. */

/** Runs `stop` once on SIGINT or SIGTERM, or when what started us is gone, and exits; a process that cannot finish in 25 s exits with 1. */
export function untilStopped(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 25_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  // `npm start` runs us in a shell that dies of SIGTERM without handing it on: then our parent is another.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
