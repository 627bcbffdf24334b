/** Builds the tab: one entry for the list and the configuration page, a chunk for each page. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/tab',
  base: '/tab/',
  publicDir: false,
  plugins: [react({})],
  build: {
    outDir: '../../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // The page is served with `img-src 'self'`; an inlined file would need `data:`.
    assetsInlineLimit: 0,
    // The charts come with the page that draws them; what comes first is measured by a test.
    chunkSizeWarningLimit: 1_000,
  },
});
