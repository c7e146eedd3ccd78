import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import { decideSelection, placesAfter, promisedWon, promoteFromWaitingList, type Candidate, type Places } from './selection.rules.js';

const candidate = (number: string, score: string | null, changes: Partial<Candidate> = {}): Candidate => ({
  voucherId: number,
  number,
  companyId: `company of ${number}`,
  company: `(주)${number}`,
  receivedOn: localDate('2021-03-02'),
  receivedTime: '09:30:00',
  score,
  held: false,
  amountWon: won(5_000_000n),
  ...changes,
});

const places = (vouchers: number, budgetWon: bigint, companies = vouchers, served: readonly string[] = []): Places => ({ vouchers, budgetWon: won(budgetWon), companies, served: new Set(served) });
const NOBODY = { waiting: 0, lastRank: 0 };
const outcomes = (ranked: ReturnType<typeof decideSelection>): string[] => ranked.map(({ rank, candidate: { number }, outcome }) => `${rank} ${number} ${outcome}`);

describe('the ranking of a selection', () => {
  it('goes by score, then day and time of receipt, then number', () => {
    const list = [
      candidate('E', '80', { receivedTime: null }),
      candidate('D', '80'),
      candidate('C', '80', { receivedTime: '09:29:59' }),
      candidate('B', '80', { receivedOn: localDate('2021-03-01'), receivedTime: '18:00:00' }),
      candidate('A', '79.99'),
      candidate('F', '80.01'),
      candidate('G', null),
      candidate('D2', '80'),
    ];
    expect(outcomes(decideSelection(list, places(8, 40_000_000n), null, NOBODY)).map((each) => each.split(' ')[1])).toEqual(['F', 'B', 'C', 'D', 'D2', 'E', 'A', 'G']);
  });

  it.each([
    ['the quota', places(1, 50_000_000n, 5), '선정 건수 한도가 모자라 예비로 둡니다(남은 한도는 0건, 기업 4개, 예산 45,000,000원)'],
    ['the budget', places(5, 9_999_999n), '예산 한도가 모자라 예비로 둡니다(남은 한도는 4건, 기업 4개, 예산 4,999,999원)'],
    ['the companies', places(5, 50_000_000n, 1), '수혜기업 수 한도가 모자라 예비로 둡니다(남은 한도는 4건, 기업 0개, 예산 45,000,000원)'],
    ['two of them', places(1, 5_000_000n, 5), '선정 건수, 예산 한도가 모자라'],
  ])('stops where %s ends, and tells every figure', (_what, left, text) => {
    const ranked = decideSelection([candidate('A', '90'), candidate('B', '80')], left, null, NOBODY);
    expect(outcomes(ranked)).toEqual(['1 A SELECTED', '2 B WAITLISTED']);
    expect(ranked[1]?.why.ko).toContain(text);
  });

  it('lets nobody overtake: a smaller request behind one that does not fit waits too', () => {
    const ranked = decideSelection([candidate('A', '90'), candidate('B', '80'), candidate('C', '70', { amountWon: won(1_000_000n) })], places(5, 9_000_000n), null, NOBODY);
    expect(outcomes(ranked)).toEqual(['1 A SELECTED', '2 B WAITLISTED', '3 C WAITLISTED']);
  });

  it('counts a company once, and not at all where it has its place', () => {
    const [first, second] = [candidate('A', '90', { companyId: 'X' }), candidate('B', '80', { companyId: 'X' })];
    expect(outcomes(decideSelection([first, second], places(5, 50_000_000n, 1), null, NOBODY))).toEqual(['1 A SELECTED', '2 B SELECTED']);
    expect(outcomes(decideSelection([first], places(5, 50_000_000n, 0, ['X']), null, NOBODY))).toEqual(['1 A SELECTED']);
  });

  it('stops at the cut, and leaves new ones behind a waiting list', () => {
    expect(outcomes(decideSelection([candidate('A', '90'), candidate('B', '80')], places(5, 50_000_000n), 1, NOBODY))).toEqual(['1 A SELECTED', '2 B WAITLISTED']);
    expect(outcomes(decideSelection([candidate('A', '99')], places(5, 50_000_000n), null, { waiting: 2, lastRank: 7 }))).toEqual(['8 A WAITLISTED']);
  });

  it('never promises more than there is, whatever comes', () => {
    const any = fc.record({ score: fc.integer({ min: 0, max: 100 }), amount: fc.bigInt({ min: 1n, max: 5_000_000n }), company: fc.integer({ min: 0, max: 9 }) });
    const limits = fc.record({ vouchers: fc.integer({ min: 0, max: 20 }), budget: fc.bigInt({ min: 0n, max: 60_000_000n }), companies: fc.integer({ min: 0, max: 8 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), limits, (list, { vouchers, budget, companies }) => {
        const candidates = list.map(({ score, amount, company }, index) => candidate(`N${index}`, String(score), { amountWon: won(amount), companyId: `C${company}` }));
        const left = places(vouchers, budget, companies);
        const ranked = decideSelection(candidates, left, null, NOBODY);
        const after = placesAfter(left, ranked);
        const selected = ranked.filter(({ outcome }) => outcome === 'SELECTED');
        expect(ranked).toHaveLength(candidates.length);
        expect(selected.length).toBeLessThanOrEqual(vouchers);
        expect(new Set(selected.map(({ candidate: { companyId } }) => companyId)).size).toBeLessThanOrEqual(companies);
        expect(after.budgetWon >= 0n && after.budgetWon + promisedWon(ranked) === budget).toBe(true);
        // The selected are the head of the list.
        expect(ranked.slice(0, selected.length)).toEqual(selected);
      }),
    );
  });
});

describe('moving up from the waiting list', () => {
  it('goes in its order, each judged on what those before it leave', () => {
    const waiting = [candidate('A', '70'), candidate('B', '60'), candidate('C', '50')];
    const { promoted, verdicts } = promoteFromWaitingList(waiting, 2, places(1, 10_000_000n, 5), '국회확정');
    expect(promoted.map(({ number }) => number)).toEqual(['A', 'B']);
    expect(verdicts.map(({ result, clause, inputs }) => [result, clause, inputs.vouchersLeft, inputs.budgetLeftWon])).toEqual([
      ['PASS', '국회확정', 1, '10000000'],
      ['BLOCK', '국회확정', 0, '5000000'],
    ]);
    expect(sumWon(promoted.map(({ amountWon }) => amountWon))).toBe(10_000_000n);
  });
});
