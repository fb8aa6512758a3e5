/** The jobs of adding files: how far each is, what failed, and stopping and going on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, bodyOf, type JobLine } from '#web/api.ts';
import { useAct, useWords } from '#web/hooks.ts';
import { deskWords as words } from '#words/pages/desk.ts';

/** How often one that runs is asked for, and one that does not, in milliseconds. */
const OFTEN = 1000;
const SELDOM = 5000;
const DAY = 24 * 3600 * 1000;

export function Jobs() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['jobs', language],
    queryFn: () => bodyOf(api.jobs.$get({ query: { lang: language } })),
    refetchInterval: query => (query.state.data?.jobs.some(isActive) ? OFTEN : SELDOM),
    staleTime: 0,
    retry: false,
  });
  const jobs = data?.jobs ?? [];
  // what has been added shows on the page when a job ends
  const active = jobs.filter(isActive).length;
  const before = useRef(0);
  useEffect(() => {
    if (active < before.current) client.invalidateQueries({ predicate: it => it.queryKey[0] !== 'jobs' });
    before.current = active;
  }, [active, client]);
  const [first] = jobs;
  // whatever is not at its end, and for a day what came of the newest
  const fresh = (it: JobLine) => it === first && Date.now() - Date.parse(it.at) < DAY;
  const shown = jobs.filter(it => it.state !== 'done' || fresh(it));
  if (shown.length === 0) return null;
  return (
    <section className="jobs" aria-label={t(words.jobs)}>
      {shown.map(it => (
        <JobItem key={it.id} job={it} />
      ))}
    </section>
  );
}

function isActive({ state }: JobLine): boolean {
  return state === 'running' || state === 'queued';
}

function JobItem({ job }: { readonly job: JobLine }) {
  const { t } = useWords();
  const { counts } = job;
  const ended = counts.all - counts.waiting;
  const tenths = Math.floor((ended * 10) / Math.max(1, counts.all));
  return (
    <div className="job">
      <progress value={ended} max={counts.all} aria-label={t(words.progress)} />
      <p>
        <b>{t(words.jobStates[job.state])}</b>{' '}
        {t(words.jobCounts, {
          ended,
          all: counts.all,
          done: counts.done,
          here: counts.here,
          failed: counts.failed,
        })}{' '}
        <Verbs job={job} />
      </p>
      {/* said aloud at each tenth, not at each file */}
      <p role="status" className="hidden">
        {t(words.jobStates[job.state])} {t(words.jobTenths, { share: tenths * 10 })}
      </p>
      {job.problem && <p className="said failed">{job.problem}</p>}
      <ul className="plainlist">
        {job.files.map(it => (
          <li key={it.seq} className={it.problem === undefined ? 'said' : 'said failed'}>
            {it.problem !== undefined && t(words.notDone, { why: it.problem })}
            {it.here !== undefined && t(words.alreadyHere, { name: it.name, id: it.here })}
            {it.proposals !== undefined && t(words.added, { name: it.name, n: it.proposals })}
            {it.unanswered !== undefined && (
              <p className="failed">{t(words.unanswered, { name: it.name, why: it.unanswered })}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Verbs({ job }: { readonly job: JobLine }) {
  const { t } = useWords();
  const stop = useAct((id: string) => bodyOf(api.jobs[':id'].stop.$post({ param: { id } })));
  const resume = useAct((id: string) => bodyOf(api.jobs[':id'].resume.$post({ param: { id } })));
  if (job.state === 'done') return null;
  if (isActive(job))
    return (
      <button type="button" disabled={stop.isPending} onClick={() => stop.mutate(job.id)}>
        {t(words.stop)}
      </button>
    );
  if (!job.there) return <span className="soft">{t(words.filesGone)}</span>;
  return (
    <button type="button" disabled={resume.isPending} onClick={() => resume.mutate(job.id)}>
      {t(words.resume)}
    </button>
  );
}
