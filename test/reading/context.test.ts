/** What surrounds claims and figures: when, where, whose voice, who goes on speaking, what is printed again. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Lexicons, read } from '#evidence/reading/reading.ts';
import { loadLexicons } from '#evidence/sources/sources.ts';

let lexicons: Lexicons;
beforeAll(async () => {
  lexicons = await loadLexicons();
});

describe('dates', () => {
  test.each([
    ['en', 'It was signed on 24 May 2013.', '2013-05-24', '2013-05-24', 'absolute'],
    ['en', 'It was signed on May 24, 2013.', '2013-05-24', '2013-05-24', 'absolute'],
    ['en', 'Since March 2014 they work there.', '2014-03', null, 'partial'],
    ['en', 'Between 2013 and 2018 they worked there.', '2013', '2018', 'partial'],
    ['en', 'They stayed until 2018.', null, '2018', 'partial'],
    ['en', 'Last year it ended.', '2024', '2024', 'relative'],
    ['en', 'Two years ago it ended.', '2023', '2023', 'relative'],
    ['en', 'On Tuesday it ended.', '2025-06-24', '2025-06-24', 'relative'],
    ['en', 'It began on 3 August.', '2024-08-03', '2024-08-03', 'relative'],
    ['es', 'Se firmó el 24 de mayo de 2013.', '2013-05-24', '2013-05-24', 'absolute'],
    ['es', 'Desde marzo de 2014 trabajan allí.', '2014-03', null, 'partial'],
    ['es', 'Terminó hace dos años.', '2023', '2023', 'relative'],
    ['es', 'El año pasado terminó.', '2024', '2024', 'relative'],
    ['pt', 'Foi assinado em 24 de maio de 2013.', '2013-05-24', '2013-05-24', 'absolute'],
    ['pt', 'Entre 2013 e 2018 trabalharam lá.', '2013', '2018', 'partial'],
    ['pt', 'Terminou há dois anos.', '2023', '2023', 'relative'],
    ['pt', 'Ontem terminou.', '2025-06-24', '2025-06-24', 'relative'],
  ])('%s: %s', (language, text, from, to, kind) => {
    const { dates } = read(text, lexicons, language, '2025-06-25');
    expect(dates).toHaveLength(1);
    expect(dates[0]).toMatchObject({ from, to, kind });
  });

  test('a relative date without the day of publication is left open', () =>
    expect(read('Last year it ended.', lexicons, 'en').dates[0]).toMatchObject({ from: null, to: null }));

  test.each(['In May they may leave.', 'They sent 2013 doctors.', 'It was 20 to 5.'])('%s', text => {
    expect(read(text, lexicons, 'en').dates.filter(it => it.exact !== 'May')).toEqual([]);
  });
});

describe('places', () => {
  test.each([
    ['en', 'Doctors in Saint Lucia and the Kenyan government met in South Africa.', ['LCA', 'KEN', 'ZAF']],
    ['es', 'El gobierno keniano y los médicos en Sudáfrica y Catar.', ['KEN', 'ZAF', 'QAT']],
    ['pt', 'O governo queniano e os médicos na África do Sul e em Angola.', ['KEN', 'ZAF', 'AGO']],
  ])('%s: %s', (language, text, places) => {
    expect(read(text, lexicons, language).places.map(it => it.place)).toEqual(places);
  });
});

describe('the outlet’s own voice', () => {
  test('stands apart from what somebody said: assertions, labels, scare quotes', () => {
    const text =
      'The regime sends 300 doctors abroad as “humanitarian aid” every year. Ana Ruiz said that the regime keeps a lucrative share.';
    const { outlet, claims } = read(text, lexicons, 'en');
    expect(outlet.map(it => [it.kind, it.exact])).toEqual([
      ['assertion', 'The regime sends 300 doctors abroad as “humanitarian aid” every year.'],
      ['label', 'regime'],
      ['scare-quote', '“humanitarian aid”'],
    ]);
    expect(claims.map(it => it.mode)).toEqual(['narration', 'indirect']);
  });
});

describe('speakers', () => {
  test('an acronym stands for the body that was named with it', () => {
    const text =
      'The Inter-American Commission on Human Rights (IACHR) published a report. The IACHR said that passports are withheld.';
    expect(read(text, lexicons, 'en').claims.at(-1)?.speaker?.name).toBe(
      'Inter-American Commission on Human Rights',
    );
  });

  test('“the minister” is the one who was named as minister', () => {
    const text =
      'Ana Ruiz, the health minister, opened the hospital on Monday. The minister said that wages are paid in full.';
    expect(read(text, lexicons, 'en').claims.map(it => it.speaker?.name)).toContain('Ana Ruiz');
  });

  test('where the subject is dropped, who spoke before goes on, and it is said that nothing is printed', () => {
    const text = 'La ministra Ana Ruiz aseguró que el salario es justo. Añadió que la vivienda es gratuita.';
    const [, second] = read(text, lexicons, 'es').claims;
    expect(second).toMatchObject({ speaker: null, dropped: 'Ana Ruiz', cue: { text: 'Añadió' } });
  });

  test('a pull quote is linked to what it repeats', () => {
    const text =
      'Ana Ruiz said that staff receive “a dignified monthly stipend” while abroad.\n\n“a dignified monthly stipend,” said Ruiz.';
    const { claims } = read(text, lexicons, 'en');
    const at = claims.findIndex(it => it.mode === 'mixed');
    expect(claims.find(it => it.mode === 'direct')?.repeats).toBe(at);
  });

  test('a quotation over several lines is one claim, though only the last line ends it', () => {
    for (const [open, close] of ['“”', '«»', '""'].map(it => [...it])) {
      const text = `${open}Nunca nos lo dijeron.\nNadie nos mostró el contrato${close}, dijo Ana Ruiz.\nFirmamos.`;
      const [claim] = read(text, lexicons, 'es').claims.filter(it => it.cue);
      expect(claim?.exact).toBe(`${open}Nunca nos lo dijeron.\nNadie nos mostró el contrato${close}`);
      expect(claim?.speaker?.name).toBe('Ana Ruiz');
    }
  });

  test('a straight mark that follows a space and stands before a comma closes', () => {
    const text = 'Nadie nos mostró el contrato ", dijo Ana Ruiz. El texto sigue.';
    const [claim] = read(text, lexicons, 'es').claims.filter(it => it.cue);
    expect(claim?.exact).toBe('Nadie nos mostró el contrato "');
  });

  test('a quotation over several sentences is one claim', () => {
    const text =
      '“We were never told. Nobody showed us the contract,” said Ana Ruiz. “We signed in the dark.”';
    const claims = read(text, lexicons, 'en').claims;
    expect(claims).toHaveLength(1);
    expect(claims[0]?.spans.map(([a, b]) => text.slice(a, b))).toEqual([
      '“We were never told. Nobody showed us the contract,”',
      '“We signed in the dark.”',
    ]);
  });
});

describe('figures within', () => {
  test('the claim in which a figure stands is named', () => {
    const text = 'There are 300 nurses. Ana Ruiz said that more than 200 doctors work there.';
    const { claims, figures } = read(text, lexicons, 'en');
    expect(figures.map(it => claims[it.claim ?? -1]?.speaker?.name ?? null)).toEqual([null, 'Ana Ruiz']);
  });

  test.each([
    ['en', 'half a million patients', 500_000, 'patients'],
    ['en', 'two and a half million patients', 2_500_000, 'patients'],
    ['en', 'twenty-one trillion and three hundred', 21_000_000_000_300, null],
    ['en', 'USD 4.5bn', 4_500_000_000, null],
    ['en', 'two thirds of the salary', 0.666666666666667, 'share'],
    ['es', 'tres millones y medio de pacientes', 3_500_000, 'pacientes'],
    ['es', 'ochenta y cinco mil médicos', 85_000, 'médicos'],
    ['es', '9.000 millones de dólares', 9_000_000_000, null],
    ['pt', 'duzentos e dois mil médicos', 202_000, 'médicos'],
    ['pt', 'R$ 1,5 bi', 1_500_000_000, null],
    ['pt', 'três quartos dos salários', 0.75, 'share'],
  ])('%s: %s', (language, text, value, unit) => {
    expect(read(`${text}.`, lexicons, language).figures).toMatchObject([{ value, unit }]);
  });
});

const spec = join(import.meta.dirname, '../../../shared/corpus/gold/figures-ms-spec.jsonl');

describe.skipIf(!existsSync(spec))('the public specification of numbers', () => {
  test.each([
    ['en', 0.92],
    ['es', 0.95],
    ['pt', 0.95],
  ])('%s: share of its numbers read to the value', (language, least) => {
    let [right, all] = [0, 0];
    for (const line of readFileSync(spec, 'utf8').trim().split('\n')) {
      const { lang, model, text, entities } = JSON.parse(line);
      if (lang !== language || model !== 'NumberModel') continue;
      const { figures } = read(text, lexicons, language);
      for (const { start, end, value } of entities) {
        const wanted = Number(String(value).replace(',', '.'));
        const found = figures.find(it => it.start < end && start < it.end);
        all += 1;
        if (found && Math.abs(found.value - wanted) <= 1e-6 * Math.max(1e-9, Math.abs(wanted))) right += 1;
      }
    }
    expect(right / all).toBeGreaterThanOrEqual(least);
  });
});
