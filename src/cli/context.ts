/** A parsed command line: its command, arguments, options, and the dossier it speaks of. */
import { parseArgs } from 'node:util';
import {
  type CommandName,
  type CommandSpec,
  commandNames,
  commands,
  dossierOption,
  everywhere,
  type Option,
} from '#cli/commands.ts';
import { generalHelp, helpOf } from '#cli/help.ts';
import { jsonPieces } from '#cli/json.ts';
import { isPartialDate, type Period, parsePeriod } from '#core/dates.ts';
import { Problem } from '#core/errors.ts';
import { isPlace } from '#core/places.ts';
import type { Store } from '#store/store.ts';
import { isLanguage, type Language } from '#words/language.ts';

export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether a command changes the dossier; `if-possible`: where it may, else it only looks. */
export type Writing = boolean | 'if-possible';

export interface Context {
  readonly name: CommandName;
  readonly args: readonly string[];
  readonly io: Io;
  readonly language: Language;
  readonly json: boolean;
  /** Who acts: an account's name. */
  readonly by: string;
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  need(option: string): string;
  place(): string | undefined;
  period(): Period | undefined;
  date(option: string): string | undefined;
  /** Where the dossier is, as asked for. */
  location(): string | undefined;
  /** Opens the dossier once; closed when the command ends. */
  dossier(options?: { write?: Writing }): Promise<Store>;
  /** Prints JSON where it was asked for, else the lines. */
  print(json: unknown, lines: () => string): void;
  close(): Promise<void>;
}

const SHORT: Readonly<Record<string, string>> = { output: 'o', help: 'h' };

/** The context, or the help that was asked for. Throws `usage.*`. */
export function parse(argv: readonly string[], io: Io): Context | string {
  const [first, ...rest] = argv;
  const language = languageOf(argv, io.env);
  if (first === undefined || first === '--help' || first === '-h' || first === 'help')
    return generalHelp(language);
  const name = commandNames.find(it => it === first);
  if (!name) throw new Problem('usage.command', { what: first });
  const spec: CommandSpec = commands[name];
  const { values, positionals } = parseOptions(name, spec, rest);
  if (values.help === true) return helpOf(name, language);
  return context(name, positionals, values, io, language);
}

/** The language asked for, even where the rest of the line is wrong. */
export function languageOf(argv: readonly string[], env: Io['env']): Language {
  const at = argv.findIndex(it => it === '--lang' || it.startsWith('--lang='));
  const asked = (at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1])) ?? env.PROBANZA_LANG ?? 'en';
  return isLanguage(asked) ? asked : 'en';
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parseOptions(
  name: string,
  spec: CommandSpec,
  args: readonly string[],
): { values: Values; positionals: string[] } {
  const known: Record<string, Option> = {
    ...spec.options,
    ...everywhere,
    ...(spec.dossier ? { dossier: dossierOption } : {}),
  };
  const options = Object.fromEntries(
    Object.entries(known).map(([key, { type, multiple }]) => {
      const short = SHORT[key];
      return [key, { type, multiple: multiple ?? false, ...(short ? { short } : {}) }];
    }),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [, what = 'option'] = /['"](-[^'"\s]*)/.exec(String(error)) ?? [];
    const unknown = String(error).includes('Unknown option');
    throw unknown
      ? new Problem('usage.flag', { what, where: name })
      : new Problem('usage.missing', { what: `${what} VALUE`, where: name });
  }
}

function context(
  name: CommandName,
  args: readonly string[],
  values: Values,
  io: Io,
  language: Language,
): Context {
  let opened: Promise<Store> | undefined;
  const text = (option: string) => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const checked = (option: string, fits: (value: string) => boolean) => {
    const value = text(option);
    if (value !== undefined && !fits(value))
      throw new Problem('usage.value', { what: value, where: `--${option}` });
    return value;
  };
  // a report may be in all of them at once
  checked('lang', value => isLanguage(value) || (name === 'report' && value === 'all'));
  const self: Context = {
    name,
    args,
    io,
    language,
    json: values.json === true,
    by: io.env.PROBANZA_BY ?? 'local',
    text,
    texts: option => [values[option] ?? []].flat().map(String),
    flag: option => values[option] === true,
    need: option => text(option) ?? missing(name, `--${option}`),
    place: () => checked('place', isPlace),
    period: () => (text('period') === undefined ? undefined : parsePeriod(text('period') ?? '')),
    date: option => checked(option, isPartialDate),
    location: () => text('dossier') ?? io.env.PROBANZA_DOSSIER,
    dossier: async options => {
      const { openDossier } = await import('#cli/dossier.ts');
      opened ??= openDossier(self, options);
      return opened;
    },
    print: (json, lines) => {
      if (self.json) for (const piece of jsonPieces(json)) io.stdout.write(piece);
      io.stdout.write(self.json ? '\n' : `${lines().trimEnd()}\n`);
    },
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
  return self;
}

function missing(where: string, what: string): never {
  throw new Problem('usage.missing', { where, what });
}
