/** The door of the sources: a file kept byte for byte, and its text. */
export { addSource, archiveOriginal, type SourceAbout } from '#evidence/sources/archive.ts';
export {
  type Comparison,
  compareTexts,
  type FactChange,
  fate,
  flipped,
  type Piece,
} from '#evidence/sources/compare.ts';
export { COPY_KINDS, type CopyKind, type CopyVerdict, copyVerdict } from '#evidence/sources/copies.ts';
export { copyWords } from '#evidence/sources/copy-words.ts';
export { type Extracted, extract } from '#evidence/sources/extract.ts';
export { checkSize, readFileBytes } from '#evidence/sources/file.ts';
export { likelyCopies, verifyPrints } from '#evidence/sources/kept-prints.ts';
export { loadLexicons } from '#evidence/sources/lexicons.ts';
export { listSources } from '#evidence/sources/list.ts';
