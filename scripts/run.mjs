/** What `npm start`, `npm test`, `npm run soak`, `npm run bench` and `bin/probanza` start: install, then our own Node. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, runtime, stop } from './runtime.mjs';

const commands = {
  start: ['src/cli/main.ts', 'start'],
  cli: ['src/cli/main.ts'],
  test: ['scripts/test.ts'],
  soak: ['scripts/test.ts', '--soak'],
  bench: ['bench/all.ts'],
  docs: ['scripts/docs.ts'],
  pictures: ['scripts/screenshots.ts'],
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name] ?? stop(`run.mjs knows ${Object.keys(commands).join(', ')}, not “${name}”.`);
const [file, ...first] = command;
const folder = name === 'cli' || name === 'start' ? process.cwd() : root;
// as in bin/probanza
const flags = name === 'cli' || name === 'start' ? ['--max-semi-space-size=4'] : [];
const env = { NODE_COMPILE_CACHE: join(root, 'dist', 'code'), ...process.env };
const child = spawn(runtime(), [...flags, join(root, file), ...first, ...rest], {
  stdio: 'inherit',
  cwd: folder,
  env,
});

// the child ends first and says how; we only pass the word on
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
