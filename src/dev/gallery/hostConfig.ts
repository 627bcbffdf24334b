/**
 * How Teams draws a card, by theme: fonts, sizes and colours as its documentation and its client show them.
 * https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config
 */
const palettes = {
  light: {
    card: '#ffffff',
    shade: '#f5f5f5',
    text: '#242424',
    faint: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    alarm: '#fcf4f6',
  },
  dark: {
    card: '#292929',
    shade: '#1f1f1f',
    text: '#ffffff',
    faint: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    alarm: '#3e1f25',
  },
};
export type Theme = keyof typeof palettes;
export const themes = Object.keys(palettes) as Theme[];

export function hostConfig(theme: Theme) {
  const p = palettes[theme];
  const colour = (main: string) => ({ default: main, subtle: main });
  const foregroundColors = {
    default: { default: p.text, subtle: p.faint },
    dark: { default: p.text, subtle: p.faint },
    light: { default: p.faint, subtle: p.faint },
    accent: colour(p.accent),
    good: colour(p.good),
    warning: colour(p.warning),
    attention: colour(p.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: '"Segoe UI", "Noto Sans", "Helvetica Neue", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: p.shade },
    supportsInteractivity: true,
    containerStyles: {
      default: style(p.card),
      emphasis: style(p.shade),
      accent: style(p.shade),
      good: style(p.shade),
      warning: style(p.shade),
      attention: style(p.alarm),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: {
          weight: 'bolder',
          color: 'default',
          size: 'default',
          suffix: ' *',
          suffixColor: 'attention',
        },
        optionalInputs: { weight: 'bolder', color: 'default', size: 'default' },
      },
      errorMessage: { color: 'attention', size: 'small', weight: 'default', spacing: 'small' },
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 140 },
      value: { weight: 'default', wrap: true },
      spacing: 12,
    },
  };
}
