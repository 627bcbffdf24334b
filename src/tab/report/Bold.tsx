/** A text of the server's with **bold** in it; nothing else of it is read as markup. */
export function Bold({ text }: { text: string }) {
  return text.split('**').map((part, i) => (i % 2 === 1 ? <strong key={i}>{part}</strong> : part));
}
