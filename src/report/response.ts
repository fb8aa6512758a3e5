/** Chapter 5: what is being done. Who was asked and what they said, and everything dated with its claims. */
import { rowsWith } from '#core/lookup.ts';
import { partyName } from '#evidence/claims/claims.ts';
import { responseAnswer } from '#report/answers.ts';
import { type Block, type Cell, heading, joined, lead, para } from '#report/blocks.ts';
import { timelineChart } from '#report/charts.ts';
import { opens, type Saying } from '#report/saying.ts';
import { type Dated, timeline } from '#response/measures/measures.ts';
import { type Request, requests } from '#response/requests/requests.ts';
import { label } from '#words/labels.ts';
import { formatDate, formatDates } from '#words/language.ts';
import { placeName } from '#words/places.ts';
import { reportWords as words } from '#words/report.ts';

export function responseChapter(it: Saying): Block[] {
  const { place, period } = it.options;
  const all = timeline(it.evidence, { place, period });
  const part = responseAnswer(all, it.evidence, it.language);
  return [
    lead(part.sentence),
    ...(part.counts === '' ? [] : [para(part.counts)]),
    heading(it.t(words.asked)),
    ...askedBlocks(it, requests(it.evidence)),
    heading(it.t(words.timeline)),
    ...timelineChart(it, all),
    dated(it, all),
  ];
}

/** One row for each party that was asked: what came back, or that nothing did. */
function askedBlocks(it: Saying, all: readonly Request[]): Block[] {
  const general = it.evidence.replies.filter(reply => reply.request === null);
  const rows = [
    ...all.map((request): Cell[] => [
      [partyName(it.evidence, request.asker)],
      [...opens(it, request.about, request.claims)],
      [[request.sent, request.due].map(day => (day ? formatDate(day, it.language) : '–')).join(', ')],
      joined([
        ...request.replies.map(reply => replyCell(it, reply)),
        ...request.silent
          .filter(id => !request.replies.some(reply => reply.party === id))
          .map(id => [`${partyName(it.evidence, id)}: ${it.t(words.noReply)}`]),
      ]),
    ]),
    ...general.map((reply): Cell[] => [['–'], [it.t(words.further)], ['–'], replyCell(it, reply)]),
  ];
  if (rows.length === 0) return [para(it.t(words.askedNone))];
  const head = [words.party, words.about, words.sent, words.said].map(word => it.t(word));
  return [{ kind: 'table', caption: it.t(words.asked), head, rows }];
}

function replyCell(it: Saying, reply: Saying['evidence']['replies'][number]): Cell {
  const when = reply.date ? `, ${formatDate(reply.date, it.language)}` : '';
  return [`${partyName(it.evidence, reply.party)}${when}: `, ...opens(it, reply.summary, [reply.claim])];
}

function dated(it: Saying, all: readonly Dated[]): Block {
  const head = [words.when, words.kind, words.where, words.what].map(word => it.t(word));
  const rows = all.map((row): Cell[] => [
    [formatDates(row.from, row.to, it.language) || it.t(words.undated)],
    [kindOf(it, row)],
    [placeName(row.place, it.language)],
    opens(it, row.summary, row.claims),
  ]);
  return { kind: 'table', caption: it.t(words.timeline), head, rows };
}

function kindOf(it: Saying, row: Dated): string {
  const measure = row.kind === 'measure' ? rowsWith(it.evidence.measures, 'id', row.id)[0] : undefined;
  return measure
    ? `${label('measure', measure.kind, it.language)} (${partyName(it.evidence, measure.authority)}; ${label('status', measure.status, it.language)})`
    : label('dated', row.kind, it.language);
}
