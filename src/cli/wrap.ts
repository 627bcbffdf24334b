/** Text in lines that fit a terminal. */
const WIDTH = 100;

/** Breaks a text between words; the lines after the first are set in deeper. */
export function wrapped(text: string, indent = 0, hang = 4): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.split(/\s+/)) {
    if (line.trim() !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = ' '.repeat(indent + hang);
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
