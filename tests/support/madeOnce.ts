import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder unless it is there. Two test files at once are no problem: the first that is done wins, whole. */
export function madeOnce(dir: string, make: (dir: string) => void): string {
  if (existsSync(dir)) return dir;
  mkdirSync(dirname(dir), { recursive: true });
  const half = mkdtempSync(`${dir}-`);
  try {
    make(half);
    renameSync(half, dir);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
  return dir;
}
