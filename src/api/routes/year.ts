/** The school year: its cycle and figures for everybody on the staff, its turn for the coordinator. */
import { listApart } from '../../app/apart.ts';
import { figuresOf } from '../../app/figures.ts';
import { readingOf, schoolYears } from '../../app/reads.ts';
import { passing, passOn } from '../../app/turnYear.ts';
import { yearCycle } from '../../app/yearCycle.ts';
import { SMALLEST } from '../../domain/figureTables.ts';
import { functionTitle } from '../../domain/protocol.ts';
import { paths } from '../contract/paths.ts';
import type { ApartList, Turned, YearFigures, YearTurn, YearView } from '../contract/year.ts';
import { TurnBody } from '../contract/year.ts';
import type { Api, Ask, Sent } from '../http.ts';
import { apartView, monthsView, turnView } from '../yearViews.ts';

export function addYear(api: Api): void {
  api.get(paths.year, year);
  api.get(paths.figures, figures);
  api.get(paths.turn, turn);
  api.post(paths.turn, TurnBody, turnNow);
  api.get(paths.apart, apart);
}

/** The school year that is asked for; what no page of ours asks is this one. */
async function asked({ world, who, query }: Ask): Promise<{ years: number[]; year: number }> {
  const years = await schoolYears(world, who);
  return { years, year: years.find((y) => y === Number(query.get('jaar'))) ?? years[0]! };
}

async function year(ask: Ask): Promise<YearView> {
  const { world, who } = ask;
  const [{ years, year }, { protocol }] = await Promise.all([asked(ask), readingOf(world, who)]);
  const cycle = await yearCycle(world, who, year);
  return {
    years,
    year,
    planned: cycle.steps.length > 0,
    lead: protocol.year && functionTitle(protocol, protocol.year.lead),
    case: cycle.case,
    months: monthsView(cycle),
  };
}

async function figures(ask: Ask): Promise<YearFigures> {
  const { year } = await asked(ask);
  const { tables, open } = await figuresOf(ask.world, ask.who, year);
  return { ...tables, year, open, smallest: SMALLEST };
}

async function turn({ world, who }: Ask): Promise<YearTurn> {
  return turnView(await passing(world, who), await world.store.school(who.partition));
}

/** Counted once: the same form asks nobody twice. */
async function turnNow({ world, who, form }: Sent<typeof TurnBody._output>): Promise<Turned> {
  return { asked: await passOn(world, who, form) };
}

async function apart({ world, who }: Ask): Promise<ApartList> {
  return apartView(await listApart(world, who), await world.store.school(who.partition));
}
