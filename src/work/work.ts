/** The door of work: threads that can be killed, and long jobs over many files. */
export { Pool, type PoolOptions, pool, type Task } from '#work/pool.ts';
