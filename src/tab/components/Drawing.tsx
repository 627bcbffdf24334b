/** Steps as boxes with arrows between them, in the colours of the theme: the path of a case, and a whole protocol. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { useId } from 'react';
import type { Box, Drawing as Drawn } from './drawingLayout.ts';
import { LINE, curve } from './drawingLayout.ts';

const useStyles = makeStyles({
  frame: {
    overflow: 'auto',
    maxHeight: '44rem',
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media print': { maxHeight: 'none', overflow: 'visible' },
  },
  drawing: {
    display: 'block',
    marginInline: 'auto',
    '@media print': { maxWidth: '100%', height: 'auto' },
  },
  box: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '1.5px',
  },
  moment: { fill: tokens.colorNeutralBackground3 },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: '12px',
    textAnchor: 'middle',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  under: { fill: tokens.colorNeutralForeground2 },
  line: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: '1.25px' },
  dashed: { strokeDasharray: '5 4' },
  strong: { strokeWidth: '2px' },
  head: { fill: tokens.colorNeutralStrokeAccessible },
  // Stays readable where a line runs behind it.
  label: {
    fill: tokens.colorNeutralForeground2,
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    strokeLinejoin: 'round',
  },
});

interface Props<N, E> {
  drawing: Drawn<N, E>;
  /** What it is of, for whoever hears it. */
  name: string;
  look: (edge: E) => 'plain' | 'dashed' | 'strong';
  frame?: Ref<HTMLDivElement>;
  children: (box: Box<N>) => ReactNode;
}

export function Drawing<N, E extends { from: string; to: string }>(props: Props<N, E>) {
  const { drawing, name, look, frame, children } = props;
  const styles = useStyles();
  const arrow = useId();
  return (
    <div ref={frame} className={styles.frame}>
      <svg
        className={styles.drawing}
        role="group"
        aria-label={name}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" className={styles.head} />
          </marker>
        </defs>
        {drawing.lines.map(({ edge, points }) => {
          const how = look(edge);
          return (
            <path
              key={`${edge.from} ${edge.to}`}
              className={mergeClasses(styles.line, how !== 'plain' && styles[how])}
              markerEnd={`url(#${arrow})`}
              d={curve(points)}
            />
          );
        })}
        {drawing.boxes.map(children)}
        {drawing.lines.map(({ edge, label: { x, y, lines } }) => (
          <Lines
            key={`${edge.from} ${edge.to}`}
            {...{ x, lines }}
            first={y - ((lines.length - 1) / 2) * LINE + 4}
            className={styles.label}
          />
        ))}
      </svg>
    </div>
  );
}

/** A box with its title, and what stands under that; without it, a moment. */
export function DrawnBox(props: { box: Box<unknown>; under?: string; look?: string; underLook?: string }) {
  const { box, under, look, underLook } = props;
  const styles = useStyles();
  const { x, y, width, height, lines } = box;
  const first = y - ((lines.length + (under === undefined ? 0 : 1)) * LINE) / 2 + 12;
  return (
    <>
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={under === undefined ? height / 2 : 6}
        className={mergeClasses(styles.box, under === undefined && styles.moment, look)}
      />
      <Lines {...{ x, first, lines }} className={styles.title} />
      {under !== undefined && (
        <Lines
          x={x}
          first={first + lines.length * LINE}
          lines={[under]}
          className={mergeClasses(styles.under, underLook)}
        />
      )}
    </>
  );
}

/** `first`: where the first line stands on. */
function Lines(props: { x: number; first: number; lines: readonly string[]; className: string }) {
  const { x, first, lines, className } = props;
  const styles = useStyles();
  return lines.map((line, i) => (
    <text key={i} x={x} y={first + i * LINE} className={mergeClasses(styles.text, className)}>
      {line}
    </text>
  ));
}
