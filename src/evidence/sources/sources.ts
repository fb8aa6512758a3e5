/** The door of the sources: a file kept byte for byte, and its text. */
export { addSource, archiveOriginal, type SourceAbout } from '#evidence/sources/archive.ts';
export { type Extracted, type ExtractOptions, extract } from '#evidence/sources/extract.ts';
export { checkSize, readFileBytes } from '#evidence/sources/file.ts';
export { loadLexicons } from '#evidence/sources/lexicons.ts';
export { listSources } from '#evidence/sources/list.ts';
export { pdfPage, pdfPicture } from '#evidence/sources/pdf.ts';
export { type ScanLanguage, scanLanguages } from '#evidence/sources/scan.ts';
