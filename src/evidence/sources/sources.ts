/** The door of the sources: a file kept byte for byte, and its text. */
export { addSource, archiveOriginal, heldAs, partRow, type SourceAbout } from '#evidence/sources/archive.ts';
export {
  type Capture,
  type Extracted,
  type ExtractOptions,
  extract,
  extractPart,
  type Part,
} from '#evidence/sources/extract.ts';
export { checkSize, readFileBytes } from '#evidence/sources/file.ts';
export { loadLexicons } from '#evidence/sources/lexicons.ts';
export { listSources } from '#evidence/sources/list.ts';
