/**
 * The tables of a dossier, as data. From this one list come the tables of both stores, the CSV files of a
 * package, the checks on every row that enters, and the tables in docs/formats.md.
 * Every table has `id` first; in the store each key is led by `dossier`. The order is the order of entry:
 * a row refers only to tables above its own (or to its own).
 */
import { may, mayOne, mayRef, need, needOne, needRef, type RowOf, refs } from '#store/columns.ts';

const id = need('id')('given at entry, kept for ever');
const note = may('text')('anything a reader should know about this row');

export const SIDES = ['critical', 'defending', 'neutral'] as const;
export const LEGS = [
  'host-pays',
  'fee',
  'state-keeps',
  'worker-cash',
  'worker-deferred',
  'worker-home',
  'in-kind',
] as const;
export const PRICE_BASES = ['contract-price', 'host-total-cost', 'market-pay', 'expected'] as const;
export const PERS = [
  'worker-hour',
  'worker-month',
  'worker-year',
  'worker-period',
  'month',
  'year',
  'period',
] as const;
export const COMPARATORS = [
  'exactly',
  'about',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'between',
] as const;
export const STATES = ['collected', 'accepted', 'withdrawn'] as const;
/** After Alaveteli's. */
export const REQUEST_STATES = [
  'waiting',
  'clarification',
  'refused',
  'partly-replied',
  'replied',
  'not-held',
  'internal-review',
  'silent',
] as const;
export const REPLY_KINDS = ['reply', 'partial', 'refusal', 'comment', 'silence', 'deferral'] as const;
export const ROUTES = ['rules', 'pattern', 'purpose', 'person'] as const;

export const tables = {
  parties: {
    id,
    name: need('text')('as the party calls itself, in the language of the dossier'),
    kind: needOne(
      [
        'person',
        'government',
        'state-body',
        'intergovernmental',
        'court',
        'ngo',
        'media',
        'company',
        'union',
        'academic',
        'worker',
        'group',
        'other',
      ] as const,
      'what it is',
    ),
    parent: mayRef(['parties'] as const, 'the body it belongs to; the topmost parent is its origin'),
    place: may('place')('the state it belongs to'),
    aliases: may('text')('other names and spellings, `; ` between'),
    members: refs(['parties'] as const, 'of a group: its members'),
    note,
  },
  origins: {
    id,
    name: need('text')('whoever or whatever first knew a fact, where that is not simply a party'),
    kind: needOne(
      ['document', 'law', 'testimony', 'records', 'wire', 'survey', 'other'] as const,
      'what it is',
    ),
    party: mayRef(['parties'] as const, 'who made or gathered it'),
    note,
  },
  subjects: {
    id,
    name: need('text')('whom claims are about; a person only by pseudonym'),
    kind: needOne(
      ['person', 'cohort', 'rule', 'programme'] as const,
      'one person, a group, one rule and those whom it binds, or the programme itself',
    ),
    party: mayRef(['parties'] as const, 'whose rule or programme it is, or who gathered the cohort'),
    frame: mayOne(
      ['probability', 'self-selected', 'none', 'unknown'] as const,
      'of a cohort: how its people were selected',
    ),
    n: may('integer')('of a cohort: how many people'),
    from: may('date')('of a cohort: start of the window it speaks for; of a rule: in force from'),
    to: may('date')('end of that window; empty: still running'),
    note,
  },
  sources: {
    id,
    title: need('text')('as printed'),
    publisher: need('text')('who published it'),
    author: may('text')('as printed'),
    date: may('date')('of publication'),
    url: may('text')('where it was'),
    lang: need('text')('BCP 47 code of its language'),
    kind: needOne(
      [
        'article',
        'report',
        'agreement',
        'statement',
        'law',
        'judgment',
        'dataset',
        'interview',
        'letter',
        'academic',
        'web-page',
        'other',
      ] as const,
      'what it is',
    ),
    held: needOne(['original', 'abstract'] as const, 'whether its bytes are here or only our short summary'),
    file: may('hash')('SHA-256 of the original, in `files/`'),
    mediaType: may('text')('of the original'),
    name: may('text')('file name of the original as it was given'),
    origin: mayRef(['parties', 'origins'] as const, 'the origin of what it says in its own name'),
    grade: needOne(
      ['A', 'B', 'C', 'D', 'E', 'F'] as const,
      'reliability, Admiralty scale; F means unknown, not bad',
    ),
    gradedBy: may('text')('who graded it'),
    gradeReason: may('text')('why this grade'),
    capturedAt: may('time')('when the bytes were taken'),
    capturedBy: may('text')('who took them'),
    captureHow: may('text')('with what, from where'),
    note,
  },
  relations: {
    id,
    source: needRef(['sources'] as const, 'the later, smaller or copied one'),
    of: needRef(['sources'] as const, 'the one it belongs to'),
    kind: needOne(
      ['part', 'version', 'copy'] as const,
      '*part*: came inside it, such as an attachment; *version*: the same document later; *copy*: the same words under another roof',
    ),
    score: may('number')('of a copy: the share of its words that both have, 0 to 1'),
    reason: need('text')('how it is known'),
  },
  texts: {
    id,
    source: needRef(['sources'] as const, 'whose text it is'),
    kind: needOne(['abstract', 'extracted'] as const, 'our own summary, or the text of the original'),
    sha256: need('hash')('of the text in UTF-8; the text itself is `texts/ID.txt`'),
    extractor: may('text')('program and version that made it from the original'),
    pages: may('text')('start offsets of pages 2, 3, …, a space between'),
    replaces: mayRef(['texts'] as const, 'the older text of the same source'),
  },
  passages: {
    id,
    text: needRef(['texts'] as const, 'the text it is in'),
    exact: need('text')('the words'),
    prefix: need('text')('up to 32 characters before'),
    suffix: need('text')('up to 32 characters after'),
    start: need('integer')('UTF-16 index of its first unit in the text'),
    end: need('integer')('index after its last unit'),
    page: may('integer')('printed page, from 1'),
  },
  claims: {
    id,
    passage: needRef(['passages'] as const, 'the words it rests on'),
    state: needOne(STATES, '*collected*: imported, accepted by no person here'),
    asserter: needRef(['parties'] as const, 'who says so'),
    reporter: mayRef(['parties'] as const, 'who passes it on, where that is somebody else'),
    side: needOne(SIDES, 'how it bears on the programme, never how good it is'),
    type: needOne(
      ['fact', 'rule', 'opinion', 'effect', 'promise'] as const,
      'what kind of thing is asserted',
    ),
    mode: needOne(
      ['direct', 'indirect', 'mixed', 'first-hand', 'document', 'narration'] as const,
      'how it is put in the source',
    ),
    knowledge: needOne(
      ['first-hand', 'document', 'own-records', 'hearsay'] as const,
      'how the asserter knows',
    ),
    stake: needOne(['yes', 'no'] as const, 'yes: the asserter has a stake and speaks in its own favour'),
    proposition: need('text')('what is asserted, in our own words'),
    sendingState: need('place')('the state that sends'),
    reach: needOne(
      ['host', 'every-host', 'unspecified'] as const,
      'whether it holds for one host, for every host, or does not say',
    ),
    host: may('place')('the host, where reach is `host`'),
    from: may('date')('when it holds: start; empty: open'),
    to: may('date')('end; empty: still running'),
    credibility: needOne(
      ['1', '2', '3', '4', '5', '6'] as const,
      'Admiralty scale; 6 means unknown, not bad',
    ),
    credibilityReason: may('text')('why'),
    origin: mayRef(['parties', 'origins'] as const, 'whoever first knew it; empty: derived, see “Origin”'),
    collector: mayRef(['parties'] as const, 'the body that gathered the testimony'),
    protection: needOne(
      ['public', 'protected'] as const,
      'protected material is refused until the dossier has keys',
    ),
    note,
  },
  translations: {
    id,
    claim: needRef(['claims'] as const, 'whose proposition'),
    lang: need('text')('BCP 47 code of the language it is given in'),
    proposition: need('text')('the proposition in that language; the claim keeps its own'),
    by: need('text')('who translated it'),
    note,
  },
  bearings: {
    id,
    claim: needRef(['claims'] as const, 'what bears'),
    standard: need('id')('id of the standard, or `binding`'),
    element: need('id')('id of its element, or `binding.all-posted`'),
    direction: needOne(['supports', 'rebuts'] as const, 'which way'),
    subject: needRef(['subjects'] as const, 'for whom'),
    reason: need('text')('why it bears, so that it can be disputed'),
  },
  answers: {
    id,
    claim: needRef(['claims'] as const, 'the claim that answers'),
    answers: needRef(['claims'] as const, 'the claim that is answered'),
    kind: needOne(['rebuts', 'undercuts'] as const, 'says the opposite, or takes away its ground'),
    reason: need('text')('how it answers'),
  },
  figures: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    counted: need('id')('what is counted; see “Figures”'),
    unit: need('id')('in what it is counted'),
    population: may('text')('of whom or what, where the unit does not say it all'),
    place: need('place')('where; `WLD` for all hosts together'),
    from: may('date')('moment or window: start'),
    to: may('date')('end'),
    measure: needOne(
      ['stock', 'flow', 'cumulative', 'rate'] as const,
      'standing at a moment, over a window, since the beginning, or a rate',
    ),
    comparator: needOne(COMPARATORS, 'as the source puts it'),
    value: may('number')('the number as printed'),
    low: may('number')('lowest value it allows; empty: open'),
    high: may('number')('highest value it allows; empty: open'),
    currency: may('text')('ISO 4217, where money is counted'),
    definition: may('text')('what the source says it counts'),
    revises: mayRef(['figures'] as const, 'the earlier figure of the same source that it replaces'),
    note,
  },
  terms: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    leg: needOne(LEGS, 'which part of the money'),
    basis: needOne(PRICE_BASES, 'what kind of price'),
    payer: mayRef(['parties'] as const, 'who pays'),
    payee: mayRef(['parties'] as const, 'who is paid'),
    place: need('place')('the host'),
    value: may('number')('as printed, where one number is printed'),
    low: may('number')('lowest amount; empty: open'),
    high: may('number')('highest amount; empty: open'),
    currency: need('text')('ISO 4217'),
    per: needOne(PERS, 'per worker and hour, month, year or the whole period; or for all workers together'),
    workers: may('integer')('how many workers an amount for all of them covers'),
    from: may('date')('when it holds: start'),
    to: may('date')('end; empty: still running'),
    includes: may('text')('what the source says it includes or leaves out'),
    note,
  },
  rates: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    base: need('text')('currency of one unit, ISO 4217'),
    quote: need('text')('currency it is expressed in'),
    low: need('number')('lowest'),
    high: need('number')('highest'),
    from: may('date')('start'),
    to: may('date')('end'),
    note,
  },
  agreements: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    also: refs(['claims'] as const, 'further claims about it'),
    name: need('text')('what it is called'),
    parties: refs(['parties'] as const, 'between whom'),
    place: need('place')('the host'),
    signed: may('date')('when'),
    from: may('date')('in force from'),
    to: may('date')('in force to; empty: no end known'),
    published: needOne(['yes', 'no', 'unknown'] as const, 'whether its text is public'),
    summary: need('text')('what it provides, in our own words'),
  },
  measures: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    also: refs(['claims'] as const, 'further claims about it'),
    kind: needOne(
      [
        'visa-restriction',
        'sanction',
        'ranking',
        'listing',
        'litigation',
        'bill',
        'pressure',
        'agreement-ended',
        'agreement-changed',
        'direct-pay',
        'hiring-route',
        'programme-opened',
        'programme-closed',
        'inquiry',
        'other',
      ] as const,
      'what kind',
    ),
    authority: needRef(['parties'] as const, 'who took it'),
    target: need('text')('whom it is aimed at, by category'),
    place: need('place')('where it bites; `WLD` for everywhere'),
    basis: may('text')('legal basis'),
    announced: may('date')('when announced'),
    inForce: may('date')('in force from'),
    ended: may('date')('in force to'),
    status: needOne(['proposed', 'announced', 'in-force', 'ended', 'unknown'] as const, 'as last known'),
    affected: mayRef(['figures'] as const, 'how many people it affects'),
    summary: need('text')('what it is, in our own words'),
  },
  requests: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    also: refs(['claims'] as const, 'further claims about it'),
    asker: needRef(['parties'] as const, 'who asks'),
    addressees: refs(['parties'] as const, 'whom; a group stands for its members'),
    about: need('text')('what is asked'),
    basis: may('text')('legal basis'),
    sent: may('date')('when'),
    due: may('date')('by when'),
    state: needOne(REQUEST_STATES, 'as last known; overdue is computed'),
  },
  replies: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    request: mayRef(['requests'] as const, 'to which request; empty: to the matter in general'),
    party: needRef(['parties'] as const, 'who replies'),
    date: may('date')('when'),
    kind: needOne(REPLY_KINDS, 'what kind'),
    summary: need('text')('what was said, in our own words'),
  },
  events: {
    id,
    claim: needRef(['claims'] as const, 'who says so'),
    also: refs(['claims'] as const, 'further claims about it'),
    kind: needOne(
      [
        'deployment',
        'departure',
        'incident',
        'judgment',
        'award',
        'statement',
        'contract',
        'reform',
        'other',
      ] as const,
      'what kind',
    ),
    place: need('place')('where'),
    from: may('date')('start'),
    to: may('date')('end'),
    summary: need('text')('what happened, in our own words'),
  },
  searches: {
    id,
    claim: mayRef(['claims'] as const, 'the claim to which an answer was looked for'),
    about: need('text')('what was looked for'),
    places: need('text')('where: archives, sites, registers'),
    at: need('date')('when'),
    languages: need('text')('in which languages'),
    found: need('text')('what came of it'),
  },
  memberships: {
    id,
    group: needRef(
      ['parties'] as const,
      'the group; where it has none here, its `members` stand for any day',
    ),
    member: needRef(['parties'] as const, 'who belongs to it'),
    from: may('date')('since when; empty: as far back as is asked'),
    to: may('date')('until when; empty: still'),
    note,
  },
  holidays: {
    id,
    place: need('place')('where offices are shut'),
    date: need('date')('on which day'),
    name: need('text')('what it is called'),
    note,
  },
  deadlines: {
    id,
    request: needRef(['requests'] as const, 'of which request; stands where it has no day of its own'),
    days: need('integer')('how many days after it was sent'),
    counted: needOne(['calendar', 'working'] as const, 'whether weekends and holidays count'),
    place: need('place')('whose weekends and holidays'),
    note,
  },
  questions: {
    id,
    request: needRef(['requests'] as const, 'of which request'),
    text: need('text')('what is asked'),
    element: may('text')('the element of a standard that an answer could settle'),
    about: mayRef(['claims'] as const, 'the claim that an answer could settle'),
  },
  enclosures: {
    id,
    reply: needRef(['replies'] as const, 'of which reply'),
    source: needRef(['sources'] as const, 'the document that came with it'),
  },
  proposals: {
    id,
    text: needRef(['texts'] as const, 'the text it was read from'),
    kind: needOne(
      ['claim', 'figure', 'bearing', 'anchor', 'copy'] as const,
      'what reading proposes; *anchor*: where a claim stands in a newer text; *copy*: that its source has the words of another',
    ),
    start: need('integer')('UTF-16 index in the text'),
    end: need('integer')('index after the last unit'),
    exact: need('text')('the words'),
    body: need('text')('the proposal as canonical JSON'),
    rule: need('text')('the rule of reading that made it'),
    confidence: need('number')('0 to 1'),
    state: needOne(['waiting', 'accepted', 'rejected'] as const, 'what a person decided'),
    claim: mayRef(['claims'] as const, 'the claim it became, re-anchors or bears on'),
  },
  findings: {
    id,
    scope: need('text')('standard, proof standard and scope, as canonical JSON'),
    verdict: needOne(['met', 'not-met', 'open', 'none'] as const, 'as recorded'),
    inputs: need('hash')('of everything that went in'),
    output: need('hash')('of the finding as canonical JSON'),
  },
} as const;

export type TableName = keyof typeof tables;
export type Row<T extends TableName> = RowOf<(typeof tables)[T]>;
export const tableNames = Object.keys(tables) as TableName[];

export type Side = (typeof SIDES)[number];
export type Leg = (typeof LEGS)[number];
export type PriceBasis = (typeof PRICE_BASES)[number];
export type Per = (typeof PERS)[number];
export type Comparator = (typeof COMPARATORS)[number];
export type ClaimState = (typeof STATES)[number];
export type Route = (typeof ROUTES)[number];

/** What is held once per dossier; in a package it is `datapackage.json` and `README.md`. */
export interface Dossier {
  readonly id: string;
  readonly title: string;
  /** Titles in other languages, by BCP 47 code. */
  readonly titles: Readonly<Record<string, string>>;
  /** ISO 3166 alpha-3 code of the state that sends. */
  readonly sendingState: string;
  /** Party whose conduct findings are about unless another is asked for. */
  readonly dutyBearer: string;
  /** ISO 8601 time, UTC. */
  readonly created: string;
  readonly license: string;
  readonly readme: string;
}
