/** Words of the page of findings. */
import { words } from '#words/language.ts';

export const labourWords = {
  standard: words('Standard', 'Norma', 'Norma'),
  proof: words('Level of proof', 'Estándar de prueba', 'Padrão de prova'),
  route: words('Route', 'Vía', 'Via'),
  held: words('Sources', 'Fuentes', 'Fontes'),
  heldAll: words('held and cited', 'conservadas y citadas', 'conservadas e citadas'),
  heldOriginals: words('only held', 'solo conservadas', 'só conservadas'),
  illustrative: words('Illustrative', 'Ilustrativo', 'Ilustrativo'),
  illustrativeWhat: words(
    'What does “illustrative” mean?',
    '¿Qué significa «ilustrativo»?',
    'O que significa «ilustrativo»?',
  ),
  illustrativeWhy: words(
    'This answer rests on claims that were collected and that no person here has accepted, or on our own summaries of sources that are cited and not held. It shows what would follow if they hold. Accept the claims on the review desk and add the originals, and the label goes.',
    'Esta respuesta se apoya en afirmaciones recogidas que ninguna persona aquí ha aceptado, o en resúmenes nuestros de fuentes citadas y no conservadas. Muestra qué se seguiría si se sostienen. Acepte las afirmaciones en la mesa de revisión y añada los originales, y la etiqueta desaparece.',
    'Esta resposta apoia-se em afirmações recolhidas que nenhuma pessoa aqui aceitou, ou em resumos nossos de fontes citadas e não conservadas. Mostra o que se seguiria se elas se sustentam. Aceite as afirmações na mesa de revisão e adicione os originais, e a etiqueta desaparece.',
  ),
  elements: words(
    'What the standard requires, and what the evidence shows',
    'Qué exige la norma y qué muestran las pruebas',
    'O que a norma exige e o que as provas mostram',
  ),
  exceptions: words(
    'Exceptions: their burden lies on whoever relies on them',
    'Excepciones: su carga recae en quien las invoca',
    'Exceções: o ónus é de quem as invoca',
  ),
  invoked: words('invoked', 'invocada', 'invocada'),
  notInvoked: words('nobody has invoked it', 'nadie la ha invocado', 'ninguém a invocou'),
  origins: words(
    '{for} origins for, {against} against',
    '{for} orígenes a favor, {against} en contra',
    '{for} origens a favor, {against} contra',
  ),
  legend: words(
    'Each dot is one independent origin: large strong, small fair, ring weak.',
    'Cada punto es un origen independiente: grande fuerte, pequeño mediano, aro débil.',
    'Cada ponto é uma origem independente: grande forte, pequeno médio, anel fraco.',
  ),
  status: {
    supported: words('supported', 'respaldado', 'sustentado'),
    refuted: words('refuted', 'refutado', 'refutado'),
    conflicting: words('conflicting', 'en conflicto', 'em conflito'),
    unknown: words('not shown', 'no demostrado', 'não demonstrado'),
  },
  evidence: words('The claims', 'Las afirmaciones', 'As afirmações'),
  change: words('What would change the answer', 'Qué cambiaría la respuesta', 'O que mudaria a resposta'),
  changeNone: words(
    'No set of up to three claims or elements changes it.',
    'Ningún conjunto de hasta tres afirmaciones o elementos la cambia.',
    'Nenhum conjunto de até três afirmações ou elementos a muda.',
  ),
  withdrawing: words('Without', 'Sin', 'Sem'),
  showing: words('If this were shown', 'Si esto se demostrara', 'Se isto fosse demonstrado'),
  robust: words(
    'If grades or voices are dropped',
    'Si se quitan calificaciones o voces',
    'Se se tiram classificações ou vozes',
  ),
  robustNote: words(
    'The same question asked again without them.',
    'La misma pregunta hecha de nuevo sin ellas.',
    'A mesma pergunta feita de novo sem elas.',
  ),
  without: words('Without', 'Sin', 'Sem'),
  answer: words('Answer', 'Respuesta', 'Resposta'),
  allGrades: words(
    'all grades made equal',
    'todas las calificaciones igualadas',
    'todas as classificações igualadas',
  ),
  gradesOf: words(
    'grades of the side “{side}” made equal',
    'calificaciones del lado «{side}» igualadas',
    'classificações do lado «{side}» igualadas',
  ),
  asserter: words('asserter: {name}', 'quien afirma: {name}', 'quem afirma: {name}'),
  collector: words('collector: {name}', 'quien recogió: {name}', 'quem recolheu: {name}'),
  unchanged: words('{n} others change nothing.', 'Otras {n} no cambian nada.', 'Outras {n} não mudam nada.'),
  matrix: words('Places and elements', 'Lugares y elementos', 'Lugares e elementos'),
  matrixNote: words(
    'Each place asked on its own; left half filled: for it, right half: against it, both: conflicting, empty: not shown.',
    'Cada lugar por separado; mitad izquierda llena: a favor, derecha: en contra, ambas: en conflicto, vacío: no demostrado.',
    'Cada lugar por si; metade esquerda cheia: a favor, direita: contra, ambas: em conflito, vazio: não demonstrado.',
  ),
  matrixNone: words(
    'No claim in scope names a host.',
    'Ninguna afirmación en el ámbito nombra un país.',
    'Nenhuma afirmação no âmbito nomeia um país.',
  ),
  verdict: words('Verdict', 'Veredicto', 'Veredicto'),
  proofTable: words(
    'What this level of proof asks for',
    'Qué pide este estándar de prueba',
    'O que este padrão de prova pede',
  ),
  atLeast: words(
    'at least {n} {n|origin that is|origins that are} {strength} or better',
    'al menos {n} {n|origen|orígenes} de fuerza {strength} o mejor',
    'pelo menos {n} {n|origem|origens} de força {strength} ou melhor',
  ),
  strengths: {
    weak: words('weak', 'débil', 'fraca'),
    fair: words('fair', 'mediana', 'média'),
    strong: words('strong', 'fuerte', 'forte'),
  },
  contrary: {
    'strong-without-ours': words(
      'defeated by a strong origin against it where none is for it',
      'vencido por un origen fuerte en contra cuando no hay ninguno a favor',
      'vencido por uma origem forte contra quando não há nenhuma a favor',
    ),
    stronger: words(
      'defeated by a stronger body against it',
      'vencido por un conjunto más fuerte en contra',
      'vencido por um conjunto mais forte contra',
    ),
    'not-weaker': words(
      'defeated by a body against it that is not weaker',
      'vencido por un conjunto en contra que no sea más débil',
      'vencido por um conjunto contra que não seja mais fraco',
    ),
    'any-strong': words(
      'defeated by any strong origin against it',
      'vencido por cualquier origen fuerte en contra',
      'vencido por qualquer origem forte contra',
    ),
    'any-fair': words(
      'defeated by any origin against it that is at least fair',
      'vencido por cualquier origen en contra al menos mediano',
      'vencido por qualquer origem contra pelo menos média',
    ),
  },
  formula: words(
    'Carneades’ formula {formula}: alpha {alpha}, beta {beta}, gamma {gamma}',
    'Fórmula de Carneades {formula}: alfa {alpha}, beta {beta}, gamma {gamma}',
    'Fórmula de Carneades {formula}: alfa {alpha}, beta {beta}, gama {gamma}',
  ),
  missed: words(
    '{n} bearings do not count here',
    '{n} incidencias no cuentan aquí',
    '{n} incidências não contam aqui',
  ),
  missedWhy: {
    subject: words(
      'about another subject ({is}): ask by another route',
      'trata de otro sujeto ({is}): pregunte por otra vía',
      'trata de outro sujeito ({is}): pergunte por outra via',
    ),
    binding: words(
      'it does not stand that this rule binds everybody posted ({is})',
      'no consta que esta regla obligue a todos los destinados ({is})',
      'não consta que esta regra obrigue todos os destacados ({is})',
    ),
    place: words('speaks of {is}', 'habla de {is}', 'fala de {is}'),
    period: words('speaks of {is}', 'habla de {is}', 'fala de {is}'),
    held: words('cited, not held', 'citada, no conservada', 'citada, não conservada'),
    withdrawn: words('withdrawn', 'retirada', 'retirada'),
  },
  lookFor: words('What to look for', 'Qué buscar', 'O que procurar'),
} as const;
