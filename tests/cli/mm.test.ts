import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { diagramOf } from '../../src/cli/diagram/flowchart.ts';
import { readProtocol } from '../../src/storage/protocolFiles.ts';
import { newPage } from '../support/browser.ts';
import { changed, fileWith } from '../support/smallProtocol.ts';
it('parses', async () => {
  const { page } = await newPage({ width: 4000, height: 2000 });
  await page.setContent('<div id=x></div>');
  await page.addScriptTag({ content: readFileSync('/tmp/mm/mermaid.min.js', 'utf8') });
  const nasty = changed(['title: Groep\n', `title: 'end "x" (a) <b> #35; & [z] {q} | \\ ; %% \`m\` 1. graph -->'\n`], ['title: Besluit\n', "title: '1. Eerst'\n"], ['label: Nog een ronde', `label: 'end "r" #1; (ja) <nee>'`]);
  const texts: [string, string][] = readdirSync('protocols').filter((f) => f.endsWith('.yaml')).map((f) => [f, diagramOf(readProtocol('protocols/' + f).protocol)]);
  texts.push(['nasty', diagramOf(readProtocol(fileWith(nasty)).protocol)]);
  for (const [f, t] of texts) {
    const r = await page.evaluate(async (text) => { const m = (window as any).mermaid; m.initialize({ startOnLoad: false, maxTextSize: 500000, maxEdges: 1000 }); try { await m.parse(text); const { svg } = await m.render('g' + Math.random().toString(36).slice(2), text); document.body.innerHTML = svg; return 'ok ' + document.body.innerText.slice(0, 400); } catch (e) { return String(e); } }, t);
    process.stderr.write(f + ': ' + r.slice(0, 900) + '\n');
    await page.screenshot({ path: `/tmp/mm-${f}.png` });
  }
}, 60000);
