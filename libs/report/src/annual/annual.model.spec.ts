import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { tableOf, type ReportDraft } from '../report/report.js';
import { annualFacts } from '../testing/annual.js';
import { figuresOf } from '../trace/trace.model.js';
import { annualModel } from './annual.model.js';
import { movesOf, relaysOf } from './annual.rules.js';
import { PLAN_TASKS, stageOf } from './plan/plan.data.js';

const rowsOf = (draft: ReportDraft, section: string, index = 0): Record<string, string>[] => tableOf(draft, section, index).rows.map(({ cells }) => ({ ...cells }));

describe('report E', () => {
  const draft = annualModel(annualFacts());

  it('has its ten sections and the dictionary', () => {
    expect(draft.sections.map(({ id }) => id)).toEqual(['summary', 'tasks', 'money', 'relay', 'pipeline', 'outcome', 'region', 'risk', 'closing', 'next-year', 'annex']);
  });

  it('adds up the money of every instrument: the year, and all years', () => {
    expect(rowsOf(draft, 'money', 1)).toEqual([
      { instrument: '펀드(투자)', providedWon: '0', assignedWon: '4,000,000,000', spentWon: '2,200,000,000', returnedWon: '720,000,001', ownWon: '0' },
      { instrument: '바우처', providedWon: '500,000,000', assignedWon: '5,000,000', spentWon: '2,666,666', returnedWon: '1,000,000', ownWon: '1,250,000' },
      { instrument: '지원(출연·보조)', providedWon: '0', assignedWon: '270,000,000', spentWon: '113,560', returnedWon: '0', ownWon: '5,000,000' },
      { instrument: '매칭(민간투자형)', providedWon: '900,000,000', assignedWon: '0', spentWon: '200,000,000', returnedWon: '0', ownWon: '250,000,000' },
    ]);
    expect(tableOf(draft, 'money', 1).totals).toMatchObject({ providedWon: '1,400,000,000', spentWon: '2,402,780,226', returnedWon: '721,000,001', ownWon: '256,250,000' });
    expect(tableOf(draft, 'money', 2).totals).toMatchObject({ providedWon: '27,600,000,000', spentWon: '6,472,780,226' });
  });

  it('rounds to millions that add up to the rounded sum', () => {
    expect(rowsOf(draft, 'summary').map(({ spentMillionCount }) => spentMillionCount)).toEqual(['2,200', '3', '0', '200']);
    expect(tableOf(draft, 'summary').totals?.['spentMillionCount']).toBe('2,403');
  });

  it('names every task of the plan, and claims no figure of those it only knows by name', () => {
    const rows = rowsOf(draft, 'tasks');
    expect(rows.map(({ code }) => code)).toEqual(PLAN_TASKS.map(({ code }) => code));
    expect(rows.filter(({ conduct }) => conduct === '명칭만(이 시스템 밖)').map(({ supportCount, spentWon }) => `${supportCount}${spentWon}`)).toEqual(Array(8).fill('--'));
    expect(rows.find(({ code }) => code === 'P22')).toMatchObject({ bookCount: '1', providedWon: '900,000,000', spentWon: '200,000,000' });
  });

  it('tells who was supported more than once, and where one technology was carried on', () => {
    expect(relaysOf(annualFacts().supports).map(({ partyId, kinds, shared }) => [partyId, kinds, shared])).toEqual([
      ['A', ['TEST', 'AS'], ['TT-2021-7']],
      ['B', ['PROTOTYPE', 'FUND'], []],
    ]);
  });

  it('counts who moved on to a later stage, not who stayed', () => {
    expect([stageOf('TEST'), stageOf('PROTOTYPE'), stageOf('FUND')]).toEqual([1, 3, 3]);
    expect(movesOf(annualFacts()).map(({ partyId, before, reached }) => [partyId, before, reached])).toEqual([
      ['A', 1, 3],
      ['C', null, 3],
    ]);
  });

  it('prints texts that were decided with author and day, and says where none was', () => {
    const texts = draft.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text.ko] : [])));
    expect(texts).toEqual(expect.arrayContaining(['총평: 한 해 동안 이어달리기가 시작되었습니다.', '(작성 김단장, 2023. 1. 20.)', '제도개선: 아직 정해진 내용이 없습니다.']));
  });

  it('says what the reader does not see', () => {
    const part = annualModel(annualFacts({ whole: false, texts: [] }));
    expect(part.meta.subjectName).toContain('(일부 범위)');
    expect(part.verdict).toMatchObject({ code: 'IN_PROGRESS', title: { ko: '일부 범위 집계' } });
    expect(part.verdict.text.ko).toContain('전체 실적이 아닙니다');
  });

  it('is running until the year is over', () => {
    expect(draft.verdict.code).toBe('SETTLED');
    expect(annualModel(annualFacts({ asOf: localDate('2022-11-30') })).verdict).toMatchObject({ code: 'IN_PROGRESS', title: { ko: '연간 집계 중' } });
  });

  it('names the lines of every amount that comes from the books', () => {
    const traced = figuresOf(draft);
    expect(traced.length).toBeGreaterThan(40);
    for (const index of [1, 2, 3, 4]) for (const { cells, origins } of tableOf(draft, 'money', index).rows) expect(Object.entries(cells).filter(([key, text]) => key.endsWith('Won') && text !== '0' && origins?.[key] === undefined)).toEqual([]);
  });

  it.each(['investedWon', 'voucherBudgetWon', 'grantBudgetWon', 'outcomeReceivedWon', 'debitWon'] as const)('does not leave the house where %s is a won off', (key) => {
    const facts = annualFacts();
    expect(() => annualModel({ ...facts, sums: { ...facts.sums, [key]: facts.sums[key] + 1n } })).toThrow(/expected/);
  });
});
