// Lints pieces of code as if each stood in a file: [{ file, code }] on standard input, the messages of each on standard output.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint({ allowInlineConfig: false });
const messages = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  messages.push(result.messages.map((m) => m.message));
}
console.log(JSON.stringify(messages));
