import {
  Badge,
  Button,
  Link,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { CaseView } from '../../api/contract/case.ts';
import { CaseLinks } from '../../api/contract/case.ts';
import { paths } from '../../api/contract/paths.ts';
import { get } from '../api.ts';
import type { Wanted } from './actForms.ts';
import { caseHref } from '../route.ts';
import { useAnswer } from '../useAnswer.ts';
import { Panel } from './Panel.tsx';
import { keyOf } from '../components/PupilPicker.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
  },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
  links: { listStyleType: 'none', margin: 0, padding: 0 },
});

type Participant = CaseView['participants'][number];

/** Who has to do with the case and as what; the role stands on the link to each case, not on the pupil. */
export function Participants({ view, onAct }: { view: CaseView; onAct: (wanted: Wanted) => void }) {
  const { id, participants } = view;
  const ask = useCallback((signal: AbortSignal) => get(paths.links(id), CaseLinks, signal), [id]);
  const { value: links } = useAnswer(ask);
  return (
    <Panel
      title="Betrokkenen"
      empty={<Text>Er zijn nog geen namen genoemd.</Text>}
      items={participants.map((p) => (
        <One
          key={keyOf({ whom: p.who })}
          participant={p}
          others={'pupil' in p.who ? casesOf(links, p.who.pupil) : []}
          onAct={view.acts.includes('case.role') ? onAct : undefined}
        />
      ))}
    />
  );
}

const casesOf = (links: CaseLinks | undefined, pupil: string) =>
  links?.pupils.find((p) => p.pupil === pupil)?.cases ?? [];

interface OneProps {
  participant: Participant;
  others: CaseLinks['pupils'][number]['cases'];
  /** Left out for whoever gives no roles. */
  onAct: ((wanted: Wanted) => void) | undefined;
}

function One({ participant, others, onAct }: OneProps) {
  const styles = useStyles();
  const { name, group, roles, who } = participant;
  return (
    <>
      <div className={styles.row}>
        <div>
          <Text weight="semibold">{name}</Text>
          {group && <Text> · {group}</Text>}
          <Text className={styles.more}>{roles.map((role) => role.label).join(', ') || 'geen rol'}</Text>
        </div>
        {onAct && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                size="small"
                icon={<MoreHorizontalRegular />}
                aria-label={`Rollen van ${name}`}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => onAct({ act: 'case.role', who: { whom: who, name } })}>
                  Rol geven
                </MenuItem>
                {roles.map((role) => (
                  <MenuItem
                    key={role.id}
                    onClick={() => onAct({ act: 'case.roleTaken', whom: who, name, role })}
                  >{`Rol ‘${role.label}’ weghalen`}</MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      {others.length > 0 && (
        <ul className={styles.links} aria-label={`Andere zaken van ${name}`}>
          {others.map((other) => (
            <li key={other.id}>
              <Link href={caseHref(other.id)}>Zaak {other.number}</Link>
              <Text size={200}> · {other.roles.join(', ') || 'geen rol'} </Text>
              {!other.open && (
                <Badge appearance="outline" color="informative" size="small">
                  gesloten
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
