/** What each problem says to the reader: what is wrong, where, and what to do. One line each. */
import type { Problem, ProblemCode } from '#core/errors.ts';
import { type Language, oneLine, type Sentence, say } from '#words/language.ts';

export const errorSentences: Readonly<Record<ProblemCode, Sentence>> = {
  'usage.command': {
    en: 'There is no command “{what}”: run `probanza --help` for the list.',
    es: 'No existe la orden «{what}»: ejecute `probanza --help` para ver la lista.',
    pt: 'Não existe o comando «{what}»: execute `probanza --help` para ver a lista.',
  },
  'usage.flag': {
    en: '{where} does not know the option {what}: run `probanza {where} --help`.',
    es: '{where} no conoce la opción {what}: ejecute `probanza {where} --help`.',
    pt: '{where} não conhece a opção {what}: execute `probanza {where} --help`.',
  },
  'usage.value': {
    en: '“{what}” is not a value that {where} takes: see `probanza --help`.',
    es: '«{what}» no es un valor que admita {where}: vea `probanza --help`.',
    pt: '«{what}» não é um valor que {where} aceite: veja `probanza --help`.',
  },
  'usage.missing': {
    en: '{where} needs {what}: give it and run the command again.',
    es: '{where} necesita {what}: indíquelo y ejecute la orden de nuevo.',
    pt: '{where} precisa de {what}: indique-o e execute o comando de novo.',
  },
  'file.missing': {
    en: 'There is no file {what}: check the path.',
    es: 'No existe el archivo {what}: compruebe la ruta.',
    pt: 'Não existe o ficheiro {what}: verifique o caminho.',
  },
  'file.folder': {
    en: '{what} is a folder where a file is needed: name a file in it.',
    es: '{what} es una carpeta y hace falta un archivo: indique uno que esté dentro.',
    pt: '{what} é uma pasta e é preciso um ficheiro: indique um que esteja dentro.',
  },
  'file.empty': {
    en: '{what} holds no text: check that it is the right file.',
    es: '{what} no contiene texto: compruebe que es el archivo correcto.',
    pt: '{what} não contém texto: verifique se é o ficheiro certo.',
  },
  'file.binary': {
    en: '{what} is not text, PDF, HTML, DOCX, e-mail or a web archive: convert it to one of these first.',
    es: '{what} no es texto, PDF, HTML, DOCX, correo ni archivo web: conviértalo antes a uno de ellos.',
    pt: '{what} não é texto, PDF, HTML, DOCX, correio nem arquivo web: converta-o antes para um deles.',
  },
  'file.encoding': {
    en: '{what} is not in an encoding that can be read without guessing: save it as UTF-8.',
    es: '{what} no está en una codificación que pueda leerse sin adivinar: guárdelo como UTF-8.',
    pt: '{what} não está numa codificação que se possa ler sem adivinhar: grave-o como UTF-8.',
  },
  'file.large': {
    en: '{what} is larger than {limit}: split it and give the parts.',
    es: '{what} supera {limit}: divídalo y entregue las partes.',
    pt: '{what} excede {limit}: divida-o e entregue as partes.',
  },
  'file.type': {
    en: '{what} is called one kind of file and is another ({where}): rename it and give it again.',
    es: '{what} dice ser de un tipo y es de otro ({where}): cámbiele el nombre y vuelva a entregarlo.',
    pt: '{what} diz ser de um tipo e é de outro ({where}): mude-lhe o nome e entregue-o de novo.',
  },
  'file.kind': {
    en: '{what} is of the kind {where}, which is not read: save it as PDF, DOCX, CSV or plain text.',
    es: '{what} es del tipo {where}, que no se lee: guárdelo como PDF, DOCX, CSV o texto sin formato.',
    pt: '{what} é do tipo {where}, que não se lê: grave-o como PDF, DOCX, CSV ou texto simples.',
  },
  'file.broken': {
    en: '{what} cannot be read, it is cut short or damaged: get a whole copy.',
    es: '{what} no se puede leer, está cortado o dañado: consiga una copia íntegra.',
    pt: '{what} não se consegue ler, está truncado ou danificado: obtenha uma cópia íntegra.',
  },
  'file.encrypted': {
    en: '{what} is locked with a password: give an unlocked copy.',
    es: '{what} está protegido con contraseña: entregue una copia sin ella.',
    pt: '{what} está protegido por palavra-passe: entregue uma cópia sem ela.',
  },
  'file.slow': {
    en: 'Reading {what} took more than {limit} and was ended: split it, or save it anew in a plainer form.',
    es: 'La lectura de {what} pasó de {limit} y se interrumpió: divídalo o guárdelo de nuevo en una forma más sencilla.',
    pt: 'A leitura de {what} passou de {limit} e foi interrompida: divida-o ou grave-o de novo numa forma mais simples.',
  },
  'file.memory': {
    en: 'Reading {what} took more than {limit} of memory and was ended: split it, or save it anew in a plainer form.',
    es: 'La lectura de {what} pasó de {limit} de memoria y se interrumpió: divídalo o guárdelo de nuevo en una forma más sencilla.',
    pt: 'A leitura de {what} passou de {limit} de memória e foi interrompida: divida-o ou grave-o de novo numa forma mais simples.',
  },
  'file.nested': {
    en: '{what} is an archive inside an archive: unpack it and give its files.',
    es: '{what} es un archivo comprimido dentro de otro: descomprímalo y entregue sus archivos.',
    pt: '{what} é um arquivo comprimido dentro de outro: descomprima-o e entregue os seus ficheiros.',
  },
  'upload.wrong': {
    en: 'What was sent is not a list of files with their bytes ({what}): send it again from the workbench.',
    es: 'Lo enviado no es una lista de archivos con sus bytes ({what}): envíelo de nuevo desde el banco de trabajo.',
    pt: 'O que foi enviado não é uma lista de ficheiros com os seus bytes ({what}): envie-o de novo a partir da bancada.',
  },
  'upload.large': {
    en: 'More than {limit} at once are not taken ({what}): send fewer files, or add the folder on the command line.',
    es: 'No se admite más de {limit} a la vez ({what}): envíe menos archivos o añada la carpeta desde la línea de órdenes.',
    pt: 'Não se aceita mais de {limit} de uma vez ({what}): envie menos ficheiros ou adicione a pasta na linha de comandos.',
  },
  'file.unsafe': {
    en: '{what} is built as no honest file is ({where}) and was not opened: print it to PDF elsewhere and give that.',
    es: '{what} está hecho como ningún archivo honesto ({where}) y no se abrió: imprímalo a PDF en otro lugar y entregue eso.',
    pt: '{what} está feito como nenhum ficheiro honesto ({where}) e não foi aberto: imprima-o para PDF noutro lugar e entregue isso.',
  },
  'file.altered': {
    en: '{what} differs from its own record of itself ({where}): it was changed or damaged after it was made; get the original.',
    es: '{what} difiere de su propio registro ({where}): se alteró o se dañó después de hacerse; consiga el original.',
    pt: '{what} difere do seu próprio registo ({where}): foi alterado ou danificado depois de feito; obtenha o original.',
  },
  'file.scan': {
    en: '{what} is a scan, pictures without text: give the languages to recognise its words in, as in `--ocr en,es`.',
    es: '{what} es un escaneo, imágenes sin texto: indique en qué idiomas reconocer sus palabras, como en `--ocr en,es`.',
    pt: '{what} é uma digitalização, imagens sem texto: indique em que línguas reconhecer as palavras, como em `--ocr en,es`.',
  },
  'file.exists': {
    en: '{what} is there already and is not empty: name another place.',
    es: '{what} ya existe y no está vacío: indique otro lugar.',
    pt: '{what} já existe e não está vazio: indique outro lugar.',
  },
  'file.duplicate': {
    en: '{what} is held already, byte for byte, as source {where}: nothing was added.',
    es: '{what} ya está guardado, byte a byte, como fuente {where}: no se añadió nada.',
    pt: '{what} já está guardado, byte a byte, como fonte {where}: nada foi acrescentado.',
  },
  'file.denied': {
    en: '{what} may not be read or written by this account: change its permissions or choose another place.',
    es: 'Esta cuenta no puede leer o escribir {what}: cambie los permisos o elija otro lugar.',
    pt: 'Esta conta não pode ler ou escrever {what}: mude as permissões ou escolha outro lugar.',
  },
  'disk.full': {
    en: 'The disk is full at {what}: nothing was written; free some room and run the command again.',
    es: 'El disco está lleno en {what}: no se escribió nada; libere espacio y ejecute la orden de nuevo.',
    pt: 'O disco está cheio em {what}: nada foi escrito; liberte espaço e execute o comando de novo.',
  },
  'store.missing': {
    en: 'There is no dossier at {what}: make one with `probanza new` or `probanza import`.',
    es: 'No hay expediente en {what}: créelo con `probanza new` o `probanza import`.',
    pt: 'Não há dossiê em {what}: crie-o com `probanza new` ou `probanza import`.',
  },
  'store.corrupt': {
    en: 'The dossier at {what} is damaged ({where}): restore a backup with `probanza import`.',
    es: 'El expediente en {what} está dañado ({where}): restaure una copia con `probanza import`.',
    pt: 'O dossiê em {what} está danificado ({where}): restaure uma cópia com `probanza import`.',
  },
  'store.locked': {
    en: 'Another process is writing to the dossier at {what}: wait until it is done, then run the command again.',
    es: 'Otro proceso está escribiendo en el expediente {what}: espere a que termine y ejecute la orden de nuevo.',
    pt: 'Outro processo está a escrever no dossiê {what}: espere que termine e execute o comando de novo.',
  },
  'store.read-only': {
    en: 'The dossier at {what} is open for reading only: import it first, then work in the copy.',
    es: 'El expediente en {what} está abierto solo para lectura: impórtelo y trabaje en la copia.',
    pt: 'O dossiê em {what} está aberto só para leitura: importe-o e trabalhe na cópia.',
  },
  'store.version': {
    en: 'The dossier at {what} was made by a newer Probanza (version {where}): update this one.',
    es: 'El expediente en {what} lo hizo una Probanza más nueva (versión {where}): actualice esta.',
    pt: 'O dossiê em {what} foi feito por uma Probanza mais nova (versão {where}): atualize esta.',
  },
  'store.old': {
    en: 'The dossier at {what} was made by an older Probanza and may not be written to here: open it once where you may write, for example with “review”.',
    es: 'El expediente en {what} lo hizo una Probanza anterior y aquí no se puede escribir en él: ábralo una vez donde pueda escribir, por ejemplo con «review».',
    pt: 'O dossiê em {what} foi feito por uma Probanza anterior e aqui não se pode escrever nele: abra-o uma vez onde possa escrever, por exemplo com «review».',
  },
  'store.unreachable': {
    en: 'The database server at {what} does not answer ({where}): check the address and that it runs.',
    es: 'El servidor de base de datos {what} no responde ({where}): compruebe la dirección y que esté en marcha.',
    pt: 'O servidor de base de dados {what} não responde ({where}): verifique o endereço e se está a funcionar.',
  },
  'store.exists': {
    en: 'There is something at {what} already: name another place.',
    es: 'Ya hay algo en {what}: indique otro lugar.',
    pt: 'Já há algo em {what}: indique outro lugar.',
  },
  'package.file': {
    en: 'The package has a fault in {where}: {what}. Mend the file and import again.',
    es: 'El paquete tiene un fallo en {where}: {what}. Corrija el archivo e importe de nuevo.',
    pt: 'O pacote tem uma falha em {where}: {what}. Corrija o ficheiro e importe de novo.',
  },
  'package.column': {
    en: 'The columns of {where} are not those of the format: {what}. See docs/formats.md.',
    es: 'Las columnas de {where} no son las del formato: {what}. Vea docs/formats.md.',
    pt: 'As colunas de {where} não são as do formato: {what}. Veja docs/formats.md.',
  },
  'package.value': {
    en: '“{what}” does not fit in {where}: see that column in docs/formats.md.',
    es: '«{what}» no cabe en {where}: vea esa columna en docs/formats.md.',
    pt: '«{what}» não cabe em {where}: veja essa coluna em docs/formats.md.',
  },
  'package.key': {
    en: 'The id “{what}” stands twice in {where}: ids are unique in their table.',
    es: 'El id «{what}» está dos veces en {where}: los ids son únicos en su tabla.',
    pt: 'O id «{what}» está duas vezes em {where}: os ids são únicos na sua tabela.',
  },
  'package.reference': {
    en: '{where} refers to “{what}”, which is nowhere: correct the id or add the row.',
    es: '{where} remite a «{what}», que no está en ninguna parte: corrija el id o añada la fila.',
    pt: '{where} remete para «{what}», que não está em lado nenhum: corrija o id ou acrescente a linha.',
  },
  'package.path': {
    en: 'The package holds a path that is not allowed, {what}: take it out.',
    es: 'El paquete contiene una ruta no permitida, {what}: quítela.',
    pt: 'O pacote contém um caminho não permitido, {what}: retire-o.',
  },
  'package.anchor': {
    en: 'The words of {where} are not at their place in the text ({what}): correct start, end or the words.',
    es: 'Las palabras de {where} no están en su lugar del texto ({what}): corrija inicio, fin o las palabras.',
    pt: 'As palavras de {where} não estão no seu lugar do texto ({what}): corrija início, fim ou as palavras.',
  },
  'package.worked-in': {
    en: 'The package of {what} has changed and somebody has worked in the dossier: import it to another place with `probanza import {where}`.',
    es: 'El paquete de {what} ha cambiado y alguien ha trabajado en el expediente: impórtelo a otro lugar con `probanza import {where}`.',
    pt: 'O pacote de {what} mudou e alguém trabalhou no dossiê: importe-o para outro lugar com `probanza import {where}`.',
  },
  'row.missing': {
    en: 'There is no {where} with the id {what}: check the id.',
    es: 'No hay {where} con el id {what}: compruebe el id.',
    pt: 'Não há {where} com o id {what}: verifique o id.',
  },
  'row.state': {
    en: '{where} {what} is already decided, so this cannot be done: undo that first.',
    es: '{where} {what} ya está decidido, así que esto no se puede hacer: deshágalo antes.',
    pt: '{where} {what} já está decidido, por isso não se pode fazer: desfaça isso antes.',
  },
  'anchor.alone': {
    en: 'The words of {what} are not surely those of its claim: look at them and accept it by itself.',
    es: 'No es seguro que las palabras de {what} sean las de su afirmación: mírelas y acéptela por separado.',
    pt: 'Não é certo que as palavras de {what} sejam as da sua afirmação: veja-as e aceite-a em separado.',
  },
  'bearing.alone': {
    en: 'Whether {what} bears on its element is contestable: read its note and accept it by itself.',
    es: 'Es discutible que {what} recaiga sobre su elemento: lea su nota y acéptelo por separado.',
    pt: 'É discutível que {what} incida sobre o seu elemento: leia a sua nota e aceite-o em separado.',
  },
  'party.name': {
    en: '“{what}” is already a name of the party {where}: merge the two, or choose another name.',
    es: '«{what}» ya es un nombre de la parte {where}: una las dos o elija otro nombre.',
    pt: '«{what}» já é um nome da parte {where}: junte as duas ou escolha outro nome.',
  },
  'party.loop': {
    en: '{where} belongs to {what}, so {what} cannot belong to it: choose another parent.',
    es: '{where} pertenece a {what}, así que {what} no puede pertenecerle: elija otro organismo superior.',
    pt: '{where} pertence a {what}, por isso {what} não lhe pode pertencer: escolha outro organismo superior.',
  },
  'choice.changed': {
    en: '{what} proposals fit this choice now, not {where} as was shown: look again, then decide.',
    es: 'Ahora son {what} las propuestas que cumplen esta elección, no {where} como se mostró: mire de nuevo y decida.',
    pt: 'Agora são {what} as propostas que cumprem esta escolha, não {where} como se mostrou: veja de novo e decida.',
  },
  'choice.large': {
    en: '{what} proposals fit this choice; one act takes at most {limit}: choose fewer, by source, speaker or kind.',
    es: '{what} propuestas cumplen esta elección; un acto admite como máximo {limit}: elija menos, por fuente, hablante o tipo.',
    pt: '{what} propostas cumprem esta escolha; um ato aceita no máximo {limit}: escolha menos, por fonte, falante ou tipo.',
  },
  'measure.undated': {
    en: 'The measure {what} has no date, so nothing is before or after it: give it one from its source.',
    es: 'La medida {what} no tiene fecha, así que nada está antes ni después: désela según su fuente.',
    pt: 'A medida {what} não tem data, por isso nada está antes nem depois: dê-lhe uma segundo a sua fonte.',
  },
  'standard.unknown': {
    en: 'There is no standard “{what}”: the standards are {where}.',
    es: 'No hay norma «{what}»: las normas son {where}.',
    pt: 'Não há norma «{what}»: as normas são {where}.',
  },
  'standard.invalid': {
    en: 'The file {where} is not a valid standard: {what}. Mend the file.',
    es: 'El archivo {where} no es una norma válida: {what}. Corríjalo.',
    pt: 'O ficheiro {where} não é uma norma válida: {what}. Corrija-o.',
  },
  'standard.stub': {
    en: '{what} is listed only, because its text is not loaded: apply another standard; `probanza standards` lists them.',
    es: '{what} solo figura en la lista, porque su texto no está cargado: aplique otra norma; `probanza standards` las enumera.',
    pt: '{what} só figura na lista, porque o seu texto não está carregado: aplique outra norma; `probanza standards` enumera-as.',
  },
  'proof.unknown': {
    en: 'There is no proof standard “{what}”: the proof standards are {where}.',
    es: 'No hay estándar de prueba «{what}»: los estándares de prueba son {where}.',
    pt: 'Não há padrão de prova «{what}»: os padrões de prova são {where}.',
  },
  'population.table': {
    en: '{where} is not a table of lists ({what}): give a CSV with a column of 0 and 1 for each list and a last column “count”.',
    es: '{where} no es una tabla de listas ({what}): dé un CSV con una columna de 0 y 1 por lista y una última columna «count».',
    pt: '{where} não é uma tabela de listas ({what}): dê um CSV com uma coluna de 0 e 1 por lista e uma última coluna «count».',
  },
  'population.lists': {
    en: '{where} has {what} lists, or two of one name: give 2 to 8 lists with names of their own in the first line.',
    es: '{where} tiene {what} listas, o dos con un mismo nombre: dé de 2 a 8 listas con nombres distintos en la primera línea.',
    pt: '{where} tem {what} listas, ou duas com o mesmo nome: dê de 2 a 8 listas com nomes distintos na primeira linha.',
  },
  'population.cell': {
    en: '{where}: “{what}” says neither yes nor no: write 1 for on the list, 0 for not.',
    es: '{where}: «{what}» no dice ni sí ni no: escriba 1 si está en la lista y 0 si no.',
    pt: '{where}: «{what}» não diz sim nem não: escreva 1 se está na lista e 0 se não.',
  },
  'population.count': {
    en: '{where}: “{what}” is not a number of people: write a whole number, 0 or more.',
    es: '{where}: «{what}» no es un número de personas: escriba un número entero, 0 o más.',
    pt: '{where}: «{what}» não é um número de pessoas: escreva um número inteiro, 0 ou mais.',
  },
  'population.unseen': {
    en: '{where} counts people who are on no list: that is what is estimated; take the row out.',
    es: '{where} cuenta personas que no están en ninguna lista: eso es lo que se estima; quite la fila.',
    pt: '{where} conta pessoas que não estão em nenhuma lista: é isso que se estima; retire a linha.',
  },
  'population.empty': {
    en: '{where} holds nobody: give at least one person on one list.',
    es: '{where} no contiene a nadie: dé al menos una persona en una lista.',
    pt: '{where} não contém ninguém: dê pelo menos uma pessoa numa lista.',
  },
  'population.chain': {
    en: '{where} has a column “{what}”: people who recruit or count each other are not overlapping lists, and need an estimator that Probanza does not have (Volz and Heckathorn 2008; Maltiel et al. 2015).',
    es: '{where} tiene una columna «{what}»: las personas que se reclutan o se cuentan entre sí no son listas que se solapan, y necesitan un estimador que Probanza no tiene (Volz y Heckathorn 2008; Maltiel et al. 2015).',
    pt: '{where} tem uma coluna «{what}»: pessoas que se recrutam ou se contam entre si não são listas que se sobrepõem, e precisam de um estimador que Probanza não tem (Volz e Heckathorn 2008; Maltiel et al. 2015).',
  },
  'dataset.kind': {
    en: '{where} is not a table that can be read: give CSV, Parquet or XLSX.',
    es: '{where} no es una tabla que se pueda leer: dé CSV, Parquet o XLSX.',
    pt: '{where} não é uma tabela que se possa ler: dê CSV, Parquet ou XLSX.',
  },
  'dataset.broken': {
    en: '{where} cannot be read as a table ({what}): mend the file or save it again.',
    es: '{where} no se puede leer como tabla ({what}): corrija el archivo o guárdelo de nuevo.',
    pt: '{where} não se pode ler como tabela ({what}): corrija o ficheiro ou guarde-o de novo.',
  },
  'dataset.column': {
    en: '{where} has no column “{what}”; it has: {limit}.',
    es: '{where} no tiene la columna «{what}»; tiene: {limit}.',
    pt: '{where} não tem a coluna «{what}»; tem: {limit}.',
  },
  'dataset.number': {
    en: 'Column “{where}” holds “{what}”, which is not a number: mend it, or leave the cell empty where the answer is missing.',
    es: 'La columna «{where}» contiene «{what}», que no es un número: corríjalo, o deje la celda vacía donde falte la respuesta.',
    pt: 'A coluna «{where}» contém «{what}», que não é um número: corrija-o, ou deixe a célula vazia onde falte a resposta.',
  },
  'survey.nothing': {
    en: '{what} gives no share that may be shown, so there is nothing to record: ask of ten people or more.',
    es: '{what} no da ninguna proporción que pueda mostrarse, así que no hay nada que anotar: pregunte por diez personas o más.',
    pt: '{what} não dá nenhuma proporção que se possa mostrar, por isso não há nada a registar: pergunte por dez pessoas ou mais.',
  },
  'mapping.invalid': {
    en: 'The mapping file {where} does not fit ({what}): see docs/survey.md.',
    es: 'El archivo de correspondencia {where} no encaja ({what}): vea docs/survey.md.',
    pt: 'O ficheiro de correspondência {where} não serve ({what}): veja docs/survey.md.',
  },
  'mapping.element': {
    en: 'The standard {where} has no element “{what}”: see probanza standards {where}.',
    es: 'La norma {where} no tiene el elemento «{what}»: vea probanza standards {where}.',
    pt: 'A norma {where} não tem o elemento «{what}»: veja probanza standards {where}.',
  },
  'survey.code': {
    en: 'Column “{where}” holds “{what}”, which says neither yes nor no: write 1 or 0, or give the codes in a mapping file (--map).',
    es: 'La columna «{where}» contiene «{what}», que no dice ni sí ni no: escriba 1 o 0, o dé los códigos en un archivo de correspondencia (--map).',
    pt: 'A coluna «{where}» contém «{what}», que não diz sim nem não: escreva 1 ou 0, ou dê os códigos num ficheiro de correspondência (--map).',
  },
  'survey.weight': {
    en: '{limit} rows have no weight, or one that is not above 0, in column “{where}”, such as “{what}”: mend the weights or take the rows out.',
    es: '{limit} filas no tienen peso, o uno que no es mayor que 0, en la columna «{where}», como «{what}»: corrija los pesos o quite las filas.',
    pt: '{limit} linhas não têm peso, ou um que não é maior que 0, na coluna «{where}», como «{what}»: corrija os pesos ou retire as linhas.',
  },
  'survey.fpc': {
    en: 'Column “{where}” has more than one size for “{what}”, or one smaller than what was drawn: give each stratum (each cluster, at the second stage) one size.',
    es: 'La columna «{where}» tiene más de un tamaño para «{what}», o uno menor que lo extraído: dé a cada estrato (a cada conglomerado, en la segunda etapa) un tamaño.',
    pt: 'A coluna «{where}» tem mais de um tamanho para «{what}», ou um menor do que o extraído: dê a cada estrato (a cada conglomerado, na segunda etapa) um tamanho.',
  },
  'survey.asked': {
    en: 'Say what is asked: --positive COL, --mean COL, --total COL, --ratio COL with --over COL, or --standard ID with --map FILE; only one.',
    es: 'Diga qué se pregunta: --positive COL, --mean COL, --total COL, --ratio COL con --over COL, o --standard ID con --map FILE; solo una.',
    pt: 'Diga o que se pergunta: --positive COL, --mean COL, --total COL, --ratio COL com --over COL, ou --standard ID com --map FILE; só uma.',
  },
  'survey.lonely': {
    en: 'Stratum “{what}” has one cluster, “{where}”: say what it adds with --lonely remove, adjust, average or certainty, or join strata.',
    es: 'El estrato «{what}» tiene un solo conglomerado, «{where}»: diga qué aporta con --lonely remove, adjust, average o certainty, o una estratos.',
    pt: 'O estrato «{what}» tem um só conglomerado, «{where}»: diga o que acrescenta com --lonely remove, adjust, average ou certainty, ou junte estratos.',
  },
  'survey.pairs': {
    en: 'Stratum “{what}” has {limit} clusters: brr and fay need two in each; use --variance jkn.',
    es: 'El estrato «{what}» tiene {limit} conglomerados: brr y fay necesitan dos en cada uno; use --variance jkn.',
    pt: 'O estrato «{what}» tem {limit} conglomerados: brr e fay precisam de dois em cada um; use --variance jkn.',
  },
  'survey.strata': {
    en: 'There are {what} strata: jk1 is for a design without strata; use --variance jkn.',
    es: 'Hay {what} estratos: jk1 es para un diseño sin estratos; use --variance jkn.',
    pt: 'Há {what} estratos: jk1 é para um desenho sem estratos; use --variance jkn.',
  },
  'survey.margin': {
    en: 'Margin {where}: “{what}” has no total, or nobody answered there; give a total for each value that occurs, and for no other.',
    es: 'Margen {where}: «{what}» no tiene total, o nadie respondió ahí; dé un total por cada valor que aparece, y por ningún otro.',
    pt: 'Margem {where}: «{what}» não tem total, ou ninguém respondeu aí; dê um total por cada valor que ocorre, e por nenhum outro.',
  },
  'proof.key': {
    en: 'The dossier {what} lies on a server, where no signing key is kept: export it, import it into a folder and make the checkpoint there.',
    es: 'El expediente {what} está en un servidor, donde no se guarda una clave de firma: expórtelo, impórtelo en una carpeta y haga allí el punto de control.',
    pt: 'O dossiê {what} está num servidor, onde não se guarda uma chave de assinatura: exporte-o, importe-o para uma pasta e faça aí o ponto de controlo.',
  },
  'pool.refused': {
    en: 'These figures are not pooled ({what}): name two or more of one line and unit, each from its own origin, each with a closed interval.',
    es: 'Estas cifras no se combinan ({what}): nombre dos o más de una misma línea y unidad, cada una de su propio origen y con un intervalo cerrado.',
    pt: 'Estes números não se combinam ({what}): nomeie dois ou mais de uma mesma linha e unidade, cada um da sua própria origem e com um intervalo fechado.',
  },
  'route.unfit': {
    en: 'The route “{what}” does not fit {where}: choose one that the standard names.',
    es: 'La vía «{what}» no es apta para {where}: elija una que la norma nombre.',
    pt: 'A via «{what}» não serve para {where}: escolha uma que a norma nomeie.',
  },
  'protected.refused': {
    en: '{what} is marked as protected and the dossier has no keys yet: nothing was taken in or sent.',
    es: '{what} está marcado como protegido y el expediente aún no tiene claves: no se admitió ni se envió nada.',
    pt: '{what} está marcado como protegido e o dossiê ainda não tem chaves: nada foi admitido nem enviado.',
  },
  'verify.failed': {
    en: 'Verification failed in {what} places: they are listed above.',
    es: 'La verificación falló en {what} lugares: están en la lista de arriba.',
    pt: 'A verificação falhou em {what} lugares: estão na lista acima.',
  },
  'model.address': {
    en: '“{what}” is not an address of this machine: a model is asked at http://127.0.0.1:PORT/v1 or http://localhost:PORT/v1 only.',
    es: '«{what}» no es una dirección de esta máquina: a un modelo solo se le pregunta en http://127.0.0.1:PUERTO/v1 o http://localhost:PUERTO/v1.',
    pt: '«{what}» não é um endereço desta máquina: a um modelo só se pergunta em http://127.0.0.1:PORTA/v1 ou http://localhost:PORTA/v1.',
  },
  'model.failed': {
    en: 'The model at {what} gave no answer that can be used ({where}): look at its server, or read without --model.',
    es: 'El modelo en {what} no dio una respuesta utilizable ({where}): revise su servidor o lea sin --model.',
    pt: 'O modelo em {what} não deu resposta que se possa usar ({where}): verifique o seu servidor ou leia sem --model.',
  },
  'port.used': {
    en: 'The port {what} is in use: choose another with `--port`.',
    es: 'El puerto {what} está ocupado: elija otro con `--port`.',
    pt: 'A porta {what} está ocupada: escolha outra com `--port`.',
  },
  'http.forbidden': {
    en: 'This address may not ask that of the workbench: open the link that `npm start` printed.',
    es: 'Esta dirección no puede pedir eso al banco de trabajo: abra el enlace que imprimió `npm start`.',
    pt: 'Este endereço não pode pedir isso à bancada: abra a ligação que `npm start` imprimiu.',
  },
  'http.failed': {
    en: 'The workbench failed ({what}): this is a fault of ours; the terminal shows where. Nothing was recorded.',
    es: 'El banco de trabajo falló ({what}): es un fallo nuestro; el terminal muestra dónde. No se anotó nada.',
    pt: 'A bancada falhou ({what}): é uma falha nossa; o terminal mostra onde. Nada ficou registado.',
  },
  'http.token': {
    en: 'This page does not know the workbench’s key: open the link that it printed when it was started.',
    es: 'Esta página no tiene la clave del banco de trabajo: abra el enlace que imprimió al arrancar.',
    pt: 'Esta página não tem a chave da bancada: abra a ligação que ela imprimiu ao arrancar.',
  },
  'http.missing': {
    en: 'There is no page {what}: go back to the first page.',
    es: 'No hay página {what}: vuelva a la primera.',
    pt: 'Não há página {what}: volte à primeira.',
  },
  'report.leak': {
    en: 'The name of the withheld party {what} stands in {where}: withhold what holds it too, or take the name out; nothing was written.',
    es: 'El nombre de la parte reservada {what} está en {where}: reserve también lo que lo contiene o quite el nombre; no se escribió nada.',
    pt: 'O nome da parte reservada {what} está em {where}: reserve também o que o contém ou retire o nome; nada foi escrito.',
  },
  'report.redaction': {
    en: '{where}: {what}; a redaction file has audience, withhold and levels, see docs/report.md.',
    es: '{where}: {what}; un archivo de reserva tiene audience, withhold y levels, vea docs/report.md.',
    pt: '{where}: {what}; um ficheiro de reserva tem audience, withhold e levels, veja docs/report.md.',
  },
  'report.browser': {
    en: 'No PDF could be printed ({what}): install Chromium or name it in PROBANZA_CHROMIUM, or print report.html from any browser.',
    es: 'No se pudo imprimir el PDF ({what}): instale Chromium o indíquelo en PROBANZA_CHROMIUM, o imprima report.html con cualquier navegador.',
    pt: 'Não se pôde imprimir o PDF ({what}): instale o Chromium ou indique-o em PROBANZA_CHROMIUM, ou imprima report.html com qualquer navegador.',
  },
  'runtime.missing': {
    en: 'Probanza needs Node {what}: install it and run the command again.',
    es: 'Probanza necesita Node {what}: instálelo y ejecute la orden de nuevo.',
    pt: 'A Probanza precisa de Node {what}: instale-o e execute o comando de novo.',
  },
};

/** The problem as one line in a language, safe to print whatever was given. */
export function sayProblem(problem: Problem, language: Language): string {
  return oneLine(say(errorSentences[problem.code], language, problem.details));
}
