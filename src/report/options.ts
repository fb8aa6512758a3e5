/** What is asked of a report. */
import type { Period } from '#core/dates.ts';
import type { Redaction } from '#report/redact.ts';
import type { Language } from '#words/language.ts';

export interface ReportOptions {
  readonly languages: readonly Language[];
  /** Whether findings take sources that are cited, not held. */
  readonly held: 'all' | 'originals';
  readonly place?: string | undefined;
  readonly period?: Period | undefined;
  readonly proof?: string | undefined;
  readonly redaction: Redaction;
  /** The one sheet to print, beside the pages. */
  readonly sheet?: boolean;
  readonly docx?: boolean;
}

export interface ReportFile {
  /** In the report's folder, `/` between. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
