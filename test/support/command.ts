/** Runs the command line in this process, and tells what it printed. */
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  json(): unknown;
}

export async function run(line: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const ran = { out: '', err: '' };
  const io = {
    stdout: { write: (text: string) => (ran.out += text) },
    stderr: { write: (text: string) => (ran.err += text) },
    env: { PROBANZA_BY: 'tester', ...env },
  };
  const code = await main(line, io);
  return { ...ran, code, json: () => JSON.parse(ran.out) };
}
