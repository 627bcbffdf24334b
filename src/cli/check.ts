/** The command `check`: what is wrong in protocol files, line by line, with how to mend it. */
import { statSync } from 'node:fs';
import type { FileFault } from '../storage/protocolFiles.ts';
import {
  faultLine,
  ProtocolFileError,
  protocolFilesIn,
  readProtocol,
  readRef,
} from '../storage/protocolFiles.ts';
import type { Output } from './output.ts';

/**
 * Prints a line for each fault, and one for each file that is right.
 * @returns the exit code: 0 when every file is right, else 1
 */
export function runCheck(files: string[], { against }: { against?: string }, { out, err }: Output): number {
  let faults = 0;
  for (const file of files) {
    const found = [...faultsOf(file), ...(against === undefined ? [] : changesOf(file, against))];
    faults += found.length;
    for (const fault of found) err(faultLine(fault));
    if (found.length === 0) out(summary(file));
  }
  return faults === 0 ? 0 : 1;
}

const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

function summary(file: string): string {
  const { steps, year, norms } = readProtocol(file).protocol;
  const all = steps.length + (year?.steps.length ?? 0);
  return `${file}: in orde (${counted(all, 'stap', 'stappen')}, ${counted(Object.keys(norms).length, 'norm', 'normen')})`;
}

function faultsOf(file: string): FileFault[] {
  return orFaults(() => {
    readProtocol(file);
    return [];
  });
}

function orFaults(look: () => FileFault[]): FileFault[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof ProtocolFileError) return error.faults;
    throw error;
  }
}

/** A released version keeps its text: cases run on it. */
function changesOf(file: string, against: string): FileFault[] {
  return orFaults(() => {
    const now = orNothing(() => readRef(file));
    if (!now) return [];
    return earlierFiles(against).flatMap((earlier) => {
      const then = orNothing(() => readRef(earlier));
      if (!then || then.id !== now.id) return [];
      const at = { file, line: now.line };
      const mend = `Maak er versie ${Math.max(now.version, then.version) + 1} van.`;
      if (now.version < then.version)
        return {
          ...at,
          what: `Versie ${now.version} is ouder dan versie ${then.version} in ${earlier}.`,
          mend,
        };
      if (now.version > then.version || now.hash === then.hash) return [];
      return {
        ...at,
        what: `De tekst van versie ${now.version} is veranderd: in ${earlier} staat een andere.`,
        mend,
      };
    });
  });
}

/** A file that is not a protocol, or not YAML, is reported by itself. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProtocolFileError) return undefined;
    throw error;
  }
}

function earlierFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return protocolFilesIn(path);
  if (found) return [path];
  const mend = 'Geef bij --against een bestand of een map.';
  throw new ProtocolFileError([{ file: path, what: 'Dit bestaat niet.', mend }]);
}
