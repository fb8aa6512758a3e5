/** Cells of a CSV (RFC 4180). */

/** What a spreadsheet would run as a formula. */
export function runsAsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** In quotes where it must be. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
