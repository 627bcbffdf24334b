/** The one way in for who changes the school's settings: may they, does it fit, save with a line in the log. */
import { can } from '../domain/access.ts';
import { DomainError } from '../domain/errors.ts';
import { teamsOf } from '../domain/school.ts';
import { SettingsChange, changeWords, changedSettings } from '../domain/settings.ts';
import type { Nonce } from './commit.ts';
import { releasedFor } from './world.ts';
import type { Who, World } from './world.ts';

/** @throws DomainError `forbidden` for whoever doesn't set up the school */
export async function mustConfigure(world: World, who: Who): Promise<void> {
  const school = await world.store.school(who.partition);
  if (!can(who.person, 'configure', releasedFor(world, school).protocol, school))
    throw new DomainError('forbidden', 'Instellen doet de coördinator of een beheerder.');
}

/**
 * Changes one thing, once for each form: a form that comes again changes nothing.
 * @throws DomainError `forbidden`; `invalid` for a kernteam that is not there; ZodError for what no form of ours makes
 */
export async function changeSettings(
  world: World,
  who: Who,
  change: SettingsChange,
  form: Nonce,
): Promise<void> {
  await mustConfigure(world, who);
  const valid = SettingsChange.parse(change);
  const school = await world.store.school(who.partition);
  if (valid.kind === 'team-channel' && !teamsOf(school).includes(valid.team))
    throw new DomainError('invalid', 'Dit kernteam is er niet (meer). Typ opnieuw ‘instellen’.');
  const entry = { at: world.clock.now(), by: who.person.id, what: changeWords(valid) };
  await world.store.saveSettings(
    who.partition,
    (settings) => changedSettings(settings, valid),
    { ...entry, id: world.ids.next() },
    form,
  );
}
