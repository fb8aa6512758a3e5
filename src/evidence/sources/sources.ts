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
export {
  archiveOriginal,
  heldAs,
  putSource,
  type ReadSource,
  refuseHeld,
} from '#evidence/sources/archive.ts';
export {
  type Comparison,
  compareTexts,
  type FactChange,
  fate,
  flipped,
  type Piece,
} from '#evidence/sources/compare.ts';
export { COPY_KINDS, type CopyKind, type CopyVerdict, copyVerdict } from '#evidence/sources/copies.ts';
export { type CopyWords, copyWords } from '#evidence/sources/copy-words.ts';
export { extract, extractPart } from '#evidence/sources/extract.ts';
export { extractApart, secondsFor } from '#evidence/sources/extract-apart.ts';
export type { Extracted, ExtractOptions, Part } from '#evidence/sources/extracted.ts';
export { checkSize, MAX_BYTES, readFileBytes } from '#evidence/sources/file.ts';
export { likelyCopies, verifyPrints } from '#evidence/sources/kept-prints.ts';
export { loadLexicons } from '#evidence/sources/lexicons.ts';
export { listSources } from '#evidence/sources/list.ts';
export { pdfApart } from '#evidence/sources/pdf-apart.ts';
export type { Printed } from '#evidence/sources/pdf-text.ts';
export { type Fingerprint, fingerprintOf } from '#evidence/sources/prints.ts';
export { type ScanLanguage, scanLanguages } from '#evidence/sources/scan.ts';
export { partRow, publishedOn, type SourceAbout } from '#evidence/sources/source-rows.ts';
export { type Standing, type Stands, standing } from '#evidence/sources/standing.ts';
