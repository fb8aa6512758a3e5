/** The door of the package: a dossier in and out as plain files, and verified. */
export { docsTables } from '#package/docs.ts';
export { backup, exportPackage } from '#package/export.ts';
export { isPackage } from '#package/folder.ts';
export { importIntoMemory, importPackage } from '#package/import.ts';
export { type Package, readPackage } from '#package/read.ts';
export { verifyPackage } from '#package/verify.ts';
