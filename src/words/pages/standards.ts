/** Words of the list of standards and of one standard's page. */
import { words } from '#words/language.ts';

export const standardPageWords = {
  title: words('Standards', 'Normas', 'Normas'),
  sentence: words(
    '{n} of {total} standards: what each requires, and how its text was verified.',
    '{n} de {total} normas: qué exige cada una y cómo se verificó su texto.',
    '{n} de {total} normas: o que cada uma exige e como se verificou o seu texto.',
  ),
  search: words('Name, body or element', 'Nombre, organismo o elemento', 'Nome, organismo ou elemento'),
  kind: words('Kind', 'Tipo', 'Tipo'),
  any: words('any', 'cualquiera', 'qualquer'),
  standard: words('Standard', 'Norma', 'Norma'),
  body: words('Body', 'Organismo', 'Organismo'),
  year: words('Year', 'Año', 'Ano'),
  elements: words('Elements', 'Elementos', 'Elementos'),
  text: words('Text', 'Texto', 'Texto'),
  one: words(
    '{kind} of {n} {n|element|elements}; {text}.',
    '{kind} de {n} {n|elemento|elementos}; {text}.',
    '{kind} de {n} {n|elemento|elementos}; {text}.',
  ),
  textYes: words('its text is verified', 'su texto está verificado', 'o seu texto está verificado'),
  textNo: words('its text is not verified', 'su texto no está verificado', 'o seu texto não está verificado'),
  apply: words('Apply it to the evidence', 'Aplicarla a las pruebas', 'Aplicá-la às provas'),
  rule: words('The rule', 'La regla', 'A regra'),
  lookFor: words('What to look for', 'Qué buscar', 'O que procurar'),
  exceptions: words('Exceptions', 'Excepciones', 'Exceções'),
  leads: words('Leads to, in other standards', 'Lleva a, en otras normas', 'Leva a, noutras normas'),
  leadsNote: words(
    'A claim that bears on this may bear there too. A person decides each time; “ask” marks what is contestable.',
    'Una afirmación que recae aquí puede recaer también allí. Una persona decide cada vez; «preguntar» marca lo discutible.',
    'Uma afirmação que incide aqui pode incidir também ali. Uma pessoa decide cada vez; «perguntar» marca o discutível.',
  ),
  where: words('where it is about {fact}', 'si trata de {fact}', 'se trata de {fact}'),
  against: words('speaks against it', 'habla en contra', 'fala contra'),
  bound: words('Whom it bound, and when', 'A quién obligó y cuándo', 'A quem vinculou e quando'),
  notVerified: words('not verified', 'sin verificar', 'por verificar'),
  link: words('What this standard requires', 'Qué exige esta norma', 'O que esta norma exige'),
} as const;
