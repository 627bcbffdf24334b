/** The text of a message in Teams, and nothing else of it: no picture, attachment or address of one (P22). */

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function entity(whole: string, name: string): string {
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Plain text from the HTML of a message: what ends a line there ends one here. */
export const textOfHtml = (html: string): string =>
  tidy(
    html
      .replace(/[\r\n]+/g, ' ')
      .replace(/<br[^<>]*>|<\/(?:p|div|li|tr|h\d|blockquote|pre)>/gi, '\n')
      .replace(/<[^<>]*>/g, '')
      .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, entity),
  );

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The text of a message's body as Teams hands it over. */
export const textOfBody = ({ contentType, content }: { contentType?: string; content: string }): string =>
  contentType === 'text' ? tidy(content) : textOfHtml(content);
