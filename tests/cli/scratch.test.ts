import { readFileSync, writeFileSync } from 'node:fs';
import { run } from '../../src/cli/main.ts';
it('x', () => {
  const t = readFileSync('protocols/kiim.yaml', 'utf8');
  writeFileSync('/tmp/k2.yaml', t.replace('version: 2', 'version: 3').replace('window: [10, 14]', 'window: [9, 14]').replace('- id: uitvoeren', '- id: ideeen').replace('{ id: wil-niet, type: text, label: Wat juist niet? }', '{ id: wens, type: text, label: Wens? }').replace('also: [mentor, leerlingencoordinator, antipestcoordinator]', 'also: [mentor]').replace('label: Verbeterd', 'label: Beter').replace('then: round, needs: [uitleg] }', 'needs: [uitleg] }').replace('value: 6', 'value: 7').replace('after: 5', 'after: 6').replace('- id: oppakken', '- id: oppakken'));
  let s = '';
  run(['diff', 'protocols/kiim.yaml', '/tmp/k2.yaml'], { out: (x) => void (s += x + '\n'), err: (x) => void (s += 'ERR ' + x + '\n') });
  run(['diff', 'protocols/kiim.yaml', 'protocols/zevensprong.yaml'], { out: (x) => void (s += x + '\n'), err: (x) => void (s += 'ERR ' + x + '\n') });
  run(['check', '/tmp/k2.yaml', 'protocols/handelingsplan.yaml', 'protocols/zevensprong.yaml'], { out: (x) => void (s += x + '\n'), err: (x) => void (s += 'ERR ' + x + '\n') });
  writeFileSync('/tmp/out-diff.txt', s);
});
