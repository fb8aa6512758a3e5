/** `datapackage.json`: the dossier's own members and, after Frictionless, the schema of every table. */
import { z } from 'zod';
import { Problem } from '#core/errors.ts';
import { isId } from '#core/ids.ts';
import { isPlace } from '#core/places.ts';
import type { Column } from '#store/columns.ts';
import { type Dossier, type TableName, tables } from '#store/tables.ts';

const FORMAT = 1;
const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

const members = z.object({
  name: z.string().refine(isId),
  title: z.string().min(1).max(500),
  titles: z.record(z.string(), z.string()).default({}),
  created: z.iso.datetime(),
  licenses: z.array(z.object({ name: z.string() })).min(1),
  sendingState: z.string().refine(isPlace),
  dutyBearer: z.string().refine(isId),
  probanza: z.literal(FORMAT),
});

/** Throws `package.file` naming the member that is wrong. */
export function readDatapackage(text: string, readme: string): Dossier {
  const result = members.safeParse(parseJson(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Problem('package.file', {
      where: 'datapackage.json',
      what: `${issue?.path.join('.')}: ${issue?.message}`,
    });
  }
  const { name, title, titles, created, licenses, sendingState, dutyBearer } = result.data;
  return {
    id: name,
    title,
    titles,
    created: new Date(created).toISOString(),
    license: licenses[0]?.name ?? '',
    sendingState,
    dutyBearer,
    readme,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('package.file', {
      where: 'datapackage.json',
      what: error instanceof Error ? error.message : 'JSON',
    });
  }
}

export function writeDatapackage(dossier: Dossier, withRows: readonly TableName[]): string {
  const { id, title, titles, created, license, sendingState, dutyBearer } = dossier;
  const data = {
    $schema: PROFILE,
    name: id,
    title,
    titles,
    created,
    licenses: [{ name: license }],
    sendingState,
    dutyBearer,
    probanza: FORMAT,
    resources: withRows.map(resource),
  };
  return `${JSON.stringify(sorted(data), null, 2)}\n`;
}

function resource(name: TableName) {
  const columns: Readonly<Record<string, Column>> = tables[name];
  const foreignKeys = Object.entries(columns).flatMap(([column, it]) =>
    it.type === 'ref' && it.to.length === 1
      ? [{ fields: [column], reference: { resource: it.to[0] === name ? '' : it.to[0], fields: ['id'] } }]
      : [],
  );
  const fields = Object.entries(columns).map(([column, it]) => field(column, it));
  return {
    name,
    path: `${name}.csv`,
    type: 'table',
    schema: { fields, primaryKey: ['id'], ...(foreignKeys.length > 0 ? { foreignKeys } : {}) },
  };
}

function field(name: string, column: Column) {
  const type = column.type === 'integer' || column.type === 'number' ? column.type : 'string';
  const constraints = {
    ...(column.required ? { required: true } : {}),
    ...(column.type === 'enum' ? { enum: column.of } : {}),
  };
  return {
    name,
    type,
    description: column.about,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** Keys in canonical order, so that the same dossier always has the same file. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
