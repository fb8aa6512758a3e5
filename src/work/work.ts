/** The door of work: threads that can be killed, and long jobs over many files. */
export { Files, type JobFile, type Listed, listFiles, type Root } from '#work/files.ts';
export {
  type Counts,
  countsOf,
  extendJob,
  findJob,
  type Item,
  itemsOf,
  type Job,
  type JobState,
  listJobs,
  setJobState,
  startJob,
} from '#work/jobs.ts';
export { Pool, type PoolOptions, pool, type Task } from '#work/pool.ts';
export { type RunOptions, runJob, type Steps } from '#work/run.ts';
export { openZip } from '#work/zip.ts';
