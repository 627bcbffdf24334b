/** The tab as browsers get it. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { madeOnce } from './madeOnce.ts';

/** The folder of the built tab, built now when nobody did; another one for whoever works on the tab. */
export const builtTab = (): string =>
  process.env['TAB_DIR'] ??
  madeOnce(resolve('dist/tab'), (half) => {
    const vite = resolve('node_modules/vite/bin/vite.js');
    execFileSync(process.execPath, [vite, 'build', '--outDir', half, '--emptyOutDir', '--logLevel', 'warn'], {
      // jest says NODE_ENV=test, and that would build React's slow half.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  });
