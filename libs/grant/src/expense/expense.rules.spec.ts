import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { PAPERS_WANTED, papersWanted, defaultEvidencePolicies } from '../evidence/evidence.policy.js';
import { papersFor } from '../evidence/evidence.rules.js';
import { PolicySet } from '#libs/policy';
import { expenseFallsIntoThePeriod, lineCoversTheExpense, payeeWasInBusiness, purposeIsOfTheProject, stageOf } from './expense.rules.js';

const day = localDate;
const PERIOD = { from: day('2021-04-15'), to: day('2021-12-31') };

describe('the period', () => {
  it.each([
    ['on its first day', '2021-04-15', null, 'PASS'],
    ['the day before', '2021-04-14', null, 'BLOCK'],
    ['on its last day', '2021-12-31', null, 'PASS'],
    ['the day after', '2022-01-01', null, 'BLOCK'],
    ['after it, ordered on its last day', '2022-01-18', '2021-12-31', 'PASS'],
    ['in it, ordered before', '2021-05-01', '2021-04-14', 'BLOCK'],
  ] as const)('takes what was paid %s as it is', (_what, spentOn, committedOn, result) => {
    const dates = { spentOn: day(spentOn), committedOn: committedOn === null ? null : day(committedOn) };
    expect(expenseFallsIntoThePeriod(dates, PERIOD, '제20조').result).toBe(result);
  });

  it.each([
    ['2021-06-01', null, 1],
    ['2022-01-01', null, 2],
    ['2022-01-10', '2021-12-30', 1],
    ['2020-01-01', null, 1],
    ['2024-01-01', null, 2],
  ] as const)('has a stage for what was paid on %s (ordered %s): %i', (spentOn, committedOn, stage) => {
    const stages = [{ stage: 1, beginsOn: day('2021-01-01'), endsOn: day('2021-12-31') }, { stage: 2, beginsOn: day('2022-01-01'), endsOn: day('2022-12-31') }];
    expect(stageOf({ spentOn: day(spentOn), committedOn: committedOn === null ? null : day(committedOn) }, stages)).toBe(stage);
  });
});

describe('what is left of a line', () => {
  it.each([
    [1_000n, 1_000n, 'PASS'],
    [1_001n, 1_000n, 'BLOCK'],
    [1n, 0n, 'BLOCK'],
    [1n, -5n, 'BLOCK'],
  ] as const)('against %s out of %s', (amount, left, result) => {
    expect(lineCoversTheExpense(won(amount), won(left), '재료비', '별표 2').result).toBe(result);
  });
});

describe('a payee', () => {
  const on = (status: 'ACTIVE' | 'RESTING' | 'CLOSED') => ({ status, effectiveOn: day('2021-05-01'), source: '홈택스' });
  it.each([
    [null, 'PASS'],
    [on('ACTIVE'), 'PASS'],
    [on('RESTING'), 'WARN'],
    [on('CLOSED'), 'BLOCK'],
  ] as const)('of whom is known %j', (status, result) => {
    expect(payeeWasInBusiness('상점', status, '사용 기준').result).toBe(result);
  });
});

describe('a purpose', () => {
  const words = { value: ['과태료', '상품권'], clause: '기본값', source: 'ASSUMPTION' } as const;
  it.each([
    ['시약 구입', 'PASS'],
    ['주차 과태료 납부', 'WARN'],
  ])('of %s', (purpose, result) => {
    expect(purposeIsOfTheProject(purpose, words).result).toBe(result);
  });
});

describe('the papers that are wanted', () => {
  const rows = defaultEvidencePolicies(new Date(0)).map((draft) => ({ ...draft, id: 'default' }));
  const rules = papersWanted(new PolicySet(rows)).value;
  const of = (lineName: string, purpose: string, amount: bigint, resource: 'CASH' | 'IN_KIND' = 'CASH'): string => papersFor({ lineName, purpose, resource, amountWon: won(amount) }, rules).join(' ');

  it.each([
    ['연구재료비', '시약', 900_000n, ''],
    ['연구재료비', '시약', 1_000_000n, 'INSPECTION'],
    ['연구재료비', '시작품 금형 제작', 20_000_000n, 'QUOTES INSPECTION'],
    ['인건비', '참여연구원 급여', 9_000_000n, 'PAYROLL PARTICIPATION'],
    ['연구활동비', '국내출장비', 2_000_000n, 'TRAVEL_ORDER RECEIPT'],
    ['연구활동비', '회의비', 100_000n, 'MINUTES'],
    ['연구활동비', '외부 전문기술 활용', 1_000_000n, 'CONTRACT DELIVERABLE'],
    ['여비', '부산 왕복', 100_000n, 'TRAVEL_ORDER RECEIPT'],
  ])('for %s, %s, %s won: %s', (line, purpose, amount, papers) => {
    expect(of(line, purpose, amount)).toBe(papers);
  });

  it('for labour in kind are not payroll', () => {
    expect(of('인건비', '참여연구원 급여', 9_000_000n, 'IN_KIND')).toBe('PARTICIPATION');
  });

  it('are none where a policy says nothing that can be read', () => {
    const broken = [{ id: 'x', scope: '*', key: PAPERS_WANTED, value: [{ papers: 'QUOTES' }, 3], effectiveFrom: day('2020-01-01'), effectiveTo: null, clause: '오기', source: 'NOTICE', knownAt: new Date(0) }] as const;
    expect(papersWanted(new PolicySet(broken)).value).toEqual([]);
  });
});
