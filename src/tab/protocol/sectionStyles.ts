/** What the sections of the protocol page have in common. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ProtocolView } from '../../api/contract/protocol.ts';

export interface SectionProps {
  view: ProtocolView;
  /** The part of it that a link asked for. */
  at?: string;
  /** On paper everything is unfolded. */
  paper: boolean;
}

export const useSectionStyles = makeStyles({
  all: { display: 'grid', rowGap: tokens.spacingVerticalXL, minWidth: 0 },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 22rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  more: { display: 'block', color: tokens.colorNeutralForeground2 },
});
