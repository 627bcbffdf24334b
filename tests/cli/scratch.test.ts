import { writeFileSync } from 'node:fs';
import { run } from '../../src/cli/main.ts';
it('x', () => {
  const texts: Record<string,string> = {};
  const io = (n: string) => ({ out: (t: string) => void (texts[n] = (texts[n] ?? '') + t + '\n'), err: (t: string) => void (texts[n] = (texts[n] ?? '') + 'ERR ' + t + '\n') });
  for (const f of ['kiim', 'zevensprong']) {
    run(['describe', `protocols/${f}.yaml`], io(`${f}.txt`));
    run(['describe', `protocols/${f}.yaml`, '--json'], io(`${f}.json`));
    run(['diagram', `protocols/${f}.yaml`], io(`${f}.mmd`));
  }
  run(['check', 'protocols/kiim.yaml', 'nope.yaml'], io('misc.txt'));
  for (const a of [[], ['--help'], ['check'], ['chek'], ['check', '--foo', 'x'], ['diagram', 'a', 'b'], ['check', 'x', '--against'], ['check', '--help'], ['diagram', 'package.json'], ['diagram', 'src']]) {
    io('misc.txt').out(`--- ${a.join(' ')}`);
    io('misc.txt').out(String(run(a, io('misc.txt'))));
  }
  for (const [n, t] of Object.entries(texts)) writeFileSync(`/tmp/out-${n}`, t);
});
