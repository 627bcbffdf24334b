/** The turn of the year (P21): which cases pass to whom, and who had better not be placed together. */
import type { CaseState, Turn } from '../domain/case.ts';
import { inRole } from '../domain/case.ts';
import { limits } from '../domain/limits.ts';
import type { School } from '../domain/school.ts';
import { personOf, pupilOf } from '../domain/school.ts';
import { inCase, participantName, refName } from '../domain/words.ts';
import { listCard } from './list.ts';
import type { Card } from './template.ts';
import { plainText, shortened } from './template.ts';

/** @param nonce and the day, of the form that passes them on */
export function turnYearCard(
  cases: readonly { state: CaseState; turn: Turn }[],
  school: School,
  { nonce, day }: { nonce: string; day: string },
): Card {
  if (cases.length === 0)
    return listCard({
      title: 'Er is niets over te dragen',
      lines: ['Bij alle open zaken past wie aan zet is bij de groep van nu.'],
      subtle: ['Staan de nieuwe groepen en mentoren nog niet in Meldpunt? Kijk dan later nog eens.'],
    });
  const name = (person: string | undefined) => (person && personOf(school, person)?.name) ?? 'de coördinator';
  const shown = cases.slice(0, limits.listed);
  return listCard({
    title: cases.length === 1 ? '1 zaak gaat over' : `${cases.length} zaken gaan over`,
    lines: ['Wie nieuw aan zet komt, zegt zelf ja of nee. Tot dan blijft wie nu aan zet is.'],
    sections: [
      {
        rows: shown.map(({ state, turn }) => ({
          text: plainText(inCase(state, school)),
          under: [
            ...(turn.group === undefined ? [] : [plainText(`Zit nu in ${turn.group}`)]),
            turn.to
              ? plainText(`Van ${name(state.lead.person)} naar ${name(turn.to.person)}`)
              : plainText(`${name(state.lead.person)} blijft aan zet`),
          ],
        })),
      },
    ],
    subtle: cases.length > shown.length ? [`En nog ${cases.length - shown.length}.`] : [],
    buttons: [{ title: 'Vraag het hun', style: 'positive', data: { verb: 'year.turn', nonce, day } }],
  });
}

/** Each advice on a row: whom not with whom, from which case, and why. */
export function apartCard(cases: readonly CaseState[], school: School): Card {
  const group = (key: string) => {
    const pupil = pupilOf(school, key);
    return pupil ? ` (${pupil.group})` : '';
  };
  const rows = cases.flatMap((state) =>
    state.apart.map(({ who, because }) => {
      const about = inRole(state, 'gepeste').map((key) => `${participantName(key, school)}${group(key)}`);
      const other = `${refName(who, school)}${'pupil' in who ? group(who.pupil) : ''}`;
      return {
        text: plainText(`${about.join(', ')} niet met ${other}`),
        under: [`Zaak ${state.number}`, ...(because ? [plainText(shortened(because))] : [])],
      };
    }),
  );
  if (rows.length === 0)
    return listCard({
      title: 'Er staat niets voor de groepsindeling',
      lines: ['Leg het vast in een zaak: **Iets anders …**, en dan **Niet samen plaatsen**.'],
    });
  const more = rows.length - limits.apart;
  return listCard({
    title: 'Beter niet samen plaatsen',
    sections: [{ rows: rows.slice(0, limits.apart) }],
    subtle: [
      ...(more > 0 ? [`En nog ${more}. Die staan in de zaken zelf.`] : []),
      'Dit is alleen voor jou. Zet het in geen lijst die anderen lezen.',
    ],
  });
}
