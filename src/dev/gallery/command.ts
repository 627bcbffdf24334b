/** `npm run cards`: opens the gallery of all cards. */
import { untilStopped } from '../../stopping.ts';
import { startGallery } from './server.ts';

const PORT = 3980;

async function main(): Promise<void> {
  const gallery = await startGallery(PORT);
  console.log(`Alle kaarten staan op ${gallery.url} (stoppen met Ctrl+C).`);
  untilStopped(() => gallery.stop());
}

main().catch((error: unknown) => {
  console.error((error as { code?: string }).code === 'EADDRINUSE' ? `Poort ${PORT} is bezet.` : error);
  process.exit(1);
});
