/** Every command with its options, as data: `--help`, docs/commands.md and the parser all read this. */
import type { Sentence } from '#words/language.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly multiple?: true;
  readonly about: Sentence;
}

export interface CommandSpec {
  readonly usage: string;
  readonly about: Sentence;
  readonly options: Readonly<Record<string, Option>>;
  /** Whether it takes `--dossier`. */
  readonly dossier: boolean;
}

const flag = (en: string, es: string, pt: string): Option => ({ type: 'boolean', about: { en, es, pt } });
const take = (value: string, en: string, es: string, pt: string): Option => ({
  type: 'string',
  value,
  about: { en, es, pt },
});
const each = (value: string, en: string, es: string, pt: string): Option => ({
  ...take(value, en, es, pt),
  multiple: true,
});

const place = take(
  'ISO3',
  'the host: a country code, WLD, or a region such as ITA/Calabria',
  'el país receptor: un código, WLD o una región como ITA/Calabria',
  'o país de acolhimento: um código, WLD ou uma região como ITA/Calabria',
);
const period = take(
  'FROM/TO',
  'partial dates, the last day included',
  'fechas parciales, último día incluido',
  'datas parciais, último dia incluído',
);
const ocr = take(
  'en,es,pt',
  'recognise the words of scans, in these languages',
  'reconocer las palabras de los escaneos, en estos idiomas',
  'reconhecer as palavras das digitalizações, nestas línguas',
);
const source = take('ID', 'only of this source', 'solo de esta fuente', 'só desta fonte');

const ownStandards = take(
  'FOLDER',
  'a folder of standards of one’s own, used beside the others; else PROBANZA_STANDARDS',
  'una carpeta de normas propias, usada junto a las demás; si no, PROBANZA_STANDARDS',
  'uma pasta de normas próprias, usada a par das outras; senão, PROBANZA_STANDARDS',
);

const held = take(
  'all|originals',
  'originals leaves out what is only cited',
  'originals deja fuera lo solo citado',
  'originals deixa de fora o que só é citado',
);

/** A table that leaves the house. */
const leaving = {
  csv: take(
    'FILE',
    'as a table, a row each',
    'como tabla, una fila por cada uno',
    'como tabela, uma linha por cada um',
  ),
  xlsx: take(
    'FILE',
    'the same for a spreadsheet',
    'lo mismo para una hoja de cálculo',
    'o mesmo para uma folha de cálculo',
  ),
};

const model = {
  model: take(
    'URL',
    'ask a language model of this machine too, such as http://127.0.0.1:8080/v1; each proposal must quote the text',
    'preguntar también a un modelo de lenguaje de esta máquina, como http://127.0.0.1:8080/v1; cada propuesta debe citar el texto',
    'perguntar também a um modelo de linguagem desta máquina, como http://127.0.0.1:8080/v1; cada proposta tem de citar o texto',
  ),
  'model-name': take(
    'NAME',
    'which of its models; default: its first',
    'cuál de sus modelos; por defecto, el primero',
    'qual dos seus modelos; por omissão, o primeiro',
  ),
};

export const everywhere: Readonly<Record<string, Option>> = {
  json: flag('print JSON', 'imprimir JSON', 'imprimir JSON'),
  lang: take(
    'en|es|pt',
    'language of what is printed',
    'idioma de lo que se imprime',
    'língua do que se imprime',
  ),
  help: flag('print this help', 'imprimir esta ayuda', 'imprimir esta ajuda'),
};

export const dossierOption = take(
  'DOSSIER',
  'a store’s folder, a postgres:// address or a package’s folder; else PROBANZA_DOSSIER, else the reference dossier',
  'la carpeta de un expediente, una dirección postgres:// o la carpeta de un paquete; si no, PROBANZA_DOSSIER o el expediente de referencia',
  'a pasta de um dossiê, um endereço postgres:// ou a pasta de um pacote; senão, PROBANZA_DOSSIER ou o dossiê de referência',
);

export const commands = {
  start: {
    usage: 'start [--port N]',
    about: {
      en: 'print the five answers and serve them',
      es: 'imprimir las cinco respuestas y servirlas',
      pt: 'imprimir as cinco respostas e servi-las',
    },
    options: {
      port: take(
        'N',
        'port on 127.0.0.1; 0 takes a free one',
        'puerto en 127.0.0.1; 0 toma uno libre',
        'porta em 127.0.0.1; 0 escolhe uma livre',
      ),
      standards: ownStandards,
      ...model,
    },
    dossier: true,
  },
  serve: {
    usage: 'serve [--port N]',
    about: {
      en: 'serve the workbench on 127.0.0.1',
      es: 'servir el banco de trabajo en 127.0.0.1',
      pt: 'servir a bancada em 127.0.0.1',
    },
    options: {
      port: take(
        'N',
        'port on 127.0.0.1; 0 takes a free one',
        'puerto en 127.0.0.1; 0 toma uno libre',
        'porta em 127.0.0.1; 0 escolhe uma livre',
      ),
      standards: ownStandards,
      ...model,
    },
    dossier: true,
  },
  read: {
    usage: 'read FILE… | - | --jsonl FILE',
    about: {
      en: 'propose who says what in a text: claims, figures, bearings, the outlet’s voice',
      es: 'proponer quién dice qué en un texto: afirmaciones, cifras, indicios, la voz del medio',
      pt: 'propor quem diz o quê num texto: afirmações, números, indícios, a voz do veículo',
    },
    options: {
      jsonl: take(
        'FILE',
        'one {docId, lang, text} a line in, docId and proposals a line out',
        'una línea {docId, lang, text} de entrada, una con docId y propuestas de salida',
        'uma linha {docId, lang, text} de entrada, uma com docId e propostas de saída',
      ),
      text: flag(
        'give the extracted text too',
        'dar también el texto extraído',
        'dar também o texto extraído',
      ),
      language: take(
        'en|es|pt',
        'the language of the text; told by its words where absent',
        'el idioma del texto; si falta, lo dicen sus palabras',
        'o idioma do texto; se faltar, dizem-no as palavras',
      ),
      published: take(
        'DAY',
        'the day of publication, against which “last year” is read',
        'el día de publicación, contra el que se lee «el año pasado»',
        'o dia de publicação, contra o qual se lê «o ano passado»',
      ),
      ...model,
      ocr,
    },
    dossier: false,
  },
  new: {
    usage: 'new FOLDER [--title TITLE] [--state ISO3] [--duty-bearer NAME]',
    about: { en: 'make an empty dossier', es: 'crear un expediente vacío', pt: 'criar um dossiê vazio' },
    options: {
      title: take(
        'TITLE',
        'what the dossier is called',
        'cómo se llama el expediente',
        'como se chama o dossiê',
      ),
      id: take(
        'ID',
        'its id; else made from the title',
        'su id; si no, se forma del título',
        'o seu id; senão, forma-se do título',
      ),
      state: take('ISO3', 'the state that sends', 'el Estado que envía', 'o Estado que envia'),
      'duty-bearer': take(
        'NAME',
        'whose conduct findings are about',
        'de quién es la conducta evaluada',
        'de quem é a conduta avaliada',
      ),
    },
    dossier: false,
  },
  import: {
    usage: 'import PACKAGE --dossier DOSSIER',
    about: {
      en: 'make a dossier from a package or a backup',
      es: 'crear un expediente de un paquete o una copia',
      pt: 'criar um dossiê de um pacote ou de uma cópia',
    },
    options: {},
    dossier: true,
  },
  export: {
    usage: 'export -o FOLDER',
    about: {
      en: 'write the dossier as a package',
      es: 'escribir el expediente como paquete',
      pt: 'escrever o dossiê como pacote',
    },
    options: {
      output: take('FOLDER', 'where to write', 'dónde escribir', 'onde escrever'),
      replace: flag(
        'write over a package that is there',
        'sobrescribir un paquete existente',
        'escrever por cima de um pacote existente',
      ),
    },
    dossier: true,
  },
  backup: {
    usage: 'backup -o FILE',
    about: {
      en: 'write the dossier into one file',
      es: 'guardar el expediente en un solo archivo',
      pt: 'guardar o dossiê num só ficheiro',
    },
    options: { output: take('FILE', 'where to write', 'dónde escribir', 'onde escrever') },
    dossier: true,
  },
  add: {
    usage: 'add FILE|FOLDER|ZIP… | --resume [--source ID | --version-of ID] [--title …] [--url …]',
    about: {
      en: 'archive sources and read them; a folder or ZIP goes on where it stopped (exit 1 if a file failed, 130 if interrupted)',
      es: 'archivar fuentes y leerlas; una carpeta o un ZIP continúa donde se detuvo (salida 1 si falló un archivo, 130 si se interrumpió)',
      pt: 'arquivar fontes e lê-las; uma pasta ou um ZIP continua onde parou (saída 1 se um ficheiro falhou, 130 se foi interrompido)',
    },
    options: {
      resume: flag(
        'go on with what was stopped half-way',
        'continuar lo que quedó a medias',
        'continuar o que ficou a meio',
      ),
      source: take(
        'ID',
        'the original of a source that is cited so far',
        'el original de una fuente hasta ahora solo citada',
        'o original de uma fonte até agora só citada',
      ),
      'version-of': take(
        'ID',
        'a later version of the document that this source is',
        'una versión posterior del documento que es esta fuente',
        'uma versão posterior do documento que é esta fonte',
      ),
      title: take('TITLE', 'as printed', 'tal como figura', 'tal como figura'),
      publisher: take('NAME', 'who published it', 'quién lo publicó', 'quem publicou'),
      author: take('NAME', 'as printed', 'tal como figura', 'tal como figura'),
      date: take('DATE', 'of publication', 'de publicación', 'de publicação'),
      url: take('URL', 'where it was', 'dónde estaba', 'onde estava'),
      kind: take(
        'KIND',
        'article, report, agreement, statement, …',
        'article, report, agreement, statement, …',
        'article, report, agreement, statement, …',
      ),
      grade: take('A-F', 'reliability', 'fiabilidad', 'fiabilidade'),
      'grade-reason': take('TEXT', 'why', 'por qué', 'porquê'),
      ocr,
      ...model,
    },
    dossier: true,
  },
  reextract: {
    usage: 'reextract SOURCE… | --all',
    about: {
      en: 'extract originals anew; words found again exactly move over, the rest waits for a person (exit 1)',
      es: 'extraer de nuevo los originales; lo hallado palabra por palabra pasa, lo demás espera a una persona (salida 1)',
      pt: 'extrair de novo os originais; o que se acha palavra por palavra passa, o resto espera por uma pessoa (saída 1)',
    },
    options: {
      all: flag(
        'every original that is held',
        'todos los originales conservados',
        'todos os originais guardados',
      ),
    },
    dossier: true,
  },
  review: {
    usage: 'review [accept|reject|withdraw|edit|answer|searched|bear|undo] [ID…] | anchors | versions SOURCE',
    about: {
      en: 'see and decide what waits for a person',
      es: 'ver y decidir lo que espera a una persona',
      pt: 'ver e decidir o que espera por uma pessoa',
    },
    options: {
      source,
      kind: take(
        'KIND',
        'only claim, figure, bearing, anchor or copy',
        'solo claim, figure, bearing, anchor o copy',
        'só claim, figure, bearing, anchor ou copy',
      ),
      speaker: take('NAME', 'only of this speaker', 'solo de este hablante', 'só deste falante'),
      element: take(
        'ID',
        'only what bears on this element',
        'solo lo que incide en este elemento',
        'só o que incide neste elemento',
      ),
      order: take(
        'settles|confidence|text',
        'what settles most first, the surest first, or as in the text',
        'primero lo que más resuelve, lo más seguro, o según el texto',
        'primeiro o que mais resolve, o mais seguro, ou segundo o texto',
      ),
      carry: flag(
        'set what was set for the last claim of the same source and speaker',
        'fijar lo que se fijó en la última afirmación de la misma fuente y hablante',
        'definir o que se definiu na última afirmação da mesma fonte e falante',
      ),
      all: flag('every proposal so chosen', 'todas las propuestas elegidas', 'todas as propostas escolhidas'),
      set: each(
        'COLUMN=VALUE',
        'a column of the claim to set',
        'una columna que fijar',
        'uma coluna a definir',
      ),
      answers: take('ID', 'the claim that is answered', 'la afirmación respondida', 'a afirmação respondida'),
      as: take(
        'rebuts|undercuts|supports',
        'how it answers, or bears on an element',
        'cómo responde, o incide en un elemento',
        'como responde, ou incide num elemento',
      ),
      subject: take(
        'ID|KIND:NAME',
        'whom a bearing is about: an id, programme, rule:NAME, cohort:NAME or person:PSEUDONYM',
        'de quién trata una incidencia: un id, programme, rule:NOMBRE, cohort:NOMBRE o person:SEUDÓNIMO',
        'de quem trata uma incidência: um id, programme, rule:NOME, cohort:NOME ou person:PSEUDÓNIMO',
      ),
      binds: take(
        'TEXT',
        'why the rule it is about binds everybody posted',
        'por qué la regla de que trata obliga a todos los destinados',
        'porque é que a regra de que trata obriga todos os destacados',
      ),
      reason: take('TEXT', 'why', 'por qué', 'porquê'),
      places: take(
        'TEXT',
        'searched: where an answer was looked for',
        'searched: dónde se buscó una respuesta',
        'searched: onde se procurou uma resposta',
      ),
      languages: take(
        'TEXT',
        'searched: in which languages',
        'searched: en qué idiomas',
        'searched: em que línguas',
      ),
      found: take('TEXT', 'searched: what came of it', 'searched: qué resultó', 'searched: o que resultou'),
      date: take(
        'DATE',
        'searched: when; else today',
        'searched: cuándo; si no, hoy',
        'searched: quando; senão, hoje',
      ),
      limit: take('N', 'how many to print', 'cuántas imprimir', 'quantas imprimir'),
    },
    dossier: true,
  },
  families: {
    usage: 'families [--source ID] [--find] [--relate ID --of ID --as version|copy|part --reason TEXT]',
    about: {
      en: 'which sources are copies, versions or parts of each other',
      es: 'qué fuentes son copias, versiones o partes unas de otras',
      pt: 'que fontes são cópias, versões ou partes umas das outras',
    },
    options: {
      source,
      find: flag(
        'look for copies among all that is held, and leave them to review',
        'buscar copias entre todo lo conservado y dejarlas a la revisión',
        'procurar cópias entre tudo o que se conserva e deixá-las à revisão',
      ),
      relate: take(
        'ID',
        'record that this source belongs to another',
        'anotar que esta fuente pertenece a otra',
        'registar que esta fonte pertence a outra',
      ),
      of: take('ID', 'the source it belongs to', 'la fuente a la que pertenece', 'a fonte a que pertence'),
      as: take(
        'version|copy|part',
        'how; default version',
        'cómo; por defecto version',
        'como; por omissão version',
      ),
      reason: take('TEXT', 'how it is known', 'cómo se sabe', 'como se sabe'),
    },
    dossier: true,
  },
  compare: {
    usage: 'compare A B',
    about: {
      en: 'what changed between the texts of two sources, or two texts of one: numbers and names first',
      es: 'qué cambió entre los textos de dos fuentes, o dos textos de una: primero cifras y nombres',
      pt: 'o que mudou entre os textos de duas fontes, ou dois textos de uma: primeiro números e nomes',
    },
    options: {},
    dossier: true,
  },
  parties: {
    usage: 'parties [--search WORDS]',
    about: {
      en: 'who speaks and who is spoken of',
      es: 'quién habla y de quién se habla',
      pt: 'quem fala e de quem se fala',
    },
    options: {
      search: take(
        'WORDS',
        'in a name, an alias or an id',
        'en un nombre, un alias o un id',
        'num nome, num alias ou num id',
      ),
    },
    dossier: true,
  },
  party: {
    usage: 'party ID|NAME [--set COLUMN=VALUE | --merge ID|NAME]',
    about: {
      en: 'everything on one party; edit its names, or merge it into the party that it is',
      es: 'todo sobre una parte; editar sus nombres o unirla a la parte que es',
      pt: 'tudo sobre uma parte; editar os seus nomes ou juntá-la à parte que é',
    },
    options: {
      set: each(
        'COLUMN=VALUE',
        'name, kind, parent, place, members, note or aliases (“; ” between)',
        'name, kind, parent, place, members, note o aliases (separados por «; »)',
        'name, kind, parent, place, members, note ou aliases (separados por «; »)',
      ),
      merge: take(
        'ID|NAME',
        'the party it is: takes its claims and its names',
        'la parte que es: toma sus afirmaciones y sus nombres',
        'a parte que é: toma as suas afirmações e os seus nomes',
      ),
    },
    dossier: true,
  },
  claims: {
    usage: 'claims [--search WORDS] [filters]',
    about: {
      en: 'who says so: claims with their words',
      es: 'quién lo dice: afirmaciones con sus palabras',
      pt: 'quem o diz: afirmações com as suas palavras',
    },
    options: {
      search: take(
        'WORDS',
        'words in any of the three languages',
        'palabras en cualquiera de los tres idiomas',
        'palavras em qualquer das três línguas',
      ),
      element: take(
        'ID',
        'that bear on this element',
        'que inciden en este elemento',
        'que incidem neste elemento',
      ),
      place,
      period,
      asserter: take('NAME', 'id or part of the name', 'id o parte del nombre', 'id ou parte do nome'),
      side: take(
        'SIDE',
        'critical, defending or neutral',
        'critical, defending o neutral',
        'critical, defending ou neutral',
      ),
      type: take(
        'TYPE',
        'fact, rule, opinion, effect or promise',
        'fact, rule, opinion, effect o promise',
        'fact, rule, opinion, effect ou promise',
      ),
      state: take(
        'STATE',
        'collected, accepted or withdrawn',
        'collected, accepted o withdrawn',
        'collected, accepted ou withdrawn',
      ),
      source,
      id: take(
        'ID',
        'one claim, whole, with its history',
        'una afirmación, entera, con su historial',
        'uma afirmação, inteira, com o seu historial',
      ),
    },
    dossier: true,
  },
  translate: {
    usage: 'translate CLAIM --to LANG (--proposition WORDS | --take)',
    about: {
      en: 'give a claim’s proposition in another language; the claim keeps its own words',
      es: 'dar la proposición de una afirmación en otro idioma; la afirmación conserva sus palabras',
      pt: 'dar a proposição de uma afirmação noutra língua; a afirmação conserva as suas palavras',
    },
    options: {
      to: take(
        'LANG',
        'the language, as a BCP 47 code: es, pt-BR',
        'el idioma, con su código BCP 47: es, pt-BR',
        'a língua, com o seu código BCP 47: es, pt-BR',
      ),
      proposition: take(
        'WORDS',
        'the proposition in that language',
        'la proposición en ese idioma',
        'a proposição nessa língua',
      ),
      take: flag('take the translation back', 'retirar la traducción', 'retirar a tradução'),
    },
    dossier: true,
  },
  assess: {
    usage: 'assess --standard ID [--proof ID] [--place ISO3] [--period FROM/TO]',
    about: {
      en: 'is it forced labour: a standard applied to the claims',
      es: '¿es trabajo forzoso?: una norma aplicada a las afirmaciones',
      pt: 'é trabalho forçado?: uma norma aplicada às afirmações',
    },
    options: {
      standard: take('ID', 'the standard', 'la norma', 'a norma'),
      proof: take(
        'ID',
        'proof standard; default reasonable-grounds; all: every rung of the ladder',
        'estándar de prueba; por defecto reasonable-grounds; all: todos los peldaños',
        'padrão de prova; por omissão reasonable-grounds; all: todos os degraus',
      ),
      place,
      period,
      route: take(
        'ROUTE',
        'rules, pattern, purpose, person, or all: each by itself',
        'rules, pattern, purpose, person, o all: cada una por separado',
        'rules, pattern, purpose, person, ou all: cada uma por si',
      ),
      presume: each(
        'ID',
        'a presumption that may be relied on, such as iachr-rules-38; by default none',
        'una presunción en que apoyarse, como iachr-rules-38; por defecto ninguna',
        'uma presunção em que se apoiar, como iachr-rules-38; por omissão nenhuma',
      ),
      without: each(
        'ID,…',
        'as if these claims were withdrawn; nothing is recorded',
        'como si se retiraran estas afirmaciones; nada se anota',
        'como se estas afirmações fossem retiradas; nada se regista',
      ),
      grade: each(
        'ID=GRADE',
        'as if this claim were graded 1 to 6, its source A to F, or both (B2); nothing is recorded',
        'como si la afirmación tuviera grado 1 a 6, su fuente A a F, o ambos (B2); nada se anota',
        'como se a afirmação tivesse grau 1 a 6, a sua fonte A a F, ou ambos (B2); nada se regista',
      ),
      'duty-bearer': take(
        'ID',
        'whose conduct it is about',
        'de quién es la conducta',
        'de quem é a conduta',
      ),
      held,
      standards: ownStandards,
      record: flag(
        'write the finding’s hash into the history',
        'anotar el hash del resultado en el historial',
        'registar o hash do resultado no historial',
      ),
    },
    dossier: true,
  },
  hypotheses: {
    usage: 'hypotheses [--set ID] [--place ISO3] [--period FROM/TO]',
    about: {
      en: 'rival explanations over the same evidence: which claims tell them apart, which fit every one',
      es: 'explicaciones rivales de las mismas pruebas: qué afirmaciones las distinguen y cuáles encajan con todas',
      pt: 'explicações rivais das mesmas provas: que afirmações as distinguem e quais se ajustam a todas',
    },
    options: {
      set: take(
        'ID',
        'which set of hypotheses; default the first',
        'qué conjunto de hipótesis; por defecto el primero',
        'que conjunto de hipóteses; por omissão o primeiro',
      ),
      place,
      period,
      held,
    },
    dossier: true,
  },
  standards: {
    usage: 'standards [ID] | --proofs | --check [FILE|FOLDER]',
    about: {
      en: 'the standards there are, what one requires, and what is wrong with a file of one’s own',
      es: 'las normas que hay, qué exige una y qué está mal en un archivo propio',
      pt: 'as normas que há, o que uma exige e o que está errado num ficheiro próprio',
    },
    options: {
      check: flag(
        'check a file or folder, else all: one line for each fault, exit 1',
        'comprobar un archivo o carpeta, o todo: una línea por falta, salida 1',
        'verificar um ficheiro ou pasta, ou tudo: uma linha por falta, saída 1',
      ),
      proofs: flag(
        'the proof standards: what each asks for, and who uses it',
        'los estándares de prueba: qué pide cada uno y quién lo usa',
        'os padrões de prova: o que cada um pede e quem o usa',
      ),
      standards: ownStandards,
    },
    dossier: false,
  },
  crosswalk: {
    usage: 'crosswalk [--element ID] [--standard ID] [--show]',
    about: {
      en: 'propose bearings on other standards that would follow from those the dossier has',
      es: 'proponer incidencias sobre otras normas que se seguirían de las que tiene el expediente',
      pt: 'propor incidências sobre outras normas que se seguiriam das que o dossiê tem',
    },
    options: {
      element: take('ID', 'only from this element', 'solo desde este elemento', 'só a partir deste elemento'),
      standard: take('ID', 'only towards this standard', 'solo hacia esta norma', 'só para esta norma'),
      show: flag(
        'propose nothing, only show',
        'no proponer nada, solo mostrar',
        'não propor nada, só mostrar',
      ),
      standards: ownStandards,
    },
    dossier: true,
  },
  figures: {
    usage:
      'figures [--counted WHAT] [--place ISO3] [--period FROM/TO] [--pool ID,ID [--level 0.95]] [--csv FILE] [--xlsx FILE]',
    about: {
      en: 'how many: rival figures side by side',
      es: 'cuántos: cifras rivales lado a lado',
      pt: 'quantos: números rivais lado a lado',
    },
    options: {
      counted: take('WHAT', 'workers, revenue, …', 'workers, revenue, …', 'workers, revenue, …'),
      place,
      period,
      ...leaving,
      pool: take(
        'ID,ID',
        'one number from independent estimates whose low and high are confidence intervals',
        'un número a partir de estimaciones independientes cuyos extremos son intervalos de confianza',
        'um número a partir de estimativas independentes cujos extremos são intervalos de confiança',
      ),
      level: take(
        '0.95',
        'how sure the intervals to pool are',
        'certeza de los intervalos que se combinan',
        'certeza dos intervalos que se combinam',
      ),
    },
    dossier: true,
  },
  register: {
    usage: 'register [--place ISO3] [--at DATE]',
    about: {
      en: 'agreements, deployments by host and time, current and cumulative totals',
      es: 'acuerdos, despliegues por país y tiempo, totales actuales y acumulados',
      pt: 'acordos, destacamentos por país e tempo, totais atuais e acumulados',
    },
    options: {
      place,
      at: take(
        'DATE',
        'the day agreements are told as of; default today',
        'el día al que se refieren los acuerdos; por omisión hoy',
        'o dia a que se referem os acordos; por omissão hoje',
      ),
    },
    dossier: true,
  },
  survey: {
    usage:
      'survey FILE (--positive COL | --mean COL | --total COL | --ratio COL --over COL | --standard ID --map FILE) [--weight COL] [--strata COL] [--psu COL] [--stage2 COL] [--fpc COL] [--by COL] [--frame TEXT]',
    about: {
      en: 'what interviews say of a population, where a probability design is declared, and else of those who answered',
      es: 'qué dicen las entrevistas de una población, si se declara un diseño probabilístico, y si no de quienes respondieron',
      pt: 'o que as entrevistas dizem de uma população, se se declara um desenho probabilístico, e senão de quem respondeu',
    },
    options: {
      positive: take(
        'COL',
        'share who said yes',
        'proporción que dijo que sí',
        'proporção que disse que sim',
      ),
      mean: take('COL', 'mean of a number', 'media de un número', 'média de um número'),
      total: take('COL', 'total of a number', 'total de un número', 'total de um número'),
      ratio: take(
        'COL',
        'total of one number by that of --over',
        'total de un número entre el de --over',
        'total de um número pelo de --over',
      ),
      over: take('COL', 'the lower line of --ratio', 'el denominador de --ratio', 'o denominador de --ratio'),
      standard: take(
        'ID',
        'share whom the standard’s rule classifies as positive',
        'proporción que la regla de la norma clasifica como positiva',
        'proporção que a regra da norma classifica como positiva',
      ),
      map: take(
        'FILE',
        'which columns and answers stand for which elements',
        'qué columnas y respuestas representan qué elementos',
        'que colunas e respostas representam que elementos',
      ),
      weight: take('COL', 'weights', 'pesos', 'pesos'),
      strata: take('COL', 'strata', 'estratos', 'estratos'),
      psu: take(
        'COL',
        'clusters drawn first',
        'conglomerados extraídos primero',
        'conglomerados extraídos primeiro',
      ),
      stage2: take(
        'COL',
        'units drawn within them',
        'unidades extraídas dentro de ellos',
        'unidades extraídas dentro deles',
      ),
      fpc: take(
        'COL[,COL]',
        'how many units each stratum (and cluster) has, or the share drawn',
        'cuántas unidades tiene cada estrato (y conglomerado), o la fracción extraída',
        'quantas unidades tem cada estrato (e conglomerado), ou a fração extraída',
      ),
      fpc2: take(
        'COL',
        'the same, of the second stage',
        'lo mismo, de la segunda etapa',
        'o mesmo, da segunda etapa',
      ),
      by: take('COL', 'a row for each value', 'una fila por valor', 'uma linha por valor'),
      compare: take(
        'A,B',
        'the difference of two of them',
        'la diferencia entre dos de ellos',
        'a diferença entre dois deles',
      ),
      margin: each(
        'COL=V:N,…',
        'known totals that the weights are adjusted to',
        'totales conocidos a los que se ajustan los pesos',
        'totais conhecidos a que se ajustam os pesos',
      ),
      interval: take('logit|beta|asin|mean', 'kind of interval', 'tipo de intervalo', 'tipo de intervalo'),
      level: take(
        '0.95|0.9|0.8',
        'how sure an interval is',
        'certeza de un intervalo',
        'certeza de um intervalo',
      ),
      variance: take(
        'taylor|jk1|jkn|brr|fay',
        'how errors are computed',
        'cómo se calculan los errores',
        'como se calculam os erros',
      ),
      lonely: take(
        'fail|remove|adjust|average|certainty',
        'what a stratum with one cluster adds',
        'qué aporta un estrato con un solo conglomerado',
        'o que acrescenta um estrato com um só conglomerado',
      ),
      frame: take(
        'TEXT',
        'declares the probability design, and whom it covers',
        'declara el diseño probabilístico y a quién cubre',
        'declara o desenho probabilístico e quem abrange',
      ),
      record: flag(
        'keep each share as a claim of the dossier; the mapping’s survey.by names who asked',
        'guardar cada proporción como afirmación del expediente; survey.by de la correspondencia dice quién preguntó',
        'guardar cada proporção como afirmação do dossiê; survey.by da correspondência diz quem perguntou',
      ),
      grade: take(
        'A-F',
        'with --record: reliability of who asked; F, unknown, where absent',
        'con --record: fiabilidad de quien preguntó; F, desconocida, si falta',
        'com --record: fiabilidade de quem perguntou; F, desconhecida, se faltar',
      ),
      'grade-reason': take('TEXT', 'why', 'por qué', 'porquê'),
      credibility: take(
        '1-6',
        'with --record: of the shares; 6, unknown, where absent',
        'con --record: de las proporciones; 6, desconocida, si falta',
        'com --record: das proporções; 6, desconhecida, se faltar',
      ),
    },
    dossier: true,
  },
  population: {
    usage:
      'population FILE [--method all|log-linear|chao|sample-coverage|dga|latent-class] [--level 0.95|0.8] [--cap N] [--resamples N] [--seed N]',
    about: {
      en: 'how many nobody counted: the size of a group from overlapping lists, all methods side by side',
      es: 'cuántos que nadie contó: el tamaño de un grupo a partir de listas que se solapan, con todos los métodos lado a lado',
      pt: 'quantos que ninguém contou: o tamanho de um grupo a partir de listas que se sobrepõem, com todos os métodos lado a lado',
    },
    options: {
      method: take('METHOD', 'only this method', 'solo este método', 'só este método'),
      level: take(
        '0.95|0.8',
        'how sure an interval is',
        'certeza de un intervalo',
        'certeza de um intervalo',
      ),
      cap: take(
        'N',
        'most unseen people that dga allows; default: as many as the data ask for, to 250000',
        'máximo de personas no vistas que admite dga; por omisión, las que los datos pidan, hasta 250000',
        'máximo de pessoas não vistas que dga admite; por omissão, as que os dados pedirem, até 250000',
      ),
      resamples: take(
        'N',
        'tables drawn again for bootstrap intervals; default 10000, 0 for none',
        'tablas remuestreadas para los intervalos; por omisión 10000, 0 para ninguna',
        'tabelas reamostradas para os intervalos; por omissão 10000, 0 para nenhuma',
      ),
      seed: take(
        'N',
        'of what is drawn at random; default 1',
        'de lo que se sortea; por omisión 1',
        'do que é sorteado; por omissão 1',
      ),
    },
    dossier: false,
  },
  money: {
    usage: 'money [--place ISO3] [--period FROM/TO] [--csv FILE] [--xlsx FILE]',
    about: {
      en: 'where the money goes: legs and the worker’s share',
      es: 'adónde va el dinero: tramos y parte del trabajador',
      pt: 'para onde vai o dinheiro: parcelas e parte do trabalhador',
    },
    options: {
      place,
      period,
      ...leaving,
    },
    dossier: true,
  },
  requests: {
    usage: 'requests [draft | record | reply REQUEST | state REQUEST STATE | calendar]',
    about: {
      en: 'what was asked, due and answered; draft a letter that asks, record it, its replies and its deadlines',
      es: 'qué se pidió, venció y respondió; redactar una carta que pregunta, registrarla, sus respuestas y sus plazos',
      pt: 'o que se pediu, venceu e respondeu; redigir uma carta que pergunta, registá-la, as respostas e os prazos',
    },
    options: {
      today: take(
        'DATE',
        'as it stands on this day; a letter is sent on it',
        'como está en este día; una carta se envía en él',
        'como está neste dia; uma carta é enviada nele',
      ),
      from: take(
        'PARTY',
        'who asks, or who replies',
        'quién pregunta o responde',
        'quem pergunta ou responde',
      ),
      to: each(
        'PARTY',
        'whom: a party or a group',
        'a quién: una parte o un grupo',
        'a quem: uma parte ou um grupo',
      ),
      about: take('TEXT', 'what it is about', 'de qué trata', 'de que trata'),
      basis: take('TEXT', 'on which law it rests', 'en qué norma se apoya', 'em que norma se apoia'),
      standard: take(
        'ID',
        'ask about what a finding under this standard leaves open',
        'preguntar por lo que deja abierto una conclusión según esta norma',
        'perguntar pelo que uma conclusão segundo esta norma deixa em aberto',
      ),
      proof: take('ID', 'the proof standard of that finding', 'el estándar de prueba', 'o padrão de prova'),
      route: take('rules|pattern|purpose|person', 'its route', 'su vía', 'a sua via'),
      place,
      period,
      claim: each(
        'ID',
        'ask the party to comment on this claim; with reply: the claim that tells it',
        'pedir comentarios sobre esta afirmación; con reply: la afirmación que la recoge',
        'pedir comentário a esta afirmação; com reply: a afirmação que a regista',
      ),
      question: each('TEXT', 'a question in one’s own words', 'una pregunta propia', 'uma pergunta própria'),
      days: take('N', 'days to answer', 'días para responder', 'dias para responder'),
      working: take(
        'ISO3',
        'count working days of this country',
        'contar días hábiles de este país',
        'contar dias úteis deste país',
      ),
      kind: take(
        'KIND',
        'of a reply: reply, partial, refusal, comment, silence or deferral',
        'de una respuesta: reply, partial, refusal, comment, silence o deferral',
        'de uma resposta: reply, partial, refusal, comment, silence ou deferral',
      ),
      date: take('DATE', 'when the reply came', 'cuándo llegó la respuesta', 'quando chegou a resposta'),
      summary: take(
        'TEXT',
        'what was said, in our own words',
        'qué se dijo, en palabras propias',
        'o que se disse, por palavras próprias',
      ),
      source: each(
        'ID',
        'a document that came with it',
        'un documento que vino con ella',
        'um documento que veio com ela',
      ),
      output: take(
        'FILE',
        'write to .docx or .txt, the calendar to .ics; else it is printed',
        'escribir en .docx o .txt, el calendario en .ics; si no, se imprime',
        'escrever em .docx ou .txt, o calendário em .ics; senão, é impresso',
      ),
    },
    dossier: true,
  },
  measures: {
    usage: 'measures [--place ISO3] [--period FROM/TO] [--around ID [--days N]]',
    about: {
      en: 'restrictions, agreements ended or changed, programmes',
      es: 'restricciones, acuerdos terminados o cambiados, programas',
      pt: 'restrições, acordos terminados ou alterados, programas',
    },
    options: {
      place,
      period,
      around: take(
        'ID',
        'what was counted and paid before and after this measure',
        'qué se contó y se pagó antes y después de esta medida',
        'o que se contou e pagou antes e depois desta medida',
      ),
      days: take(
        'N',
        'within so many days; default 730',
        'en tantos días; por defecto 730',
        'em tantos dias; por omissão 730',
      ),
    },
    dossier: true,
  },
  timeline: {
    usage: 'timeline [--place ISO3] [--period FROM/TO]',
    about: {
      en: 'everything dated, in order',
      es: 'todo lo fechado, en orden',
      pt: 'tudo o que tem data, por ordem',
    },
    options: { place, period },
    dossier: true,
  },
  report: {
    usage: 'report -o FOLDER [--lang en|es|pt|all] [--pdf] [--docx] [--redaction FILE] | --preview',
    about: {
      en: 'the five answers as pages that open from a disk, with every claim behind them',
      es: 'las cinco respuestas como páginas que se abren desde un disco, con cada afirmación detrás',
      pt: 'as cinco respostas como páginas que se abrem de um disco, com cada afirmação por trás',
    },
    options: {
      output: take('FOLDER', 'where to write', 'dónde escribir', 'onde escrever'),
      replace: flag(
        'write over a report that is there',
        'sobrescribir un informe existente',
        'escrever por cima de um relatório existente',
      ),
      held: take(
        'originals|all',
        'all takes what is only cited too; default originals',
        'all toma también lo solo citado; por defecto originals',
        'all toma também o que só é citado; por omissão originals',
      ),
      proof: take(
        'ID',
        'proof standard; default reasonable-grounds',
        'estándar de prueba; por defecto reasonable-grounds',
        'padrão de prova; por omissão reasonable-grounds',
      ),
      place,
      period,
      audience: take(
        'public|partners|court',
        'who will read it; default public',
        'quién lo leerá; por defecto public',
        'quem o lerá; por omissão public',
      ),
      redaction: take(
        'FILE',
        'what is held back, as YAML; see docs/report.md',
        'lo que se reserva, en YAML; vea docs/report.md',
        'o que se reserva, em YAML; veja docs/report.md',
      ),
      preview: flag(
        'tell what would leave and what might tell who somebody is',
        'decir qué saldría y qué podría revelar quién es alguien',
        'dizer o que sairia e o que poderia revelar quem é alguém',
      ),
      sheet: flag(
        'one page to print, too',
        'también una sola página para imprimir',
        'também uma só página para imprimir',
      ),
      pdf: flag(
        'the same as PDF, by this machine’s Chromium',
        'lo mismo en PDF, con el Chromium de esta máquina',
        'o mesmo em PDF, com o Chromium desta máquina',
      ),
      docx: flag('the same as DOCX', 'lo mismo en DOCX', 'o mesmo em DOCX'),
      proofs: flag(
        'hashes, a signed checkpoint and a proof for each claim, for probanza verify FOLDER',
        'hashes, un punto de control firmado y una prueba por afirmación, para probanza verify FOLDER',
        'hashes, um ponto de controlo assinado e uma prova por afirmação, para probanza verify FOLDER',
      ),
    },
    dossier: true,
  },
  checkpoint: {
    usage: 'checkpoint [-o FILE]',
    about: {
      en: 'sign the head of the history, to be held elsewhere; the key stays in the dossier’s folder',
      es: 'firmar la cabeza del historial, para guardarla aparte; la clave queda en la carpeta del expediente',
      pt: 'assinar a cabeça do histórico, para guardar à parte; a chave fica na pasta do dossiê',
    },
    options: { output: take('FILE', 'write it there', 'escribirla ahí', 'escrevê-la aí') },
    dossier: true,
  },
  verify: {
    usage: 'verify [FOLDER] [--checkpoint FILE] [--key TEXT]',
    about: {
      en: 'recompute every hash, anchor and recorded finding',
      es: 'recalcular cada hash, ancla y resultado anotado',
      pt: 'recalcular cada hash, âncora e resultado registado',
    },
    options: {
      checkpoint: take(
        'FILE',
        'compare with a checkpoint held elsewhere',
        'comparar con un punto de control guardado aparte',
        'comparar com um ponto de controlo guardado à parte',
      ),
      key: take(
        'TEXT',
        'the public key a checkpoint must be signed by',
        'la clave pública que debe firmar un punto de control',
        'a chave pública que deve assinar um ponto de controlo',
      ),
      'write-checkpoint': take('FILE', 'write one', 'escribir uno', 'escrever um'),
    },
    dossier: true,
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
