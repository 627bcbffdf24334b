/** One service at a time on a folder of data: Azurite keeps all in memory and the last to save would undo the other's writes. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another service works on this folder; the message says how to go on. */
export class DataInUse extends Error {}

/**
 * Takes a folder for this process; a lock whose process is gone is taken over.
 * @returns gives it back
 * @throws DataInUse
 */
export async function lockData(dir: string): Promise<() => Promise<void>> {
  const file = join(dir, 'in-use');
  const take = () => writeFile(file, String(process.pid), { flag: 'wx' });
  try {
    await take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner !== process.pid && isRunning(owner)) {
      throw new DataInUse(
        `De gegevens in ${dir} zijn al in gebruik door een andere Meldpunt. Stop die eerst, of kies een andere map: DATA_DIR=data2 npm start`,
      );
    }
    await rm(file, { force: true });
    await take();
  }
  return () => rm(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
