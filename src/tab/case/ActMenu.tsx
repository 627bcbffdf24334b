/** "Wat wil je doen?": steps that one begins oneself, and all else that this person can do with the case now. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import type { CaseAct, CaseView } from '../../api/contract/case.ts';
import { caseActGroups, caseActTitles } from './actTitles.ts';

const useStyles = makeStyles({
  popover: { maxHeight: '80vh', overflowY: 'auto', maxWidth: 'min(24rem, 92vw)' },
});

interface Props {
  view: CaseView;
  onBegin: (step: CaseView['begin'][number]) => void;
  onAct: (act: CaseAct) => void;
  onVersion: () => void;
}

export function ActMenu({ view, onBegin, onAct, onVersion }: Props) {
  const styles = useStyles();
  const { begin, acts, newer } = view;
  const groups = caseActGroups
    .map(({ title, acts: of }) => ({ title, acts: of.filter((act) => acts.includes(act)) }))
    .filter((group) => group.acts.length > 0);
  if (begin.length + groups.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ChevronDownRegular />} iconPosition="after">
          Wat wil je doen?
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {begin.length > 0 && (
            <MenuGroup>
              <MenuGroupHeader>Zelf beginnen</MenuGroupHeader>
              {begin.map((step) => (
                <MenuItem key={step.step} onClick={() => onBegin(step)}>
                  {step.title}
                </MenuItem>
              ))}
            </MenuGroup>
          )}
          {groups.map((group, i) => (
            <Fragment key={group.title}>
              {(i > 0 || begin.length > 0) && <MenuDivider />}
              <MenuGroup>
                <MenuGroupHeader>{group.title}</MenuGroupHeader>
                {group.acts.map((act) => (
                  <MenuItem key={act} onClick={() => onAct(act)}>
                    {caseActTitles[act]}
                  </MenuItem>
                ))}
              </MenuGroup>
            </Fragment>
          ))}
          {newer !== undefined && (
            <MenuItem onClick={onVersion}>{`Naar versie ${newer} van het protocol`}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
