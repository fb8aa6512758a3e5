/**
 * The rooms of the house, in order: what each answers and whom it may import.
 * A room imports only rooms above it, so no loop can be written. The map in ARCHITECTURE.md is drawn from
 * this list and `rooms.test.ts` keeps it. A room's door is the one file that other rooms import.
 */

export interface Room {
  readonly answers: string;
  /** Names of rooms above; `*` means every room above. */
  readonly imports: readonly string[];
  /** Rooms of which only types may be imported: nothing of them runs here. */
  readonly types?: readonly string[];
  /** Files that other rooms may import, relative to the room. */
  readonly doors: readonly string[];
}

export const rooms = {
  core: { answers: 'ids, dates, places, intervals, hashes, errors: pure, no I/O', imports: [], doors: ['*'] },
  words: { answers: 'every sentence a person sees, in en, es, pt', imports: ['core'], doors: ['*'] },
  store: {
    answers: 'tables, transactions, history, search index',
    imports: ['core'],
    doors: ['store.ts', 'tables.ts', 'columns.ts'],
  },
  work: {
    answers: 'long jobs: progress, interruption, resumption, workers',
    imports: ['core', 'words', 'store'],
    doors: ['work.ts'],
  },
  'evidence/reading': {
    answers: 'text to proposals: claims, figures, bearings',
    imports: ['core'],
    doors: ['reading.ts'],
  },
  'evidence/sources': {
    answers: 'files kept byte for byte, and their text',
    imports: ['core', 'words', 'store', 'work'],
    doors: ['sources.ts'],
  },
  'evidence/datasets': {
    answers: 'tables of rows asked by SQL: CSV, Parquet, XLSX',
    imports: ['core', 'words', 'work', 'evidence/sources'],
    doors: ['datasets.ts'],
  },
  'evidence/model': {
    answers: 'further proposals from a local language model, tied to exact words',
    imports: ['core', 'words', 'evidence/reading'],
    doors: ['model.ts'],
  },
  'evidence/claims': {
    answers: 'who says so: passages, claims, bearings, answers, review',
    imports: ['core', 'words', 'store', 'work', 'evidence/sources', 'evidence/reading', 'evidence/model'],
    doors: ['claims.ts'],
  },
  'assessment/standards': {
    answers: 'what a standard requires',
    imports: ['core', 'words'],
    doors: ['standards.ts'],
  },
  'assessment/findings': {
    answers: 'is it forced labour: claims weighed under a standard',
    imports: ['core', 'words', 'store', 'evidence/claims', 'assessment/standards'],
    doors: ['findings.ts'],
  },
  'numbers/figures': {
    answers: 'how many: rival numbers reconciled',
    imports: ['core', 'words', 'store', 'evidence/claims', 'evidence/sources'],
    doors: ['figures.ts'],
  },
  'numbers/survey': {
    answers: 'how many by interviews: shares and totals with what they leave open',
    imports: [
      'core',
      'words',
      'store',
      'evidence/sources',
      'evidence/claims',
      'evidence/datasets',
      'assessment/standards',
    ],
    doors: ['survey.ts'],
  },
  'numbers/population': {
    answers: 'how many whom nobody counted: the size of a group from overlapping lists',
    imports: ['core', 'words'],
    doors: ['population.ts'],
  },
  money: {
    answers: 'where the money goes: terms to waterfall and shares',
    imports: ['core', 'words', 'store', 'evidence/claims', 'evidence/sources'],
    doors: ['money.ts'],
  },
  triage: {
    answers: 'what waits for a person, by what it would settle',
    imports: [
      'core',
      'words',
      'store',
      'evidence/claims',
      'assessment/standards',
      'assessment/findings',
      'numbers/figures',
      'money',
    ],
    doors: ['triage.ts'],
  },
  'response/requests': {
    answers: 'what was asked, due, answered',
    imports: ['core', 'words', 'store', 'evidence/claims', 'assessment/findings', 'numbers/figures', 'money'],
    doors: ['requests.ts'],
  },
  'response/measures': {
    answers: 'what is being done: measures, agreements, events, timeline',
    imports: [
      'core',
      'words',
      'store',
      'evidence/claims',
      'assessment/findings',
      'numbers/figures',
      'money',
      'response/requests',
    ],
    doors: ['measures.ts'],
  },
  package: {
    answers: 'a dossier in and out as plain files, and verified',
    imports: ['*'],
    doors: ['package.ts'],
  },
  proof: {
    answers: 'what anyone can check: signed checkpoints, and that a claim is in the history',
    imports: ['core', 'words', 'store'],
    doors: ['proof.ts'],
  },
  report: { answers: 'the five answers, from every room', imports: ['*'], doors: ['report.ts'] },
  server: { answers: 'HTTP over the rooms', imports: ['*'], doors: ['server.ts'] },
  web: {
    answers: 'the workbench: five pages, a reading room and a review desk',
    imports: ['core', 'words', 'evidence/reading'],
    types: ['server'],
    doors: [],
  },
  cli: { answers: 'the command line', imports: ['*'], doors: [] },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;
