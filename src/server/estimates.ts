/** Tables that a person brings, lists and interviews: answered and given back, never kept. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Hono } from 'hono';
import { loadStandards } from '#assessment/standards/standards.ts';
import { Problem } from '#core/errors.ts';
import { type Dataset, named, openDataset } from '#evidence/datasets/datasets.ts';
import { LEVELS, METHODS, type Options } from '#numbers/population/population.ts';
import { ask, askingShape, readMapping } from '#numbers/survey/survey.ts';
import type { Sized } from '#server/estimates-task.ts';
import { pool } from '#work/work.ts';

export type { Row as SurveyRow } from '#numbers/survey/survey.ts';
export type { Sized } from '#server/estimates-task.ts';

/** Of one upload, in bytes: a million interviews are some 40 million. */
const MOST_BYTES = 200_000_000;
/** Sampling latent classes of eight lists takes a minute on a slow machine. */
const SECONDS = 600;
/** Answers of a column that are listed; beyond these it is a number or free text. */
const MOST_VALUES = 12;

export const estimateRoutes = () =>
  new Hono()
    .post('/lists', async context => {
      const form = await context.req.parseBody();
      const { file, name } = fileOf(form);
      const text = new TextDecoder().decode(await file.arrayBuffer());
      const task = { module: new URL('./estimates-task.ts', import.meta.url), name: 'sizeTask' };
      const limits = { what: name, seconds: SECONDS, signal: context.req.raw.signal };
      const sized = await pool().run<Sized>(task, { text, name, options: optionsOf(form) }, limits);
      return context.json(sized);
    })
    .post('/interviews/columns', async context => {
      const form = await context.req.parseBody();
      return context.json(await withDataset(form, context.req.raw.signal, columnsOf));
    })
    .post('/interviews', async context => {
      const form = await context.req.parseBody();
      const mapping = readMapping(String(form.mapping ?? '{}'), 'mapping');
      const asking = askingShape.safeParse(json(String(form.asking ?? '{}')));
      if (!asking.success) throw new Problem('survey.asked', {});
      const found = await withDataset(form, context.req.raw.signal, async dataset =>
        ask(dataset, asking.data, mapping, await loadStandards()),
      );
      const { frame, asked, interval } = found.request;
      return context.json({ rows: found.rows, frame, asked, interval, title: found.standard?.title ?? null });
    });

/** Nothing that the shape would take where it is no JSON. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Form = Readonly<Record<string, unknown>>;

function fileOf(form: Form): { file: File; name: string } {
  const { file } = form;
  if (!(file instanceof File)) throw new Problem('usage.missing', { where: 'file', what: 'file' });
  if (file.size > MOST_BYTES)
    throw new Problem('file.large', { what: file.name, limit: `${MOST_BYTES / 1e6} MB` });
  return { file, name: basename(file.name) };
}

function optionsOf(form: Form): Options {
  const number = (name: string, fallback: number, most: number) => {
    const value = Number(form[name]);
    return form[name] !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= most
      ? value
      : fallback;
  };
  return {
    method: METHODS.find(it => it === form.method),
    level: LEVELS.find(it => String(it) === form.level),
    resamples: number('resamples', 2000, 100_000),
    seed: number('seed', 1, 2 ** 31 - 1),
  };
}

/** The table lies in a folder of its own while it is asked. */
async function withDataset<T>(
  form: Form,
  signal: AbortSignal,
  use: (dataset: Dataset) => Promise<T>,
): Promise<T> {
  const { file, name } = fileOf(form);
  const folder = await mkdtemp(join(tmpdir(), 'probanza-table-'));
  try {
    const path = join(folder, name || 'table');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 });
    const dataset = await openDataset(path, { signal });
    try {
      return await use(dataset);
    } finally {
      await dataset.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the mapping is made of: each column with its answers, where they are few. */
async function columnsOf(dataset: Dataset) {
  const columns = [];
  for (const column of dataset.columns) {
    const values = await dataset.ask(
      `SELECT ${named(column)} AS value, count(*) AS n FROM data GROUP BY value ORDER BY n DESC, value LIMIT ${MOST_VALUES + 1}`,
    );
    const few = values.length <= MOST_VALUES;
    columns.push({
      name: column,
      values: few
        ? values.map(it => ({ value: it.value === null ? '' : String(it.value), n: Number(it.n) }))
        : null,
    });
  }
  const [row] = await dataset.ask('SELECT count(*) AS n FROM data');
  return { columns, rows: Number(row?.n ?? 0) };
}
