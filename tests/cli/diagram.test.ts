import { readdirSync } from 'node:fs';
import { protocolCommand } from '../support/output.ts';
import { changed, fileWith, small } from '../support/smallProtocol.ts';

const diagram = (text: string): string[] =>
  protocolCommand('diagram', fileWith(text)).out.trimEnd().split('\n');

it('a step is a node with who and by when; an ending leads to what it opens', () => {
  const lines = diagram(small);
  expect(lines[0]).toBe('flowchart TD');
  for (const line of [
    'stap_gesprek["Gesprek<br/>wie aan zet is<br/>binnen 2 schooldagen na de melding<br/>afspraak van onze school"]',
    'melding --> stap_gesprek',
    'stap_gesprek --> stap_groep',
    'ronde --> stap_groep',
    'stap_besluit -->|"Klaar"| dicht',
    'stap_besluit -->|"Nog een ronde"| ronde',
    'dicht --> stap_nazorg',
    'stap_nazorg -->|"Het is weer begonnen"| weer',
  ])
    expect(lines).toContain(line);
});

it('side tracks are dashed, what is done by hand and the school year stand apart, the school’s own norms are marked', () => {
  const lines = diagram(small);
  const from = (start: string) =>
    lines.slice(lines.indexOf(start), lines.indexOf('end', lines.indexOf(start)));
  expect(lines).toContain('voorstel_vaker -.-> stap_vaker_gemeld');
  expect(from('subgraph hand_groep ["Met de hand, wanneer het nodig is"]')).toContain(
    '  stap_extra["Extra hulp<br/>wie aan zet is"]',
  );
  expect(from('subgraph jaar_groep ["Schooljaar"]')).toContain('  dag_09_01(["1 september"])');
  expect(lines).toContain('dag_09_01 --> jaar_ouderavond');
  expect(lines).toContain('class stap_vaker_gemeld,stap_extra zijspoor');
  expect(lines).toContain('class stap_gesprek afspraak');
});

it('a step that opens by an answer follows the step that asks, with the answer on the edge', () => {
  const lines = diagram(
    changed([
      'opens: hand',
      'opens: { when: { any: [{ answer: gesprek.online, is: true }, { answer: gesprek.hulp, has: ouders }, { fact: beyond-team }] } }',
    ]),
  );
  expect(lines).toContain('stap_gesprek -.->|"Online? Ja"| stap_extra');
  expect(lines).toContain('stap_gesprek -.->|"De ouders"| stap_extra');
  expect(lines).toContain('melding -.->|"als het ook buiten het eigen team of de school speelt"| stap_extra');
});

it('signs that Mermaid would read as its own are written as codes', () => {
  const lines = diagram(
    changed(['title: Groep\n', `title: '1. "Groep" (a) <b> #35; [z] {q} | \\ %% \`m\` & end'\n`]),
  );
  expect(lines.find((line) => line.startsWith('stap_groep['))).toBe(
    'stap_groep["1#46; #34;Groep#34; (a) #60;b#62; #35;35#59; #91;z#93; #123;q#125; #124; #92; #37;#37; #96;m#96; #38; end' +
      '<br/>wie aan zet is<br/>8 tot 14 dagen na ‘Gesprek’"]',
  );
});

const text = String.raw`"(?:[^"#<>&%{}[\]|\\;` + '`' + String.raw`]|#\d+;|<br/>)*"`;
/** Every kind of line that a chart may hold; Mermaid itself read such charts when this was written. */
const grammar = [
  /^flowchart TD$/,
  new RegExp(String.raw`^ *\w+(\[${text}\]|\(\[${text}\]\)|\(\(\(${text}\)\)\)|\{\{${text}\}\}|>${text}\])$`),
  new RegExp(String.raw`^\w+ (-->|-\.->)(\|${text}\|)? \w+$`),
  new RegExp(String.raw`^subgraph \w+ \[${text}\]$`),
  /^end$/,
  /^classDef \w+ [\w:#, -]+$/,
  /^class \w+(,\w+)* \w+$/,
];

describe.each(readdirSync('protocols').filter((name) => name.endsWith('.yaml')))('of %s', (name) => {
  const { code, out } = protocolCommand('diagram', `protocols/${name}`);
  const lines = out.trimEnd().split('\n');

  it('every line is one that Mermaid reads', () => {
    expect(code).toBe(0);
    expect(lines.filter((line) => !grammar.some((kind) => kind.test(line)))).toStrictEqual([]);
  });

  it('every edge is between nodes that are there', () => {
    const nodes = new Set(lines.flatMap((line) => /^ *(\w+)[[({>]/.exec(line)?.[1] ?? []));
    const ends = lines.flatMap((line) => {
      const edge = /^(\w+) -.*(?:->|\|) (\w+)$/.exec(line);
      return edge ? [edge[1]!, edge[2]!] : [];
    });
    expect(ends.length).toBeGreaterThan(10);
    expect(ends.filter((end) => !nodes.has(end))).toStrictEqual([]);
  });
});
