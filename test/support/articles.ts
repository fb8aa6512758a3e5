/** A text as a file of its own. */
import { writeFileSync } from 'node:fs';
import { tempFolder } from '#test/stores.ts';

export function article(text: string): string {
  const path = `${tempFolder('article')}.txt`;
  writeFileSync(path, text);
  return path;
}
