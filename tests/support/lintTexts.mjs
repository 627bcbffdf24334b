// Lints pieces of code as if each stood in a file: [{ file, code }] on standard input, the messages of each on standard output.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Which room may import which asks for no types, and types take most of the time.
const untyped = [
  tseslint.configs.disableTypeChecked,
  { languageOptions: { parserOptions: { projectService: false } } },
];
const eslint = new ESLint({ allowInlineConfig: false, overrideConfig: untyped });
const messages = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  messages.push(result.messages.map((m) => m.message));
}
console.log(JSON.stringify(messages));
