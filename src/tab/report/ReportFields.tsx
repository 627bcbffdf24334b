/** The form of a report, in the chat's order and words (P4). */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
  Text,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReportForm } from '../../api/contract/report.ts';
import type { ApiProblem } from '../api.ts';
import { useMe } from '../me.ts';
import { PupilPicker } from '../components/PupilPicker.tsx';
import type { Draft } from './reportDraft.ts';
import { fieldId } from './reportDraft.ts';
import { ReportInvolved } from './ReportInvolved.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '40rem', minWidth: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  part: { display: 'grid', rowGap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalM },
  more: { display: 'grid', rowGap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalM },
  wrap: { flexWrap: 'wrap' },
});

export interface ReportProps {
  form: ReportForm;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  problem: ApiProblem | undefined;
}
type Texts = keyof Draft['text'];

export function ReportFields({ form, draft, onDraft, problem }: ReportProps) {
  const styles = useStyles();
  const { limits } = form;
  const { today } = useMe();
  const value = (name: Texts) => draft.text[name] ?? '';
  const type = (name: Texts, text: string) => onDraft({ text: { ...draft.text, [name]: text } });
  const said = (name: string) => (problem?.field === name ? problem.message : undefined);
  const field = (name: string) => ({
    validationState: said(name) === undefined ? ('none' as const) : ('error' as const),
    validationMessage: said(name),
  });
  const select = (name: Texts, label: string, choices: ReportForm['unsure'], required = false) => (
    <Field label={label} required={required} {...field(name)}>
      <Select id={fieldId(name)} value={value(name)} onChange={(_, data) => type(name, data.value)}>
        <option value="">Kies</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={styles.fields}>
      <PupilPicker
        id={fieldId('about')}
        label="Over wie maak je je zorgen?"
        hint="Staat de naam er niet bij? Typ dan voornaam en achternaam."
        required
        most={limits.targets}
        longest={limits.line}
        chosen={draft.about}
        onChosen={(about) => onDraft({ about })}
        typed={draft.aboutTyped}
        onTyped={(aboutTyped) => onDraft({ aboutTyped })}
        problem={said('about')}
      />
      <Field
        label="Wat zag of hoorde je?"
        hint="Schrijf feiten op, geen oordeel. De leerling of ouders kunnen dit later lezen."
        required
        {...field('story')}
      >
        <Textarea
          id={fieldId('story')}
          rows={6}
          resize="vertical"
          maxLength={limits.story}
          value={value('story')}
          onChange={(_, data) => type('story', data.value)}
        />
      </Field>
      {select('source', 'Hoe weet je dit?', form.sources, true)}
      <Field label="Wanneer?" required {...field('happened')}>
        <Input
          id={fieldId('happened')}
          type="date"
          max={today}
          value={draft.text.happened ?? today}
          onChange={(_, data) => type('happened', data.value)}
        />
      </Field>
      <Field label="Is de leerling nu veilig?" required {...field('safe')}>
        <RadioGroup
          id={fieldId('safe')}
          layout="horizontal"
          className={styles.wrap}
          value={value('safe')}
          onChange={(_, data) => type('safe', data.value)}
        >
          {form.unsure.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.title} />
          ))}
        </RadioGroup>
      </Field>
      {select('pupilKnows', 'Weet de leerling dat je dit meldt? (mag leeg)', form.unsure)}
      <Field label="Wat heb je al gedaan? (mag leeg)" {...field('doneSoFar')}>
        <Textarea
          id={fieldId('doneSoFar')}
          rows={3}
          resize="vertical"
          maxLength={limits.text}
          value={value('doneSoFar')}
          onChange={(_, data) => type('doneSoFar', data.value)}
        />
      </Field>
      <Accordion multiple collapsible>
        <AccordionItem value="meer">
          <AccordionHeader as="h2">Weet je meer? (mag leeg)</AccordionHeader>
          <AccordionPanel>
            <div className={styles.more}>
              <ReportInvolved form={form} draft={draft} onDraft={onDraft} problem={problem} />
              <Field label="Waar was het?" {...field('where')}>
                <Input
                  id={fieldId('where')}
                  maxLength={limits.line}
                  value={value('where')}
                  onChange={(_, data) => type('where', data.value)}
                />
              </Field>
              {/* Not in a Field: that would give its own label to each of the boxes. */}
              <div role="group" id={fieldId('behaviours')} aria-labelledby={fieldId('what')}>
                <Text id={fieldId('what')}>Wat gebeurde er?</Text>
                {form.behaviours.map(({ id, label, hint }) => (
                  <div key={id}>
                    <Checkbox
                      label={`${label}: ${hint}`}
                      checked={draft.behaviours.includes(id)}
                      onChange={(_, { checked }) =>
                        onDraft({
                          behaviours: checked
                            ? [...draft.behaviours, id]
                            : draft.behaviours.filter((b) => b !== id),
                        })
                      }
                    />
                  </div>
                ))}
              </div>
              {form.threes.map(({ id, label }) => (
                <div key={id}>{select(id, label, form.unsure)}</div>
              ))}
              <Field label="Wie vertelde het je?" {...field('toldBy')}>
                <Input
                  id={fieldId('toldBy')}
                  maxLength={limits.line}
                  value={value('toldBy')}
                  onChange={(_, data) => type('toldBy', data.value)}
                />
              </Field>
            </div>
          </AccordionPanel>
        </AccordionItem>
        <AccordionItem value="pesten">
          <AccordionHeader as="h2">Pesten of plagen?</AccordionHeader>
          <AccordionPanel>
            <div className={styles.part}>
              <Text>{form.definition}</Text>
              <Signals title="Signalen op school" lines={form.signals.school} />
              <Signals title="Signalen thuis" lines={form.signals.home} />
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </div>
  );
}

function Signals({ title, lines }: { title: string; lines: string[] }) {
  const styles = useStyles();
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
