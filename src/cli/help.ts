/** `--help`, drawn from the table of commands. */
import {
  type CommandName,
  type CommandSpec,
  commandNames,
  commands,
  dossierOption,
  everywhere,
  type Option,
} from '#cli/commands.ts';
import { wrap } from '#cli/table.ts';
import type { Language, Sentence } from '#words/language.ts';

const intro: Sentence = {
  en: 'Probanza: mission, forced labour, or both? Evidence in, findings anyone can check out.',
  es: 'Probanza: ¿misión, trabajo forzoso o ambas cosas? Entran pruebas, salen resultados que cualquiera puede comprobar.',
  pt: 'Probanza: missão, trabalho forçado, ou ambos? Entram provas, saem resultados que qualquer pessoa pode verificar.',
};
const more: Sentence = {
  en: '`probanza COMMAND --help` tells more. Exit: 0 done, 1 a check failed, 2 wrong use or bad input.',
  es: '`probanza ORDEN --help` dice más. Salida: 0 hecho, 1 falló una comprobación, 2 uso o entrada incorrectos.',
  pt: '`probanza COMANDO --help` diz mais. Saída: 0 feito, 1 falhou uma verificação, 2 uso ou entrada incorretos.',
};

export function generalHelp(language: Language): string {
  const lines = commandNames.map(name => `  ${name.padEnd(10)} ${commands[name].about[language]}`);
  return `${wrap(intro[language], 80)}\n\n${lines.join('\n')}\n\n${wrap(more[language], 80)}\n`;
}

export function helpOf(name: CommandName, language: Language): string {
  const spec: CommandSpec = commands[name];
  const options = { ...spec.options, ...(spec.dossier ? { dossier: dossierOption } : {}), ...everywhere };
  const lines = Object.entries(options).map(([key, option]) => optionLine(key, option, language));
  return `probanza ${spec.usage}\n${wrap(spec.about[language], 80)}\n\n${lines.join('\n')}\n`;
}

function optionLine(key: string, option: Option, language: Language): string {
  const name = `  --${key}${option.value ? ` ${option.value}` : ''}`;
  return `${name.padEnd(26)} ${wrap(option.about[language], 53).replaceAll('\n', `\n${' '.repeat(27)}`)}`;
}
