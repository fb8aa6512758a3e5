/** Whole valid rows with overrides, and small bodies of evidence made of them. Places and parties are invented. */
import { canonical } from '#core/canonical.ts';
import { sha256 } from '#core/hash.ts';
import { type Claim, originOf } from '#evidence/claims/claim.ts';
import type { Evidence } from '#evidence/claims/claims.ts';
import type { Dossier, Row, TableName } from '#store/tables.ts';

export const aDossier = (over: Partial<Dossier> = {}): Dossier => ({
  id: 'example',
  title: 'An example',
  titles: { es: 'Un ejemplo', pt: 'Um exemplo' },
  sendingState: 'AAA',
  dutyBearer: 'sender',
  created: '2026-01-01T00:00:00.000Z',
  license: 'CC-BY-4.0',
  readme: '# An example\n',
  ...over,
});

const rows = {
  parties: {
    id: 'sender',
    name: 'Sending State',
    kind: 'government',
    parent: null,
    place: 'AAA',
    aliases: null,
    members: null,
    note: null,
  },
  origins: { id: 'a-law', name: 'A law', kind: 'law', party: null, note: null },
  subjects: {
    id: 'rule',
    name: 'A rule',
    kind: 'rule',
    party: null,
    frame: null,
    n: null,
    from: null,
    to: null,
    note: null,
  },
  sources: {
    id: 'source',
    title: 'A source',
    publisher: 'A publisher',
    author: null,
    date: '2020-01-01',
    url: null,
    lang: 'en',
    kind: 'article',
    held: 'abstract',
    file: null,
    mediaType: null,
    name: null,
    origin: null,
    grade: 'B',
    gradedBy: null,
    gradeReason: null,
    capturedAt: null,
    capturedBy: null,
    captureHow: null,
    note: null,
  },
  texts: {
    id: 'source.abstract',
    source: 'source',
    kind: 'abstract',
    sha256: sha256('Words.\n'),
    extractor: null,
    pages: null,
    replaces: null,
  },
  passages: {
    id: 'claim.p',
    text: 'source.abstract',
    exact: 'Words',
    prefix: '',
    suffix: '.\n',
    start: 0,
    end: 5,
    page: null,
  },
  claims: {
    id: 'claim',
    passage: 'claim.p',
    state: 'accepted',
    asserter: 'sender',
    reporter: null,
    side: 'neutral',
    type: 'fact',
    mode: 'indirect',
    knowledge: 'own-records',
    stake: 'no',
    proposition: 'Something is so.',
    sendingState: 'AAA',
    reach: 'every-host',
    host: null,
    from: null,
    to: null,
    credibility: '2',
    credibilityReason: null,
    origin: null,
    collector: null,
    protection: 'public',
    note: null,
  },
  bearings: {
    id: 'bearing',
    claim: 'claim',
    standard: 'ilo-c029',
    element: 'c029.work',
    direction: 'supports',
    subject: 'rule',
    reason: 'It says so.',
  },
  answers: {
    id: 'answer',
    claim: 'claim',
    answers: 'claim',
    kind: 'rebuts',
    reason: 'It says the opposite.',
  },
  figures: {
    id: 'figure',
    claim: 'claim',
    counted: 'workers',
    unit: 'doctors',
    population: null,
    place: 'BBB',
    from: '2020',
    to: '2020',
    measure: 'stock',
    comparator: 'exactly',
    value: 100,
    low: 100,
    high: 100,
    currency: null,
    definition: null,
    revises: null,
    note: null,
  },
  terms: {
    id: 'term',
    claim: 'claim',
    leg: 'host-pays',
    basis: 'contract-price',
    payer: null,
    payee: null,
    place: 'BBB',
    value: null,
    low: 1000,
    high: 1000,
    currency: 'USD',
    per: 'worker-month',
    workers: null,
    from: '2020',
    to: '2020',
    includes: null,
    note: null,
  },
  rates: {
    id: 'rate',
    claim: 'claim',
    base: 'USD',
    quote: 'EUR',
    low: 0.9,
    high: 0.9,
    from: '2020',
    to: '2020',
    note: null,
  },
  agreements: {
    id: 'agreement',
    claim: 'claim',
    also: null,
    name: 'An agreement',
    parties: 'sender',
    place: 'BBB',
    signed: '2020',
    from: '2020',
    to: null,
    published: 'unknown',
    summary: 'It provides work.',
  },
  measures: {
    id: 'measure',
    claim: 'claim',
    also: null,
    kind: 'visa-restriction',
    authority: 'sender',
    target: 'officials',
    place: 'WLD',
    basis: null,
    announced: '2020',
    inForce: '2020',
    ended: null,
    status: 'in-force',
    affected: null,
    summary: 'Visas are refused.',
  },
  requests: {
    id: 'request',
    claim: 'claim',
    also: null,
    asker: 'sender',
    addressees: 'sender',
    about: 'Agreements',
    basis: null,
    sent: '2020-01-01',
    due: '2020-02-01',
    state: 'waiting',
  },
  replies: {
    id: 'reply',
    claim: 'claim',
    request: 'request',
    party: 'sender',
    date: '2020-01-15',
    kind: 'reply',
    summary: 'Here they are.',
  },
  events: {
    id: 'event',
    claim: 'claim',
    also: null,
    kind: 'other',
    place: 'BBB',
    from: '2020-03',
    to: '2020-03',
    summary: 'Something happened.',
  },
  relations: {
    id: 'relation',
    source: 'source',
    of: 'source',
    kind: 'copy',
    score: 0.9,
    reason: 'shared-words',
  },
  translations: {
    id: 'translation',
    claim: 'claim',
    lang: 'es',
    proposition: 'Palabras.',
    by: 'tester',
    note: null,
  },
  searches: {
    id: 'search',
    claim: null,
    about: 'answers',
    places: 'archives',
    at: '2020',
    languages: 'en',
    found: 'nothing',
  },
  memberships: { id: 'membership', group: 'party', member: 'party', from: null, to: null, note: null },
  holidays: { id: 'holiday', place: 'AAA', date: '2020-01-01', name: 'New Year', note: null },
  deadlines: { id: 'deadline', request: 'request', days: 10, counted: 'calendar', place: 'AAA', note: null },
  questions: { id: 'question', request: 'request', text: 'How many?', element: null, about: null },
  enclosures: { id: 'enclosure', reply: 'reply', source: 'source' },
  proposals: {
    id: 'proposal',
    text: 'source.abstract',
    kind: 'claim',
    start: 0,
    end: 5,
    exact: 'Words',
    body: canonical({ mode: 'indirect', speaker: null }),
    rule: 'said',
    confidence: 0.5,
    state: 'waiting',
    claim: null,
  },
  findings: { id: 'finding', scope: '{}', verdict: 'open', inputs: sha256(''), output: sha256('') },
} satisfies { [T in TableName]: Row<T> };

/** A whole row of a table. */
export function a<T extends TableName>(table: T, over: Partial<Row<T>> = {}): Row<T> {
  return { ...(rows[table] as Row<T>), ...over };
}

type Given = { readonly [T in TableName]?: readonly Partial<Row<T>>[] };

/** A claim for the engines: `origin`, `grade` and `abstract` may be set straight away. */
export type GivenClaim = Partial<Omit<Row<'claims'>, 'passage'>> & {
  readonly id: string;
  readonly grade?: Row<'sources'>['grade'];
  readonly abstract?: boolean;
};

/** Evidence made of claims and what hangs on them, everything else empty. Origin: as given, else the claim's own id. */
export function someEvidence(claims: readonly GivenClaim[], given: Given = {}): Evidence {
  const parties = new Map(
    [a('parties'), ...(given.parties ?? []).map(it => a('parties', it))].map(it => [it.id, it]),
  );
  const list = <T extends TableName>(table: T) =>
    ((given[table] ?? []) as readonly Partial<Row<T>>[])
      .map(it => a(table, it))
      .sort((x, y) => (String(x.id) < String(y.id) ? -1 : 1));
  return {
    dossier: aDossier(),
    claims: new Map(
      claims
        .map(it => claimOf(it, parties))
        .sort((x, y) => (x.id < y.id ? -1 : 1))
        .map(it => [it.id, it]),
    ),
    parties,
    origins: new Map(list('origins').map(it => [it.id, it])),
    subjects: new Map([a('subjects'), ...list('subjects')].map(it => [it.id, it])),
    translations: list('translations'),
    bearings: list('bearings'),
    answers: list('answers'),
    figures: list('figures'),
    terms: list('terms'),
    rates: list('rates'),
    agreements: list('agreements'),
    measures: list('measures'),
    requests: list('requests'),
    replies: list('replies'),
    events: list('events'),
    searches: list('searches'),
    memberships: list('memberships'),
    holidays: list('holidays'),
    deadlines: list('deadlines'),
    questions: list('questions'),
    enclosures: list('enclosures'),
  };
}

function claimOf(
  { grade, abstract, ...over }: GivenClaim,
  parties: ReadonlyMap<string, Row<'parties'>>,
): Claim {
  const row = a('claims', { origin: over.id, ...over });
  const source = a('sources', { grade: grade ?? 'B' });
  return {
    ...row,
    passage: a('passages'),
    text: a('texts', { kind: abstract ? 'abstract' : 'extracted' }),
    source,
    place: row.reach === 'host' && row.host !== null ? row.host : 'WLD',
    origin: originOf(row, source, parties),
    abstract: abstract ?? false,
  };
}
