/** A small protocol that is right, to break in one place at a time. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const small = `id: klein
version: 1
title: Klein protocol
lvs: LVS
functions:
  mentor: { title: mentor, next: coordinator }
  coordinator: { title: coördinator, next: directeur }
  directeur: { title: directeur }
coordinator: coordinator
lead:
  - { when: { fact: beyond-team }, function: coordinator }
  - { function: mentor }
takeover: [coordinator]
norms:
  snel: { label: Snel, value: 2, unit: schooldays }
report:
  definition: Pesten gaat door.
  behaviours: [{ id: online, label: Online, hint: in een app }]
  signals: { school: [], home: [] }
reminders: { again: 1 }
suggestions:
  - { id: vaker, on: signals, count: 3, days: 20, to: [coordinator], says: Vaker gemeld. }
steps:
  - id: gesprek
    title: Gesprek
    why: Je hoort hoe het gaat.
    opens: report
    also: [directeur]
    due: { within: { norm: snel }, unit: schooldays, from: report }
    questions:
      - { id: datum, type: date, label: Wanneer?, happened: true }
      - { id: online, type: yesno, label: Online? }
      - id: hulp
        type: choices
        label: Welke hulp?
        choices: [{ id: groep, label: De groep }, { id: ouders, label: De ouders }]
      - { id: vervolg, type: date, label: Wanneer weer?, within: { from: 8, to: 14, unit: days } }
      - { id: cijfer, type: score, label: Hoe veilig? }
    outcomes:
      - { id: gedaan, label: Gesprek gevoerd }
  - id: groep
    title: Groep
    why: De groep helpt.
    opens: { any: [{ after: gesprek }, round] }
    due: [{ window: [8, 14], from: { step: gesprek } }]
    questions:
      - { id: idee, type: text, label: Welk idee? }
    outcomes:
      - { id: gedaan, label: Geweest }
    tells:
      - { to: coordinator, says: De groep is geweest. }
  - id: besluit
    title: Besluit
    why: Je kiest hoe het verder gaat.
    opens: { after: groep }
    skip: false
    questions:
      - { id: uitleg, type: text, label: Waarom? }
    outcomes:
      - { id: klaar, label: Klaar, then: close, needs: [uitleg] }
      - { id: verder, label: Nog een ronde, then: round }
  - id: vaker-gemeld
    title: Vaker gemeld
    why: Er is vaker gemeld.
    opens: { suggestion: vaker }
    by: coordinator
    side: true
    outcomes:
      - { id: gezien, label: Gezien }
  - id: extra
    title: Extra hulp
    why: Soms is meer nodig.
    opens: hand
    side: true
    outcomes:
      - { id: gevraagd, label: Gevraagd }
  - id: nazorg
    title: Nazorg
    why: Gaat het nog goed?
    opens: closing
    due: { window: [42, 49], from: closed }
    outcomes:
      - { id: goed, label: Het gaat goed }
      - { id: weer, label: Het is weer begonnen, then: reopen }
year:
  lead: coordinator
  steps:
    - id: ouderavond
      title: Ouderavond
      why: Ouders horen wat we doen.
      opens: { day: '09-01' }
      due: { on: { day: '10-01' } }
      outcomes:
        - { id: geweest, label: Geweest }
    - id: terugblik
      title: Terugblik
      why: Wat leren we?
      opens: { after: ouderavond }
      outcomes:
        - { id: gedaan, label: Gedaan }
knowledge:
  - { id: plagen, title: Plagen, text: [Plagen is kort.] }
`;

/** The small protocol with parts of it replaced. @throws Error for a part that it does not have */
export const changed = (...parts: [from: string, to: string][]): string =>
  parts.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the small protocol has no "${from}"`);
    return text.replace(from, to);
  }, small);

/** A file with this text in a folder of its own. */
export function fileWith(text: string, name = 'klein.yaml'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'protocol-')), name);
  writeFileSync(file, text);
  return file;
}
