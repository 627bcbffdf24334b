import type { Delivery } from '../../src/app/ports/messenger.ts';
import type { CaseState, StepState } from '../../src/domain/case.ts';
import { fold } from '../../src/domain/evolve.ts';
import { limits } from '../../src/domain/limits.ts';
import type { Message, Say } from '../../src/domain/messages.ts';
import type { Protocol } from '../../src/domain/protocol.ts';
import { Step } from '../../src/domain/protocol.ts';
import { channelCard } from '../../src/teams/channelMessages.ts';
import { developmentLinks } from '../../src/teams/links.ts';
import { personalCard } from '../../src/teams/messages.ts';
import { faultsOf } from '../cards/checks.ts';
import { textIn } from '../support/connector.ts';
import { at, history, openCase, person, protocol as kiim, report, school } from '../support/world.ts';

const now = at('2026-10-07T07:45');
const links = developmentLinks('https://school.test');
const typed = 'Fenna zei dat Bram haar uitlacht.';

const proef = Step.parse({
  id: 'proef',
  title: 'Proef',
  why: 'Om te proeven.',
  opens: 'hand',
  outcomes: [{ id: 'gedaan', label: 'Gedaan' }],
  tells: [{ to: ['reporter', 'mentor'], says: 'De leerling is gesproken.' }],
});
const protocol: Protocol = { ...kiim, steps: [...kiim.steps, proef] };
const open: StepState = {
  key: 'proef.1',
  step: 'proef',
  round: 1,
  openedAt: now,
  status: 'open',
  rung: 0,
  escalatedTo: [],
  due: { by: '2026-10-06', why: `uitgesteld op maandag 5 oktober: ${typed}` },
  postponed: true,
};
const base = fold(history(openCase({ report: report({ story: typed }) })))!;
const asked = { key: 'proef.1', doer: 'mentor', heading: 'Logboek' };
const state: CaseState = {
  ...base,
  participants: [...base.participants, { who: { pupil: 'p-bram' }, roles: ['pester'] }],
  steps: { ...base.steps, 'proef.1': open },
  handover: {
    function: 'leerlingencoordinator',
    person: person.leerlingencoordinator,
    asked: person.mentor,
  },
  registrations: [
    { ...asked, pupil: 'p-fenna' },
    { ...asked, pupil: 'p-bram' },
    { ...asked, pupil: 'p-noor', at: now },
    { ...asked, pupil: 'p-zoe', doer: 'antipestcoordinator' },
  ],
  waitsUntil: at('2026-10-19T07:45'),
};

function delivery(message: Message, change: Partial<CaseState> = {}): Delivery {
  const now_ = { ...state, ...change };
  const step = 'step' in message ? now_.steps[message.step] : undefined;
  const nonce = '6d9bd3d5-5b0e-4a41-9d5c-5c5c0f0c8a11';
  return { message, state: now_, step, protocol, school, now, nonce };
}
const to = { person: person.mentor };
const about = { to, case: 'case-1' };
const step = 'proef.1';

/** One message of every kind that goes to a person. */
const personal: Message[] = [
  { ...about, say: 'step', step },
  { ...about, say: 'reminder', step, late: false },
  { ...about, say: 'reminder', step, late: true },
  { ...about, say: 'escalation', step, function: 'antipestcoordinator' },
  { ...about, say: 'unsafe' },
  { ...about, say: 'tell', step, tell: 0, function: 'mentor' },
  { ...about, say: 'suggestion', suggestion: 'vaker-gemeld' },
  { ...about, say: 'register', step, function: 'mentor' },
  { ...about, say: 'handover' },
  { ...about, say: 'handover-answered', accepted: true },
  { ...about, say: 'handover-answered', accepted: false },
  { ...about, say: 'lead' },
  { ...about, say: 'relieved' },
  { ...about, say: 'invited' },
  { ...about, say: 'waiting' },
  { ...about, say: 'taken-up', number: '2026-0001' },
  { ...about, say: 'report-closed', number: '2026-0001' },
  { ...about, say: 'unreachable', person: person.docent },
  { ...about, say: 'channel-refused', because: 'In het kanaal lezen mensen mee.' },
];
const channel = { to: { channel: 'coordinator' } as const, case: 'case-1' };
const shared: Message[] = [
  { ...channel, say: 'opened' },
  { ...channel, say: 'report-linked' },
  { ...channel, say: 'escalation', step, function: 'antipestcoordinator' },
  { ...channel, say: 'closed' },
  { ...channel, say: 'reopened' },
];
/** A new kind of message does not compile until it stands here. */
const kinds: Record<Say, 'personal' | 'channel' | 'both'> = {
  step: 'personal',
  reminder: 'personal',
  escalation: 'both',
  unsafe: 'personal',
  tell: 'personal',
  suggestion: 'personal',
  register: 'personal',
  handover: 'personal',
  'handover-answered': 'personal',
  lead: 'personal',
  relieved: 'personal',
  invited: 'personal',
  waiting: 'personal',
  'taken-up': 'personal',
  'report-closed': 'personal',
  opened: 'channel',
  'report-linked': 'channel',
  closed: 'channel',
  reopened: 'channel',
  unreachable: 'personal',
  'channel-refused': 'personal',
};

const names = [...school.pupils, ...school.persons].flatMap((p) => [p.name, p.name.split(' ')[0]!]);
const said = (message: Message, change?: Partial<CaseState>) =>
  textIn(personalCard(delivery(message, change), links).card);

test.each(Object.entries(kinds))('%s is made for whom it is meant (%s)', (say, whom) => {
  const has = (messages: Message[]) => messages.some((m) => m.say === say);
  expect([has(personal), has(shared)]).toStrictEqual([whom !== 'channel', whom !== 'personal']);
});

test.each(personal.map((m) => [m.say, m] as const))('%s: a card that Teams takes', (_, message) => {
  const { card, summary } = personalCard(delivery(message), links);
  expect(faultsOf(card)).toStrictEqual([]);
  for (const name of names) expect(summary).not.toContain(name);
  // The case of a school year has no report and no pupil.
  const ofYear = { schoolYear: 2026, number: '2026-2027', reports: [], participants: [], group: undefined };
  expect(faultsOf(personalCard(delivery(message, ofYear), links).card)).toStrictEqual([]);
});

test.each(shared.map((m) => [m.say, m] as const))(
  'P17: %s: no name and nothing typed stands in the channel',
  (_, message) => {
    const { card, summary } = channelCard(delivery(message), links);
    expect(faultsOf(card)).toStrictEqual([]);
    const text = textIn(card) + summary;
    expect(text).toMatch(/zaak 2026-0001/i);
    for (const word of [...names, typed]) expect(text).not.toContain(word);
  },
);

test('K5: who is no longer in charge hears who is, and nothing of the pupil', () => {
  const text = said({ ...about, say: 'relieved' });
  expect(text).toContain('Zaak 2026-0001: vanaf nu is Mila Mentor (mentor) aan zet.');
  for (const pupil of school.pupils) expect(text).not.toContain(pupil.name);
});

test('A5: the channel hears that a case is open again, and who is in charge', () => {
  const { card, summary } = channelCard(delivery({ ...channel, say: 'reopened' }), links);
  expect(summary).toBe('Zaak 2026-0001 is weer open');
  expect(textIn(card)).toContain('mentor');
});

describe('what the protocol tells', () => {
  const tell = (who: string): Message => ({
    ...about,
    to: { person: who },
    say: 'tell',
    step,
    tell: 0,
    function: 'mentor',
  });
  it('names the case and no pupil, with a link for who may see it', () => {
    const text = said(tell(person.mentor));
    expect(text).toContain('De leerling is gesproken.');
    expect(text).toContain('Zaak 2026-0001');
    expect(text).toContain('/dev?zaak=');
    for (const name of names) expect(text).not.toContain(name);
    expect(said(tell(person.otherMentor))).not.toContain('zaak=');
  });

  it('P6: a reporter hears of the own report by its own number', () => {
    const second = {
      ...base.reports[0]!,
      number: '2026-0002',
      by: { person: person.otherMentor, function: 'mentor' },
    };
    const text = said(tell(person.otherMentor), { reports: [...base.reports, second] });
    expect(text).toContain('Je melding 2026-0002');
    expect(text).not.toContain('2026-0001');
    expect(text).not.toContain('zaak=');
  });

  it('says something also when the step is gone from the protocol', () => {
    const lost = { ...open, step: 'weg' };
    expect(said(tell(person.mentor), { steps: { 'proef.1': lost } })).toContain('iets veranderd');
  });
});

test('K17: what to note in the pupil tracking system, for whom and under which heading, and only what is still to do', () => {
  const message: Message = { ...about, say: 'register', step, function: 'mentor' };
  const text = said(message);
  expect(text).toContain('Zet dit in Somtoday');
  for (const name of ['Fenna Fictief', 'Bram Bedacht']) expect(text).toContain(`Proef: Logboek bij ${name}`);
  expect(text).not.toContain('Noor');
  expect(text).not.toContain('Zoë');
  const done = state.registrations.map((r) => ({ ...r, at: now }));
  expect(said(message, { registrations: done })).toContain('✓ Jij hoeft niets meer in Somtoday te zetten');
});

describe('K17: the notes themselves', () => {
  const message: Message = { ...about, say: 'register', step, function: 'mentor' };
  const question = { id: 'hoe', label: 'Hoe ging het?', type: 'text' as const };
  const def = Step.parse({ ...proef, questions: [question] });
  /** Of each fold its button and its text; it is shut until it is pressed. */
  const foldsOf = (change: Partial<CaseState>, hoe: string) => {
    const steps = { 'proef.1': { ...open, answers: { hoe } } };
    const given = delivery(message, { ...change, steps });
    const { card } = personalCard({ ...given, protocol: { ...kiim, steps: [def] } }, links);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(limits.cardBytes);
    const boxes = (card.body as { items?: Fold }[]).flatMap(
      ({ items: [set, box] = [undefined, undefined] }) =>
        set?.actions && box
          ? [{ title: set.actions[0]!.title, shut: !box.isVisible, text: box.items[0]!.text }]
          : [],
    );
    return { boxes, text: textIn(card) };
  };
  type Fold = [{ actions?: { title: string }[] }?, { isVisible: boolean; items: { text: string }[] }?];

  it('stand on the card, folded and ready to paste, as they were typed', () => {
    const { boxes } = foldsOf({}, 'Het *ging* goed.\n1. Fenna en Bram');
    expect(boxes).toStrictEqual([
      {
        title: 'Fenna: Proef',
        shut: true,
        text: 'Proef\n\nHoe ging het? Het \\*ging\\* goed.\n\n1\\. Fenna en \\[andere leerling\\]',
      },
      { title: 'Bram: Proef', shut: true, text: 'Proef' },
    ]);
  });

  it('stand in the case where the card has no room for them', () => {
    const registrations = Array.from({ length: limits.notes + 1 }, (_, i) => ({
      ...asked,
      pupil: i === 0 ? 'p-fenna' : `naam:${'W'.repeat(90)} ${i}`,
    }));
    const fits = foldsOf({ registrations }, 'é'.repeat(limits.text));
    expect(fits.boxes.map(({ title }) => title)).toContain('Fenna: Proef');
    const tooLong = foldsOf({ registrations }, 'é'.repeat(limits.cardBytes));
    expect(tooLong.boxes.map(({ title }) => title)).not.toContain('Fenna: Proef');
    expect(tooLong.text).toContain('Niet elke notitie past hier. Je vindt ze allemaal in de zaak.');
  });

  it('of another function stay open: the card asks its reader only for those of the function', () => {
    const twice = [asked, { ...asked, doer: 'leerlingencoordinator' }];
    const { card } = personalCard(
      delivery(message, { registrations: twice.map((note) => ({ ...note, pupil: 'p-fenna' })) }),
      links,
    );
    expect(JSON.stringify(card)).toContain('"notes":"proef.1/p-fenna/mentor/"');
  });
});

describe('who is in charge', () => {
  it('K5: somebody who is asked to take a case over hears from whom, and as what', () => {
    const text = said({ ...about, say: 'handover' });
    expect(text).toContain('Nu is Mila Mentor (mentor) aan zet.');
    expect(text).toContain('als leerlingencoördinator');
  });

  it('the answer is told, to whoever is in charge now as well', () => {
    const answered = (accepted: boolean): Message => ({ ...about, say: 'handover-answered', accepted });
    expect(said(answered(false))).toContain('Mila Mentor blijft aan zet.');
    expect(said(answered(true))).toContain('Je bent nu aan zet');
    const lead = { function: 'leerlingencoordinator', person: person.leerlingencoordinator };
    expect(said(answered(true), { lead })).toContain(
      'Vanaf nu is Lot Coördinator (leerlingencoördinator) aan zet.',
    );
  });

  it('a new lead hears what is open, and a helper who is in charge', () => {
    expect(said({ ...about, say: 'lead' })).toContain('‘Melding bekijken’');
    expect(said({ ...about, say: 'invited' })).toContain('Mila Mentor (mentor) aan zet');
  });
});

test('a case that waits says what can be done and when it is asked again', () => {
  const text = said({ ...about, say: 'waiting' });
  expect(text).toContain('Deze zaak staat open zonder volgende stap');
  expect(text).toContain('Rond af wat nog openstaat: ‘Melding bekijken’');
  expect(text).toContain('Begin zelf iets:');
  expect(text).toContain('‘Proef’');
  expect(text).toContain('maandag 19 oktober');
});
