/** Words of the programme's register. */
import { words } from '#words/language.ts';

export const registerWords = {
  title: words('Programme register', 'Registro del programa', 'Registo do programa'),
  note: words(
    'Agreements as of {at}, and who is in service where, each with who says so.',
    'Acuerdos al {at}, y quién está en servicio y dónde, cada uno con quién lo dice.',
    'Acordos em {at}, e quem está em serviço e onde, cada um com quem o diz.',
  ),
  agreements: words('Agreements', 'Acuerdos', 'Acordos'),
  deployments: words(
    'In service, by host',
    'En servicio, por país receptor',
    'Em serviço, por país anfitrião',
  ),
  where: words('Where and when', 'Dónde y cuándo', 'Onde e quando'),
  figures: words('How many', 'Cuántos', 'Quantos'),
  current: words(
    'In service in all hosts together',
    'En servicio en todos los países',
    'Em serviço em todos os países',
  ),
  cumulative: words(
    'All who ever served',
    'Todos los que alguna vez sirvieron',
    'Todos os que alguma vez serviram',
  ),
  name: words('Agreement', 'Acuerdo', 'Acordo'),
  parties: words('Between', 'Entre', 'Entre'),
  inForce: words('In force', 'En vigor', 'Em vigor'),
  state: words('State', 'Estado', 'Estado'),
  text: words('Text public', 'Texto público', 'Texto público'),
  states: {
    'in-force': words('in force', 'en vigor', 'em vigor'),
    ended: words('ended', 'terminado', 'terminado'),
    'not-begun': words('not begun', 'no iniciado', 'não iniciado'),
    open: words('begun; no end is known', 'iniciado; no consta su fin', 'iniciado; não consta o fim'),
    unknown: words('not said', 'no consta', 'não consta'),
  },
  published: {
    yes: words('yes', 'sí', 'sim'),
    no: words('no', 'no', 'não'),
    unknown: words('not said', 'no consta', 'não consta'),
  },
  claim: words('Who says so', 'Quién lo dice', 'Quem o diz'),
};
