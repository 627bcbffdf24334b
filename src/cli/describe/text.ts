/** A description as people read it: lines of at most 100 characters. */
import type { Protocol } from '../../domain/protocol.ts';
import { functionTitle } from '../../domain/protocol.ts';
import { listed, quoted } from '../../domain/conditionWords.ts';
import { rolesWords, thenWords, numberWords, doersWords } from '../../domain/protocolText/words.ts';
import { wrapped } from '../wrap.ts';
import type { Description } from '../../domain/protocolText/model.ts';
import type { OutcomeModel, QuestionModel, StepModel } from '../../domain/protocolText/step.ts';

const rowsOf = ({ rows }: { rows: string[] }) => (rows.length > 0 ? ` [${rows.join(' ')}]` : '');
const heading = (text: string) => ['', text, '-'.repeat(text.length)];

export function describeText(d: Description, protocol: Protocol): string {
  const fn = (id: string) => functionTitle(protocol, id);
  const item = (text: string) => wrapped(text, 2);
  return [
    `${d.title} (${d.id}, versie ${d.version})`,
    `Leerlingvolgsysteem: ${d.lvs}`,
    ...heading('Functies'),
    ...d.functions.flatMap((f) => item(`${f.id}: ${f.title}${f.next ? `, daarboven ${fn(f.next)}` : ''}`)),
    ...item(`Ziet elke zaak en hoort als eerste dat iets te laat is: ${fn(d.coordinator)}`),
    ...heading('Wie is aan zet'),
    ...d.lead.flatMap((rule) =>
      item(`${fn(rule.function)}${rule.when ? ` ${rule.when}` : ', anders'}${rowsOf(rule)}`),
    ),
    ...(d.takeover.length > 0 ? item(`Mag een zaak overnemen: ${listed(d.takeover.map(fn), 'of')}`) : []),
    ...heading('Normen (afspraken van onze school)'),
    ...d.norms.flatMap((n) => [
      ...item(
        `${n.id}: ${n.label}${n.value === undefined ? '' : `: ${numberWords(n.value, n.unit)}`}${rowsOf(n)}`,
      ),
      ...wrapped(`bij ${n.usedIn.join('; ')}`, 6),
    ]),
    ...heading('Herinneren'),
    ...item(
      `opnieuw na ${numberWords(d.reminders.again, 'schooldays')} te laat, daarna elke ${d.reminders.every} schooldagen`,
    ),
    ...d.reminders.escalate.flatMap((rung) =>
      item(`na ${numberWords(rung.after, 'schooldays')} te laat hoort de ${fn(rung.to)} het`),
    ),
    ...item(`uitstellen kan tot ${d.postpone} na de datum`),
    ...(d.details ? item(`eerst kort, de rest binnen ${d.details}`) : []),
    ...heading('Melding'),
    ...d.report.fields.flatMap((f) =>
      item(
        `${f.id} (${f.type}): ${f.label}${f.choices ? ` — ${f.choices.map(choiceWords).join(', ')}` : ''}`,
      ),
    ),
    ...heading('Voorstellen van het systeem'),
    ...d.suggestions.flatMap((s) => item(`${s.id}: ${s.says} → ${listed(s.toTitles)}${rowsOf(s)}`)),
    ...heading('Stappen'),
    ...d.steps.flatMap((step) => stepLines(step, protocol)),
    ...(d.year
      ? [
          ...heading(`Schooljaar (aan zet: ${fn(d.year.lead)})`),
          ...d.year.steps.flatMap((step) => stepLines(step, protocol)),
        ]
      : []),
    ...heading('Kennis'),
    ...d.knowledge.flatMap((t) => item(`${t.id}: ${t.title}${rowsOf(t)}`)),
  ].join('\n');
}

const choiceWords = (choice: { id: string; label: string }) =>
  choice.id === choice.label ? choice.id : `${choice.id} = ${choice.label}`;

function stepLines(step: StepModel, protocol: Protocol): string[] {
  const line = (text: string) => wrapped(text, 2);
  const own = step.norm ? ` (norm ${step.norm}: afspraak van onze school)` : '';
  const notes = [
    ...(step.each ? [`apart met: ${rolesWords(step.each)}`] : []),
    ...(step.side ? ['houdt niets op'] : []),
    ...(step.skip ? [] : ['kan niet worden overgeslagen']),
    ...(step.postpone ? [`uitstellen tot ${step.postpone}`] : []),
    ...(step.lapses ? [`vervalt ${step.lapses}`] : []),
  ];
  const ofOutcomes = (outcomes?: string[]) => (outcomes ? ` bij ${listed(outcomes.map(quoted), 'of')}` : '');
  const condition = (when?: string) => (when ? `, ${when}` : '');
  return [
    '',
    ...wrapped(`${step.id}: ${step.title}${rowsOf(step)}${own}`),
    ...line(`open: ${step.opens}${step.when ? `, alleen ${step.when}` : ''}`),
    ...line(`wie: ${doersWords(step, protocol)}`),
    ...step.due.flatMap((d) => line(`wanneer: ${d.words}${rowsOf(d)}`)),
    ...(step.repeats?.due ?? []).flatMap((d) =>
      line(`daarna: ${d.words}${step.repeats!.forever ? ', steeds opnieuw' : ''}`),
    ),
    ...(notes.length > 0 ? line(notes.join('; ')) : []),
    ...(step.parents
      ? line(
          `ouders inlichten van ${rolesWords(step.parents.of)}${ofOutcomes(step.parents.outcome)}${condition(step.parents.when)}${rowsOf(step.parents)}`,
        )
      : []),
    ...step.questions.flatMap((q) => wrapped(questionLine(q), 4)),
    ...step.outcomes.flatMap((o) => wrapped(outcomeLine(o, protocol), 4)),
    ...step.tells.flatMap((t) =>
      line(
        `inlichten${t.at === 'opened' ? ' bij openen' : ''}: ${listed(t.toTitles)}${ofOutcomes(t.outcome)}${condition(t.when)}: ${quoted(t.says)}${rowsOf(t)}`,
      ),
    ),
    ...step.registers.flatMap((r) => {
      const by =
        r.by === 'doer'
          ? 'wie de stap deed'
          : r.by === 'lead'
            ? 'wie aan zet is'
            : functionTitle(protocol, r.by);
      return line(
        `noteren: ${r.heading}, bij ${rolesWords(r.for)}, door ${by}${ofOutcomes(r.outcome)}${condition(r.when)}${rowsOf(r)}`,
      );
    }),
  ];
}

function questionLine(q: QuestionModel): string {
  const parts = [
    ...(q.required ? ['verplicht'] : []),
    ...(q.limit ? [q.limit] : []),
    ...(q.when ? [q.when] : []),
    ...(q.choices ? [q.choices.map(choiceWords).join(', ')] : []),
  ];
  return `? ${q.id} (${q.type}): ${q.label}${parts.length > 0 ? ` — ${parts.join('; ')}` : ''}`;
}

function outcomeLine(o: OutcomeModel, protocol: Protocol): string {
  const parts = [
    ...(o.then === 'next' ? [] : [thenWords[o.then]]),
    ...(o.needs.length > 0 ? [`vraagt ${o.needs.join(', ')}`] : []),
    ...(o.when ? [`alleen ${o.when}`] : []),
    ...(o.reserved
      ? [
          `alleen ${listed(
            o.reserved.to.map((id) => functionTitle(protocol, id)),
            'of',
          )}${o.reserved.when ? `, ${o.reserved.when}` : ''}`,
        ]
      : []),
  ];
  return `> ${o.id}: ${o.label}${parts.length > 0 ? ` — ${parts.join('; ')}` : ''}${rowsOf(o)}`;
}
