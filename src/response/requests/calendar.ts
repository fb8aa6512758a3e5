/**
 * Deadlines as a calendar file (iCalendar, RFC 5545): one day-long event for each request that is due on a known day.
 * The same dossier and day give the same bytes.
 */
import { dateOf, daysOf } from '#core/dates.ts';
import { type Evidence, partyName } from '#evidence/claims/claims.ts';
import type { Request } from '#response/requests/requests.ts';
import { formatList, type Language, say } from '#words/language.ts';
import { requestWords as words } from '#words/requests.ts';

/** Octets of a line; what is longer goes on in the next after a space (RFC 5545, 3.1). */
const LINE = 75;
/** Names told in an entry; more are counted. */
const NAMED = 5;

export function calendarOf(
  evidence: Evidence,
  requests: readonly Request[],
  today: string,
  language: Language,
): string {
  const stamp = `${compact(dateOf(daysOf(today)?.last ?? 0))}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Probanza//Requests//EN',
    'CALSCALE:GREGORIAN',
    ...requests.flatMap(it => eventOf(evidence, it, stamp, language)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventOf(evidence: Evidence, request: Request, stamp: string, language: Language): string[] {
  const day = request.due === null ? undefined : daysOf(request.due)?.last;
  if (day === undefined) return [];
  const names = request.addressees.map(id => partyName(evidence, id));
  const more = names.length - NAMED;
  const to = more > 1 ? [...names.slice(0, NAMED), say(words.others, language, { n: more })] : names;
  const holes = { to: formatList(to, language), about: request.about };
  return [
    'BEGIN:VEVENT',
    `UID:${request.id}@${evidence.dossier.id}.probanza`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(dateOf(day))}`,
    `DTEND;VALUE=DATE:${compact(dateOf(day + 1))}`,
    `SUMMARY:${escaped(say(words.dueFrom, language, holes))}`,
    `DESCRIPTION:${escaped([request.about, ...request.questions.map(it => `- ${it.text}`)].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** TEXT values (RFC 5545, 3.3.11). What is no printable text would end a line early and is left out. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, found => `\\${found}`)
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Cuts between characters, never inside of one. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const folded: string[] = [];
  let [current, octets] = ['', 0];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > LINE) {
      folded.push(current);
      [current, octets] = [' ', 1];
    }
    current += sign;
    octets += size;
  }
  return [...folded, current].join('\r\n');
}
