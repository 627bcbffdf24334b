/** Pupils who get a role by a step: the classmates first, any other pupil by typing. */
import { useState } from 'react';
import type { StepQuestion } from '../../api/contract/step.ts';
import type { Chosen } from '../components/PupilPicker.tsx';
import { PupilPicker } from '../components/PupilPicker.tsx';

interface Props {
  question: StepQuestion;
  id: string;
  value: string | string[] | undefined;
  problem: string | undefined;
  onChange: (value: string[]) => void;
}

export function RegisteredPicker({ question, id, value, problem, onChange }: Props) {
  const [chosen, setChosen] = useState<Chosen[]>(() =>
    (Array.isArray(value) ? value : []).map((pupil) => ({
      whom: { pupil },
      label: question.choices.find((c) => c.id === pupil)?.label ?? pupil,
    })),
  );
  const [typed, setTyped] = useState('');
  return (
    <PupilPicker
      id={id}
      label={question.label}
      hint={question.hint}
      required={question.required}
      most={question.max}
      longest={100}
      registered={question.choices}
      chosen={chosen}
      typed={typed}
      onTyped={setTyped}
      onChosen={(next) => {
        setChosen(next);
        onChange(next.flatMap(({ whom }) => ('pupil' in whom ? whom.pupil : [])));
      }}
      problem={problem}
    />
  );
}
