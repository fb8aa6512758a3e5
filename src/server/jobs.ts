/** Many files at once: what is sent, how far it is, and stopping and going on. */
import { Hono } from 'hono';
import { Problem, type ProblemCode, type ProblemDetails } from '#core/errors.ts';
import { type Added, addOptions, filesThere, startAdding } from '#evidence/claims/claims.ts';
import { asked, lang } from '#server/asked.ts';
import { receive } from '#server/incoming.ts';
import type { Live } from '#server/live.ts';
import { sayProblem } from '#words/errors.ts';
import { type Language, oneLine } from '#words/language.ts';
import { countsOf, Files, findJob, type Item, itemsOf, type Job, listJobs } from '#work/work.ts';

/** What may be said of files as they are added. */
const ABOUT = ['title', 'publisher', 'author', 'date', 'url', 'lang', 'kind', 'grade', 'gradeReason'];
/** Jobs that are shown, and files that are told of each. */
const SHOWN = 5;
const TOLD = 200;
/** Of no more files than these all are told, of others only those that failed. */
const FEW = 20;

export const jobRoutes = (live: Live) =>
  new Hono()
    .get('/jobs', asked({ lang }), async context => {
      const { lang: language } = context.req.valid('query');
      const jobs = (await listJobs(live.store)).slice(0, SHOWN);
      return context.json({ jobs: await Promise.all(jobs.map(it => jobLine(live, it, language))) });
    })
    .post('/jobs', async context => {
      refuseReadOnly(live);
      const { options, names, left } = await receive(live.store, context.req.raw.body, ABOUT, live.model);
      const { id } = await startAdding(live.store, live.by, options, names);
      live.adding.add(id);
      return context.json({ id, files: names.length, left });
    })
    .post('/jobs/:id/stop', async context => {
      refuseReadOnly(live);
      const { id } = await findJob(live.store, context.req.param('id'));
      await live.adding.stop(id);
      return context.json({ id });
    })
    .post('/jobs/:id/resume', async context => {
      refuseReadOnly(live);
      const { id, state } = await findJob(live.store, context.req.param('id'));
      if (state === 'done') throw new Problem('row.state', { where: 'job', what: id });
      live.adding.add(id);
      return context.json({ id });
    });

function refuseReadOnly({ store }: Live): void {
  if (store.readOnly) throw new Problem('store.read-only', { what: store.location });
}

export interface FileLine {
  readonly seq: number;
  readonly name: string;
  /** How many there are, where it was added. */
  readonly proposals?: number;
  /** Why a model that was asked did not say all. */
  readonly unanswered?: string;
  /** The source that held it already. */
  readonly here?: string;
  /** What is wrong with it. */
  readonly problem?: string;
}

async function jobLine(live: Live, job: Job, language: Language) {
  const counts = await countsOf(live.store, job.id);
  const doing = live.adding.doing(job.id);
  const query = counts.all <= FEW ? {} : { state: 'failed' as const };
  const items = await itemsOf(live.store, job.id, { ...query, limit: TOLD });
  const files = new Files(addOptions(job).roots, 0);
  const fault = live.adding.fault(job.id);
  return {
    id: job.id,
    at: job.at,
    by: job.by,
    // one that runs nowhere in this server was cut off, or is run by another process
    state: job.state === 'running' ? (doing ?? ('interrupted' as const)) : job.state,
    counts,
    there: job.state === 'done' || (await filesThere(job)),
    problem: fault ? sayProblem(fault, language) : null,
    files: items.filter(it => it.state !== 'waiting').map(it => fileLine(files, it, language)),
  };
}

function fileLine(files: Files, { seq, ...item }: Item, language: Language): FileLine {
  const name = oneLine(files.shown(item.name));
  const it = item.result as unknown as
    | Added
    | { here: string }
    | { problem: ProblemCode; details: ProblemDetails };
  if ('problem' in it)
    return { seq, name, problem: sayProblem(new Problem(it.problem, it.details), language) };
  if ('here' in it) return { seq, name, here: it.here };
  const why = firstWhy(it);
  const unanswered = why && sayProblem(new Problem(why.problem, why.details), language);
  return { seq, name, proposals: it.proposals, ...(unanswered ? { unanswered } : {}) };
}

/** Of a file or of what came inside it. */
function firstWhy({ model, parts = [] }: Added): NonNullable<Added['model']>['why'] {
  if (model?.why) return model.why;
  for (const part of parts) {
    const why = 'source' in part ? firstWhy(part) : null;
    if (why) return why;
  }
  return null;
}
