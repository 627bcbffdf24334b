import { Field, Select } from '@fluentui/react-components';
import { keyOf, PupilPicker } from '../components/PupilPicker.tsx';
import { fieldId, UNKNOWN_PART } from './reportDraft.ts';
import type { ReportProps } from './ReportFields.tsx';

/** Who else was there, and what each of them did. */
export function ReportInvolved({ form, draft, onDraft, problem }: ReportProps) {
  return (
    <>
      <PupilPicker
        id={fieldId('involved')}
        label="Wie was erbij?"
        most={form.limits.involved}
        longest={form.limits.line}
        chosen={draft.involved}
        onChosen={(chosen) =>
          onDraft({
            involved: chosen.map((one) => ({
              ...one,
              part: draft.involved.find((other) => keyOf(other) === keyOf(one))?.part ?? UNKNOWN_PART,
            })),
          })
        }
        typed={draft.involvedTyped}
        onTyped={(involvedTyped) => onDraft({ involvedTyped })}
        problem={problem?.field === 'involved' ? problem.message : undefined}
      />
      {draft.involved.map((one) => (
        <Field key={keyOf(one)} label={`Wat deed ${one.label}?`}>
          <Select
            value={one.part}
            onChange={(_, data) =>
              onDraft({
                involved: draft.involved.map((other) =>
                  other === one ? { ...other, part: data.value } : other,
                ),
              })
            }
          >
            {form.parts.map((part) => (
              <option key={part.value} value={part.value}>
                {part.title}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </>
  );
}
