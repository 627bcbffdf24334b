import { makeStyles, tokens } from '@fluentui/react-components';

/** What the forms and lists of the school share. */
export const useSchoolStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  form: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0, maxWidth: '40rem' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
  },
  grow: { flex: '1 1 12rem', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  card: {
    display: 'flex',
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  text: { display: 'grid', rowGap: tokens.spacingVerticalXXS, minWidth: 0, flex: '1 1 14rem' },
  second: { color: tokens.colorNeutralForeground2 },
  part: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  box: { minWidth: 0, width: '100%' },
  tags: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
