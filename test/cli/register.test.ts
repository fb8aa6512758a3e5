import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Register } from '#numbers/figures/figures.ts';
import { run } from '#test/command.ts';

const DOSSIER = join(import.meta.dirname, '../../dossiers/cuban-medical-missions');
const ask = async (...more: string[]) =>
  (await run(['register', '--json', '--dossier', DOSSIER, ...more])).json() as Register;

describe('register', () => {
  test('tells each agreement’s state as of a day', async () => {
    const at = async (day: string) =>
      Object.fromEntries((await ask('--at', day)).agreements.map(it => [it.id, it.state]));
    expect(await at('2024-06-01')).toMatchObject({
      'hnd-2024': 'in-force',
      'dza-2018': 'ended',
      'ecu-2009': 'open',
      'vct-2025': 'not-begun',
    });
    expect(await at('2026-03-01')).toMatchObject({ 'hnd-2024': 'ended', 'ita-calabria-2022': 'in-force' });
  });
  test('keeps current and cumulative totals apart, with the units they count', async () => {
    const { totals, deployments } = await ask();
    expect(totals.current[0]?.figures.map(it => it.claim)).toEqual(['f0003', 'f0125', 'f0227', 'f0287']);
    expect(totals.cumulative.every(it => it.counted === 'workers-served')).toBe(true);
    expect(deployments.some(it => it.place === 'WLD')).toBe(false);
  });
  test('of one place, and in three languages', async () => {
    const { agreements, deployments } = await ask('--place', 'BRA');
    expect(agreements.map(it => it.id)).toEqual(['bra-2013']);
    expect(new Set(deployments.map(it => it.place))).toEqual(new Set(['BRA']));
    for (const [lang, word] of [
      ['en', 'Agreements'],
      ['es', 'Acuerdos'],
      ['pt', 'Acordos'],
    ] as const)
      expect((await run(['register', '--dossier', DOSSIER, '--lang', lang])).out).toContain(word);
  });
  test('a day that is none is refused in one line', async () => {
    const { code, err } = await run(['register', '--at', '2024-13', '--dossier', DOSSIER]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
