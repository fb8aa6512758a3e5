/** Words of copies, families and of two texts compared. */
import { words } from '#words/language.ts';

export const compareWords = {
  title: words('Two texts compared', 'Dos textos comparados', 'Dois textos comparados'),
  sentence: words(
    '{same} of the first text stays; {facts} {facts|number or name|numbers and names} changed, {removed} {removed|sentence|sentences} went, {added} came, {changed} changed.',
    'Del primer texto queda el {same}; {facts} {facts|cifra o nombre cambió|cifras y nombres cambiaron}, {removed} {removed|frase desapareció|frases desaparecieron}, {added} {added|llegó|llegaron}, {changed} {changed|cambió|cambiaron}.',
    'Do primeiro texto fica {same}; {facts} {facts|número ou nome mudou|números e nomes mudaram}, {removed} {removed|frase saiu|frases saíram}, {added} {added|entrou|entraram}, {changed} {changed|mudou|mudaram}.',
  ),
  first: words('The first text', 'El primer texto', 'O primeiro texto'),
  second: words('The second text', 'El segundo texto', 'O segundo texto'),
  facts: words(
    'Numbers and names that changed',
    'Cifras y nombres que cambiaron',
    'Números e nomes que mudaram',
  ),
  noFacts: words(
    'No number and no name changed within a sentence.',
    'Ninguna cifra ni nombre cambió dentro de una frase.',
    'Nenhum número nem nome mudou dentro de uma frase.',
  ),
  before: words('Before', 'Antes', 'Antes'),
  after: words('After', 'Después', 'Depois'),
  what: words('What', 'Qué', 'O quê'),
  nothing: words('nothing', 'nada', 'nada'),
  claims: words(
    'Claims that rest on changed words',
    'Afirmaciones que se apoyan en palabras cambiadas',
    'Afirmações que assentam em palavras alteradas',
  ),
  noClaims: words(
    'No claim rests on words that changed.',
    'Ninguna afirmación se apoya en palabras que cambiaron.',
    'Nenhuma afirmação assenta em palavras que mudaram.',
  ),
  beside: words('Side by side', 'Lado a lado', 'Lado a lado'),
  unchanged: words(
    '{n} characters are the same in both.',
    '{n} caracteres son iguales en ambos.',
    '{n} caracteres são iguais em ambos.',
  ),
  cut: words('… cut here', '… cortado aquí', '… cortado aqui'),
  kinds: {
    same: words('the same', 'igual', 'igual'),
    removed: words('gone', 'desaparece', 'sai'),
    added: words('new', 'nuevo', 'novo'),
    changed: words('changed', 'cambia', 'muda'),
  },
  fates: {
    changed: words('its words changed', 'sus palabras cambiaron', 'as suas palavras mudaram'),
    gone: words('its words are gone', 'sus palabras ya no están', 'as suas palavras já não estão'),
  },
  facet: {
    number: words('number', 'cifra', 'número'),
    name: words('name', 'nombre', 'nome'),
  },
  choose: words(
    'Choose two sources: open one that has copies or versions, and compare from there.',
    'Elija dos fuentes: abra una que tenga copias o versiones y compare desde allí.',
    'Escolha duas fontes: abra uma que tenha cópias ou versões e compare a partir daí.',
  ),
  compare: words('Compare', 'Comparar', 'Comparar'),
  compareWith: words('Compare with “{title}”', 'Comparar con «{title}»', 'Comparar com «{title}»'),
  family: words('Copies and versions', 'Copias y versiones', 'Cópias e versões'),
  waiting: words('waits for a person', 'espera a una persona', 'espera por uma pessoa'),
  relations: {
    part: words('came inside', 'vino dentro de', 'veio dentro de'),
    version: words('is a version of', 'es una versión de', 'é uma versão de'),
    copy: words('is a copy of', 'es una copia de', 'é uma cópia de'),
  },
  copies: {
    'copy-identical': words('the same words', 'las mismas palabras', 'as mesmas palavras'),
    'copy-near': words('the same story', 'la misma noticia', 'a mesma notícia'),
    'copy-reworded': words(
      'reworded: names, numbers and quotations in the same order',
      'reescrita: nombres, cifras y citas en el mismo orden',
      'reescrita: nomes, números e citações pela mesma ordem',
    ),
    'copy-contains': words(
      'one holds the other whole',
      'una contiene la otra entera',
      'uma contém a outra inteira',
    ),
    'copy-partly': words(
      'one long passage in common',
      'un pasaje largo en común',
      'uma passagem longa em comum',
    ),
  },
  inCommon: words('{share} of the words', '{share} de las palabras', '{share} das palavras'),
  familiesFound: words('{n} {n|family|families}', '{n} {n|familia|familias}', '{n} {n|família|famílias}'),
  found: words(
    '{n} {n|copy waits|copies wait} for a person',
    '{n} {n|copia espera|copias esperan} a una persona',
    '{n} {n|cópia espera|cópias esperam} por uma pessoa',
  ),
  how: words('how', 'cómo', 'como'),
  score: words('words', 'palabras', 'palavras'),
  state: words('state', 'estado', 'estado'),
  of: words('of', 'de', 'de'),
  source: words('source', 'fuente', 'fonte'),
  related: words(
    'Recorded: {source} {kind} {of}',
    'Anotado: {source} {kind} {of}',
    'Registado: {source} {kind} {of}',
  ),
} as const;
