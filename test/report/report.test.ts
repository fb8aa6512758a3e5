/** The report: the same bytes always, nothing without its words, nothing that was withheld, and a clear line when asked wrongly. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '#core/hash.ts';
import { type Evidence, loadEvidence } from '#evidence/claims/claims.ts';
import { importIntoMemory } from '#package/package.ts';
import { buildReport, OPEN, previewReport, type ReportFile, type ReportOptions } from '#report/report.ts';
import { hasBrowser } from '#test/browser.ts';
import { run } from '#test/command.ts';
import { someEvidence } from '#test/factories.ts';
import { filesIn } from '#test/files.ts';
import { tempFolder } from '#test/stores.ts';

const root = join(import.meta.dirname, '../..');
const reference = join(root, readdirSync(join(root, 'dossiers')).map(it => join('dossiers', it))[0] ?? '');
const example = join(root, 'test/cases/package');
const plain: ReportOptions = { languages: ['en'], held: 'originals', redaction: OPEN };

const textOf = (file: ReportFile | undefined) => new TextDecoder().decode(file?.bytes);
const hashes = (files: readonly ReportFile[]) => files.map(it => `${it.path} ${sha256(it.bytes)}`);
const allText = (files: readonly ReportFile[]) => files.map(textOf).join('\n');

/** As if every list and map had been entered the other way round. */
function reversed(evidence: Evidence): Evidence {
  const turned = Object.entries(evidence).map(([key, value]) => {
    if (Array.isArray(value)) return [key, value.toReversed()];
    return value instanceof Map ? [key, new Map([...value].toReversed())] : [key, value];
  });
  return Object.fromEntries(turned);
}

describe('the report of the reference dossier', () => {
  let evidence: Evidence;
  let files: ReportFile[];
  beforeAll(async () => {
    const store = await importIntoMemory(reference);
    evidence = await loadEvidence(store);
    await store.close();
    files = await buildReport(evidence, plain);
  });

  test('has the same bytes twice, as pages, sheet and DOCX', async () => {
    const options = { ...plain, languages: ['en', 'es', 'pt'] as const, sheet: true, docx: true };
    const [one, two] = [await buildReport(evidence, options), await buildReport(evidence, options)];
    expect(hashes(two)).toEqual(hashes(one));
  });

  test('is at most 1 MB, and no page has a script', () => {
    expect(files.reduce((sum, it) => sum + it.bytes.length, 0)).toBeLessThanOrEqual(1_000_000);
    expect(allText(files)).not.toMatch(/<script|\son\w+=|javascript:/i);
  });

  test('every link within it leads to something that is there', () => {
    const ids = new Map(
      files
        .filter(it => it.path.endsWith('.html'))
        .map(it => [it.path, new Set(textOf(it).match(/(?<= id=")[^"]+/g) ?? [])] as const),
    );
    for (const { path } of files.filter(it => it.path.endsWith('.html'))) {
      const links = textOf(files.find(it => it.path === path)).match(/(?<=href=")[^"]+/g) ?? [];
      for (const link of links.filter(it => !it.startsWith('http'))) {
        const [to = '', anchor] = link.split('#');
        const target = to === '' ? path : join(path, '..', to);
        expect([path, link, files.some(it => it.path === target)]).toEqual([path, link, true]);
        if (anchor) expect([path, link, ids.get(target)?.has(anchor)]).toEqual([path, link, true]);
      }
    }
  });

  test('every claim has its exact words, its source and its other side', () => {
    const pages = files.filter(it => /claims(-\d+)?\.html$/.test(it.path)).map(textOf);
    const entries = pages.flatMap(text => [...parseHTML(text).document.querySelectorAll('article')]);
    expect(entries.length).toBe([...evidence.claims.values()].filter(it => it.state !== 'withdrawn').length);
    for (const entry of entries) {
      const claim = evidence.claims.get(entry.id.replace('claim-', ''));
      expect(entry.querySelector('blockquote')?.textContent).toBe(claim?.passage.exact);
      expect(entry.innerHTML).toContain('#source-');
      expect(entry.textContent).toMatch(/Answered by|No answer found|not yet looked for/);
      if (claim?.abstract) expect(entry.textContent).toContain('cited, not held');
    }
  });

  test('findings leave out what is only cited, and name what they leave out', () => {
    const page = textOf(files.find(it => it.path === 'en/forced-labour.html'));
    expect(page).toContain('being only cited');
    expect(page).toContain('Left out here');
    expect(page).not.toContain('Illustrative: it rests');
  });

  test('a withheld party, its claims and its source are in no page, and their number is in the first', async () => {
    const [claim] = [...evidence.claims.values()].filter(it => it.collector !== null);
    const party = claim?.asserter ?? '';
    const withhold = { claims: ['f0229'], sources: [], parties: [] };
    const without = await buildReport(evidence, { ...plain, redaction: { ...OPEN, withhold } });
    expect(allText(without)).not.toContain('claim-f0229');
    expect(allText(without)).not.toContain('f0229');
    expect(textOf(without.find(it => it.path === 'en/index.html'))).toContain(
      '1 claim, 0 sources, 0 parties',
    );
    const preview = await previewReport(evidence, {
      ...plain,
      redaction: { ...OPEN, withhold: { claims: [], sources: [], parties: [party] } },
    });
    expect(preview.withheld.claims).toContain(claim?.id);
    expect(preview.withheld.parties).toEqual([party]);
  });
});

describe('what leaves the house', () => {
  const given = {
    parties: [
      { id: 'witness', name: 'Rosa Prado', kind: 'person' as const, aliases: 'Nurse Seven' },
      { id: 'paper', name: 'The Paper', kind: 'media' as const },
    ],
  };
  const claims = [
    { id: 'c1', asserter: 'witness', knowledge: 'first-hand' as const, proposition: 'It was so.' },
    { id: 'c2', asserter: 'paper', proposition: 'It was otherwise.' },
    { id: 'c3', asserter: 'paper', proposition: 'A third thing.', protection: 'protected' as const },
  ];
  const redaction = (over: Partial<typeof OPEN.withhold>) => ({
    ...OPEN,
    withhold: { ...OPEN.withhold, ...over },
  });

  test('a protected claim never leaves, for no audience', async () => {
    const evidence = someEvidence(claims, given);
    for (const audience of ['public', 'partners', 'court'] as const) {
      const files = await buildReport(evidence, { ...plain, redaction: { ...OPEN, audience } });
      expect(allText(files)).not.toContain('A third thing');
      expect(textOf(files.find(it => it.path === 'en/index.html'))).toContain('1 claim,');
    }
  });

  test('a level lets a claim out to a court and not to the public', async () => {
    const evidence = someEvidence(claims, given);
    const levels = { ...OPEN.levels, claims: { c2: 'court' as const } };
    const seen = async (audience: 'public' | 'court') =>
      allText(await buildReport(evidence, { ...plain, redaction: { ...OPEN, levels, audience } }));
    expect(await seen('public')).not.toContain('It was otherwise');
    expect(await seen('court')).toContain('It was otherwise');
  });

  test.each(['Rosa Prado', 'ROSA  PRADO', 'nurse-seven', 'Rósa Prado'])(
    'a withheld name in the words of another claim stops the report: %s',
    async name => {
      const evidence = someEvidence(
        [...claims, { id: 'c4', asserter: 'paper', proposition: `It was told by ${name} in May.` }],
        given,
      );
      const options = { ...plain, redaction: redaction({ parties: ['witness'] }) };
      await expect(buildReport(evidence, options)).rejects.toMatchObject({ code: 'report.leak' });
      expect((await previewReport(evidence, options)).dangers).toContainEqual(
        expect.objectContaining({ kind: 'name', id: 'witness', where: expect.stringContaining('c4') }),
      );
    },
  );

  test('a party that is withheld takes its claims with it, and no name stays', async () => {
    const evidence = someEvidence(claims, given);
    const files = await buildReport(evidence, {
      ...plain,
      docx: true,
      redaction: redaction({ parties: ['witness'] }),
    });
    expect(allText(files)).not.toMatch(/Rosa|Nurse Seven|It was so/);
    expect(allText(files)).toContain('It was otherwise');
  });

  test('a person who is alone at a place in a year is told by the preview', async () => {
    const { dangers } = await previewReport(someEvidence(claims, given), plain);
    expect(dangers).toContainEqual(expect.objectContaining({ kind: 'alone', id: 'c1' }));
  });

  test('the words of a claim are shown as words, whatever they hold', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"&';
    const evidence = someEvidence([{ id: 'c1', asserter: 'paper', proposition: evil }], given);
    const text = allText(await buildReport(evidence, { ...plain, sheet: true }));
    expect(text).not.toMatch(/<script|<img/);
    expect(text).toContain('&lt;script&gt;');
  });

  test('the order of entry changes no byte', async () => {
    const evidence = someEvidence(claims, given);
    const options = { ...plain, sheet: true, docx: true };
    const [one, two] = [await buildReport(evidence, options), await buildReport(reversed(evidence), options)];
    expect(hashes(two)).toEqual(hashes(one));
  });
});

describe('probanza report', () => {
  const written = (text: string) => {
    const folder = tempFolder('redaction');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'redaction.yaml'), text);
    return join(folder, 'redaction.yaml');
  };

  test('writes a folder whole, in three languages, and not over another', async () => {
    const out = tempFolder('report');
    const line = ['report', '-o', out, '--lang', 'all', '--docx', '--dossier', example];
    const ran = await run(line);
    expect([ran.code, ran.err]).toEqual([0, '']);
    for (const path of ['index.html', 'en/index.html', 'es/claims.html', 'pt/report.docx', 'style.css'])
      expect([path, existsSync(join(out, path))]).toEqual([path, true]);
    const bytes = () => Object.entries(filesIn(out)).map(([path, it]) => `${path} ${sha256(it)}`);
    const before = bytes();
    const again = await run(line);
    expect([again.code, again.err.trim().split('\n').length]).toEqual([2, 1]);
    expect((await run([...line, '--replace'])).code).toBe(0);
    expect(bytes()).toEqual(before);
  });

  test('never replaces a folder that is no report', async () => {
    const out = tempFolder('mine');
    mkdirSync(out);
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const ran = await run(['report', '-o', out, '--replace', '--dossier', example]);
    expect([ran.code, readFileSync(join(out, 'mine.txt'), 'utf8')]).toEqual([2, 'mine']);
  });

  test.each<[string, () => string[], RegExp]>([
    ['no folder', () => [], /--output/],
    ['a wrong audience', () => ['-o', tempFolder('x'), '--audience', 'everybody'], /--audience/],
    ['a wrong way to hold', () => ['-o', tempFolder('x'), '--held', 'none'], /--held/],
    ['an unknown proof standard', () => ['-o', tempFolder('x'), '--proof', 'certain'], /certain/],
    ['a redaction file that is not there', () => ['--preview', '--redaction', 'none.yaml'], /none\.yaml/],
    [
      'a redaction file that is no YAML',
      () => ['--preview', '--redaction', written('a: [')],
      /redaction\.yaml/,
    ],
    ['an unknown member', () => ['--preview', '--redaction', written('hide: [a]')], /hide/],
    [
      'an id that is not in the dossier, which would let it out',
      () => ['--preview', '--redaction', written('withhold: { claims: [nobody] }')],
      /nobody is not in the dossier/,
    ],
  ])('%s gets one line', async (_, options, message) => {
    const ran = await run(['report', ...options(), '--dossier', example]);
    expect([ran.code, ran.err.trim().split('\n').length]).toEqual([2, 1]);
    expect(ran.err).toMatch(message);
  });

  test('tells in a preview what leaves, in each language', async () => {
    const ran = await run(['report', '--preview', '--dossier', example, '--json']);
    expect(ran.json()).toMatchObject({ audience: 'public', withheld: { claims: [] } });
    for (const lang of ['en', 'es', 'pt'])
      expect((await run(['report', '--preview', '--dossier', example, '--lang', lang])).out).not.toMatch(
        /\{\w+/,
      );
  });

  test.skipIf(!hasBrowser)('prints the sheet as PDF', { timeout: 120_000 }, async () => {
    const out = tempFolder('pdf');
    const ran = await run(['report', '-o', out, '--pdf', '--dossier', example]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(readFileSync(join(out, 'en/report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(join(out, 'en')).filter(it => it.includes('profile'))).toEqual([]);
  });
});
