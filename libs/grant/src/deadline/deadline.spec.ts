import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate, type Period } from '#libs/calendar';
import { PolicySet } from '#libs/policy';
import fc from 'fast-check';
import { DEADLINE_RULES } from './deadline.data.js';
import { deadlinesOf, ruleOf, type DeadlineTerms } from './deadline.rules.js';
import type { DeadlineFact, DeadlineRule } from './deadline.js';

const fact = (key: string, from: string, changes: Partial<DeadlineFact> = {}): DeadlineFact => ({ key, callId: 'c', agreementId: null, subjectId: 's', label: 'PT-2026-001', party: null, from: localDate(from), until: null, doneOn: null, ...changes });
const NOBODY_DECIDED: DeadlineTerms = { regime: 'RND', policies: new PolicySet([]) };
const of = (each: DeadlineFact, today = '2026-01-01') => {
  const [found] = deadlinesOf([each], () => NOBODY_DECIDED, localDate(today), holidayCalendar());
  if (found === undefined) throw new Error('a fact makes a deadline');
  return found;
};

/** The weekday holidays of 2026 as the dossier lists them (§6.6): this calendar knows nothing of the program's. */
const HOLIDAYS_2026 = new Set(['01-01', '02-16', '02-17', '02-18', '03-02', '05-01', '05-05', '05-25', '06-03', '07-17', '08-17', '09-24', '09-25', '10-05', '10-09', '12-25'].map((day) => `2026-${day}`));
const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);
const plusDays = (date: string, days: number): string => text(new Date(utc(date).getTime() + days * 86_400_000));

function independent(from: string, period: Period): string {
  let day = 'days' in period ? plusDays(from, period.days) : monthsLater(from, 'months' in period ? period.months : 12 * period.years);
  while (utc(day).getUTCDay() % 6 === 0 || HOLIDAYS_2026.has(day)) day = plusDays(day, 1);
  return day;
}

/** Civil Code §160 said the other way round: counting begins on the next day; the period ends before its like, or with a month that has none. */
function monthsLater(from: string, months: number): string {
  const first = utc(plusDays(from, 1));
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth() + months, first.getUTCDate()];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0));
  return day > lastOfMonth.getUTCDate() ? text(lastOfMonth) : plusDays(text(new Date(Date.UTC(year, month, day))), -1);
}

/** Rules whose length is that of a statute, with it. */
const STATUTORY = DEADLINE_RULES.flatMap((rule) => rule.wordings.flatMap(({ length }) => (typeof length === 'object' && 'period' in length ? [[rule, length.period] as const] : [])));
const firstOf2026 = utc('2026-01-01').getTime();
const day2026 = fc.integer({ min: 0, max: 364 }).map((days) => text(new Date(firstOf2026 + days * 86_400_000)));

describe('the day of a deadline', () => {
  // TV-20, each under a rule of the length that the case asks for.
  it.each<[string, string, string]>([
    ['settlement-report-rnd', '2025-11-30', '2026-03-03'],
    ['settlement-report-subsidy', '2025-12-31', '2026-03-03'],
    ['settlement-report-rnd', '2025-12-31', '2026-03-31'],
    ['settlement-report-rnd', '2026-06-30', '2026-09-30'],
    ['use-report', '2026-01-31', '2026-03-03'],
  ])('%s from %s falls on %s', (key, from, effective) => {
    expect(of(fact(key, from)).effective).toBe(effective);
  });

  it('agrees with a calendar of its own for every rule of a statute and any day of the year', () => {
    const within = ([, period]: (typeof STATUTORY)[number], from: string): boolean => independent(from, period) <= '2026-12-31';
    fc.assert(
      fc.property(fc.constantFrom(...STATUTORY), day2026, (rule, from) => {
        fc.pre(within(rule, from));
        expect(of(fact(rule[0].key, from)).effective).toBe(independent(from, rule[1]));
      }),
      { numRuns: 500 },
    );
  });

  it('is never a weekend or holiday, never before the nominal day, and says why it moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEADLINE_RULES), day2026, fc.integer({ min: 0, max: 200 }), (rule, from, days) => {
        const found = of(fact(rule.key, from, { until: localDate(plusDays(from, days)) }));
        expect(holidayCalendar().isBusinessDay(found.effective)).toBe(true);
        expect(found.effective >= found.nominal).toBe(true);
        expect(found.steps.filter(({ ko }) => ko.includes('제161조'))).toHaveLength((utc(found.effective).getTime() - utc(found.nominal).getTime()) / 86_400_000);
      }),
    );
  });

  it('is a day that was told, put off over a holiday: sales of 2023 by Monday 1 July 2024', () => {
    const found = of(fact('sales-declaration', '2023-12-31', { until: localDate('2024-06-30') }));
    expect([found.nominal, found.effective]).toEqual(['2024-06-30', '2024-07-01']);
    expect(found.steps.map(({ ko }) => ko)).toEqual(['2024. 6. 30.: 정해진 기한', '2024. 6. 30.: 일요일, 다음 날로 넘어감(민법 제161조)']);
  });

  it('follows the number of the call, with its clause', () => {
    const decided = new PolicySet([{ id: '1', scope: 'grant/c', key: 'grant.objection-within-days', value: 14, effectiveFrom: localDate('2026-01-01'), effectiveTo: null, clause: '공고 제7조', source: 'NOTICE', knownAt: new Date() }]);
    const [found] = deadlinesOf([fact('selection-objection', '2026-04-17')], () => ({ regime: 'RND', policies: decided }), localDate('2026-04-18'), holidayCalendar());
    expect([found?.effective, found?.clause]).toEqual(['2026-05-04', '공고 제7조']);
    expect(of(fact('selection-objection', '2026-09-15')).effective).toBe('2026-09-28');
  });
});

describe('the list', () => {
  it('keeps the two regimes apart: what only one law asks for is not asked under the other', () => {
    const keys = (regime: DeadlineRule['regime']): string[] => DEADLINE_RULES.filter((rule) => rule.regime === regime).map(({ key }) => key);
    expect(keys('RND')).toEqual(expect.arrayContaining(['use-report', 'settlement-report-rnd', 'sales-declaration', 'royalty-payment']));
    expect(keys('SUBSIDY')).toEqual(expect.arrayContaining(['settlement-report-subsidy', 'disclosure', 'audit-report']));
    expect(new Set(DEADLINE_RULES.map(({ key }) => key)).size).toBe(DEADLINE_RULES.length);
  });

  it.each<[string, Partial<DeadlineFact>, string, string]>([
    ['use-report', {}, '2026-03-04', 'OVERDUE'],
    ['use-report', {}, '2026-03-03', 'SOON'],
    ['use-report', {}, '2026-02-23', 'OPEN'],
    ['use-report', { doneOn: localDate('2026-04-01') }, '2026-05-01', 'DONE'],
    ['selection-objection', {}, '2026-05-01', 'PASSED'],
  ])('%s %p on %s is %s', (key, changes, today, state) => {
    expect(of(fact(key, '2026-01-31', changes), today).state).toBe(state);
  });

  it('shows what is overdue first, then by day', () => {
    const facts = [fact('use-report', '2026-01-31', { subjectId: 'b' }), fact('settlement-report-rnd', '2026-01-31', { subjectId: 'a' }), fact('use-report', '2025-12-31', { subjectId: 'c' })];
    const listed = deadlinesOf(facts, () => NOBODY_DECIDED, localDate('2026-02-27'), holidayCalendar());
    expect(listed.map(({ subjectId, state }) => [subjectId, state])).toEqual([['c', 'OVERDUE'], ['b', 'SOON'], ['a', 'OPEN']]);
  });

  it('names the law of the call and not the other one', () => {
    const named = (regime: 'RND' | 'SUBSIDY') => deadlinesOf([fact('asset-check', '2025-12-31')], () => ({ ...NOBODY_DECIDED, regime }), localDate('2026-01-01'), holidayCalendar())[0]?.clause;
    expect([named('RND'), named('SUBSIDY')]).toEqual(['국가연구개발 시설·장비의 관리 등에 관한 표준지침', '보조금 관리에 관한 법률 제35조']);
  });

  it('knows no rule that nobody wrote down', () => {
    expect(() => ruleOf('nonsense')).toThrow();
  });
});
