/** The door of the sources: a file kept byte for byte, and its text. */
export { anchorsFor, numbered } from '#evidence/sources/abstract-anchors.ts';
export { type Again, extractAgain, newestOf } from '#evidence/sources/again.ts';
export {
  type Found,
  findAnchor,
  findExact,
  type Passage,
  type Ready,
  readyText,
  type Span,
  widened,
} from '#evidence/sources/anchor.ts';
export { addSource, archiveOriginal, type SourceAbout } from '#evidence/sources/archive.ts';
export { type Extracted, extract } from '#evidence/sources/extract.ts';
export { checkSize, readFileBytes } from '#evidence/sources/file.ts';
export { loadLexicons } from '#evidence/sources/lexicons.ts';
export { listSources } from '#evidence/sources/list.ts';
export { type Standing, type Stands, standing } from '#evidence/sources/standing.ts';
