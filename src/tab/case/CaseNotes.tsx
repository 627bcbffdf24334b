import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { CaseView } from '../../api/contract/case.ts';
import { Registration } from './Registration.tsx';
import { shortDayOf } from '../dates.ts';
import { Panel } from './Panel.tsx';

const useStyles = makeStyles({
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface Props {
  view: CaseView;
  /** Something was done from here. */
  onDone: (said: string) => void;
}

/** What was agreed, how parents were told and what still has to be noted elsewhere; what is empty is left out. */
export function CaseNotes({ view, onDone }: Props) {
  const styles = useStyles();
  const more = (text: string) => <Text className={styles.more}>{text}</Text>;
  const { agreements, parentContacts, registrations } = view;
  return (
    <>
      {registrations.length > 0 && (
        <Panel
          title={`Nog te noteren in ${view.lvs}`}
          items={registrations.map((registration) => (
            <Registration
              key={[registration.step, registration.key, registration.doer, registration.person].join(' ')}
              view={view}
              registration={registration}
              onDone={onDone}
            />
          ))}
        />
      )}
      {agreements.length > 0 && (
        <Panel
          title="Afspraken"
          items={agreements.map((agreement) => (
            <>
              <Text>{agreement.what}</Text>
              {more(shortDayOf(agreement.at))}
            </>
          ))}
        />
      )}
      {parentContacts.length > 0 && (
        <Panel
          title="Contact met ouders"
          items={parentContacts.map((contact) => (
            <>
              <Text>
                <Text weight="semibold">{contact.pupil}</Text>: {contact.text}
              </Text>
              {more(`${shortDayOf(contact.at)} · ${contact.who}`)}
            </>
          ))}
        />
      )}
    </>
  );
}
