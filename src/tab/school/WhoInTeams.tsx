/** Who a new colleague is in Teams: chosen there, or typed where Teams has no list or can't show it. */
import { Button, Field, Input, Link, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { sizes } from '../../api/contract/school.ts';
import { canPick, pickColleague } from '../teams.ts';
import { useSchool } from './context.ts';
import { useSchoolStyles } from './styles.ts';
import { personHref } from './words.ts';

interface Chosen {
  id: string;
  name: string;
}
interface Props extends Chosen {
  onChosen: (over: Partial<Chosen>) => void;
}

export function WhoInTeams({ id, name, onChosen }: Props) {
  const styles = useSchoolStyles();
  const { view } = useSchool();
  const [failed, setFailed] = useState(false);
  const known = view.persons.find((p) => p.id === id.trim());
  const pick = async () => {
    try {
      const one = await pickColleague();
      if (!one) return;
      onChosen(one);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles.part}>
      {canPick() && (
        <div className={styles.row}>
          <Button icon={<PeopleSearchRegular />} onClick={() => void pick()}>
            Kies iemand in Teams
          </Button>
          {!failed && (
            <Text role="status">{id === '' ? 'Nog niemand gekozen.' : `Gekozen: ${name || id}`}</Text>
          )}
        </div>
      )}
      {failed && (
        <MessageBar intent="warning" role="alert" layout="multiline">
          <MessageBarBody>
            Teams kan de lijst nu niet tonen. Probeer het opnieuw, of vul het id in.
          </MessageBarBody>
        </MessageBar>
      )}
      {(failed || !canPick()) && (
        <Field
          label="Id in Microsoft Entra"
          hint="De object-id van het account. Die vind je in het beheercentrum van Microsoft."
          required
        >
          <Input maxLength={sizes.name} value={id} onChange={(_, { value }) => onChosen({ id: value })} />
        </Field>
      )}
      {known && (
        <MessageBar intent="warning" role="alert" layout="multiline">
          <MessageBarBody>
            {known.name} staat al bij de medewerkers.{' '}
            <Link href={personHref(known.id)}>Open de gegevens</Link>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
