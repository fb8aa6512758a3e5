import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Room, rooms } from './rooms.ts';

const src = import.meta.dirname;
const names = Object.keys(rooms);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.(ts|tsx)$/.test(file));

const roomOf = (file: string) => names.find(name => file.startsWith(`${name}/`));
const code = (file: string) => readFileSync(join(src, file), 'utf8');
const importsOf = (file: string) =>
  [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(m => m[1] ?? '');
/** Imports that are gone when the program runs. */
const typesOf = (file: string) =>
  [...code(file).matchAll(/^import type [^;]*?from '([^']+)'/gm)].map(m => m[1] ?? '');

/** Why `file` may not import `target`, or null where it may. */
function fault(file: string, target: string): string | null {
  const here = roomOf(file);
  if (target.startsWith('.')) {
    const there = normalize(join(dirname(file), target)).replaceAll('\\', '/');
    return here && roomOf(there) === here ? null : `${file} leaves its room by ${target}`;
  }
  if (!target.startsWith('#')) return null;
  const path = target.slice(1);
  const there = roomOf(path);
  if (!here || !there) return `${file} imports ${target}, which is in no room`;
  if (here === there) return null;
  const room: Room = rooms[here as keyof typeof rooms];
  const above = names.slice(0, names.indexOf(here));
  const types = typesOf(file).includes(target) ? (room.types ?? []) : [];
  const allowed = room.imports.includes('*') ? above : [...room.imports, ...types];
  if (!allowed.includes(there)) return `${file}: ${here} may not import ${there}`;
  const doors: readonly string[] = rooms[there as keyof typeof rooms].doors;
  const door = path.slice(there.length + 1);
  return doors.includes('*') || doors.includes(door)
    ? null
    : `${file} imports ${target}, which is not a door of ${there}`;
}

describe('rooms', () => {
  test('every file stands in a room', () => {
    expect(files.filter(file => !roomOf(file) && !/^rooms(\.test)?\.ts$/.test(file))).toEqual([]);
  });

  test('a room imports only rooms above it', () => {
    for (const [index, name] of names.entries()) {
      const room: Room = rooms[name as keyof typeof rooms];
      for (const other of room.imports.filter(it => it !== '*'))
        expect(names.indexOf(other)).toBeLessThan(index);
    }
  });

  test('no file leaves its room but through the doors it may use', () => {
    const faults = files
      .filter(file => roomOf(file))
      .flatMap(file => importsOf(file).map(target => fault(file, target)))
      .filter(it => it !== null);
    expect(faults).toEqual([]);
  });

  test('reading runs anywhere: it imports nothing of the runtime', () => {
    const reading = files.filter(file => file.startsWith('evidence/reading/') && !file.endsWith('.test.ts'));
    expect(reading.flatMap(importsOf).filter(target => target.startsWith('node:'))).toEqual([]);
  });
});

describe('names of the reference case', () => {
  const dossiers = join(src, '../dossiers');

  /** What a reference package calls its own: its state, its title's names, its people and the bodies of that state. */
  function ownNames(dossier: string): string[] {
    const read = (file: string) => readFileSync(join(dossiers, dossier, file), 'utf8');
    const { title, sendingState } = JSON.parse(read('datapackage.json'));
    const titleNames = title.split(/\s+/).slice(0, 1);
    const rows = read('parties.csv').split('\n').slice(1);
    const parties = rows
      .map(row => /^[^,]*,(?:"((?:[^"]|"")*)"|([^,]*)),(person|state-body|company),[^,]*,([^,]*)/.exec(row))
      .filter(match => match !== null)
      .filter(match => match[3] === 'person' || match[4] === sendingState)
      .map(match => (match[1] ?? match[2] ?? '').replace(/\(.*?\)/g, '').trim());
    const surnames = parties
      .flatMap(name => name.split(/\s+/).slice(-1))
      .filter(name => /^\p{Lu}\p{Ll}{4,}$/u.test(name));
    return [...titleNames, sendingState, ...parties.filter(name => name.length > 4), ...surnames];
  }

  test('are not known in src/', () => {
    const known = readdirSync(dossiers).flatMap(ownNames);
    expect(known.length).toBeGreaterThan(20);
    const escaped = known.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const any = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'u');
    const found = files
      .filter(file => !file.endsWith('.test.ts'))
      .flatMap(file => {
        const match = any.exec(readFileSync(join(src, file), 'utf8'));
        return match ? [`${file}: ${match[1]}`] : [];
      });
    expect(found).toEqual([]);
  });
});
