import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won, ZERO_WON } from '#libs/money';
import type { LooseReceipt, OpenLine, OpenShare } from './match.js';
import { suggestMatches } from './match.rules.js';

const line = (changes: Partial<OpenLine> = {}): OpenLine => ({ id: 'L1', valueOn: localDate('2024-03-04'), openWon: won(833_333_333), counterparty: '공제회', memo: null, reference: null, ...changes });
const share = (partner: string, unpaid: number, changes: Partial<OpenShare> = {}): OpenShare => ({
  callId: 'C1', callNumber: 1, noticeOn: localDate('2024-02-01'), dueOn: localDate('2024-03-04'), partnerId: partner, partner, unpaidWon: won(unpaid), interestDueOn: () => ZERO_WON, ...changes,
});
const SHARES = [share('한국모태펀드', 1_666_666_667), share('공제회', 833_333_333), share('(주)시험은행', 500_000_000), share('기업은행 주식회사', 300_000_000)];

/** The best suggestion in words: partner, capital, interest, score, and whether it is preselected. */
function best(lines: readonly OpenLine[], shares: readonly OpenShare[] = SHARES, receipts: readonly LooseReceipt[] = []) {
  const found = suggestMatches(lines, shares, receipts);
  return lines.map(({ id }) => {
    const [first] = found.get(id) ?? [];
    return first === undefined ? null : [first.partner, first.capitalWon, first.interestWon, first.score, first.exact];
  });
}

describe('which share a line of the bank pays', () => {
  it.each([
    ['amount and name', {}, ['공제회', 833_333_333n, 0n, 95, true]],
    ['amount and name, with the call in the text', { memo: '1차 출자금' }, ['공제회', 833_333_333n, 0n, 100, true]],
    ['legal form and spaces of the name aside', { openWon: won(500_000_000), counterparty: '시험 은행㈜' }, ['(주)시험은행', 500_000_000n, 0n, 95, true]],
    ['a name cut by the bank', { openWon: won(1_666_666_667), counterparty: '한국모태펀' }, ['한국모태펀드', 1_666_666_667n, 0n, 82, true]],
    ['the name in the memo alone', { counterparty: null, memo: '공제회' }, ['공제회', 833_333_333n, 0n, 95, true]],
    ['an amount that nobody but one owes, from somebody else', { counterparty: '박영희' }, ['공제회', 833_333_333n, 0n, 50, false]],
    ['a part, by name, though somebody else owes just that', { openWon: won(500_000_000) }, ['공제회', 500_000_000n, 0n, 65, false]],
    ['a part, by name', { openWon: won(400_000_000) }, ['공제회', 400_000_000n, 0n, 65, false]],
    ['after the due date', { valueOn: localDate('2024-03-14') }, ['공제회', 833_333_333n, 0n, 90, true]],
    ['more than is unpaid, by name: the rest stays open', { openWon: won(900_000_000) }, ['공제회', 833_333_333n, 0n, 55, false]],
    ['neither amount nor name', { openWon: won(7_777), counterparty: '이자' }, null],
  ])('%s', (_what, changes, expected) => {
    expect(best([line(changes as Partial<OpenLine>)])).toEqual([expected]);
  });

  it('takes interest out of what is left', () => {
    const late = [share('공제회', 833_333_333, { interestDueOn: () => won(2_283_105) })];
    expect(best([line({ openWon: won(835_616_438), valueOn: localDate('2024-03-14') })], late)).toEqual([['공제회', 833_333_333n, 2_283_105n, 90, true]]);
    expect(best([line({ openWon: won(2_283_105), valueOn: localDate('2024-03-14') })], [share('공제회', 0, { interestDueOn: () => won(2_283_105) })])).toEqual([['공제회', 0n, 2_283_105n, 88, true]]);
  });

  it('offers one share as exact to one line, the earlier one', () => {
    const twice = best([line({ id: 'L2', valueOn: localDate('2024-03-04') }), line({ id: 'L1', valueOn: localDate('2024-02-20') })]);
    expect(twice.map((each) => each?.[4])).toEqual([false, true]);
  });

  it('is not sure where two shares are as near', () => {
    const twins = [share('공제회', 833_333_333), share('공제회', 833_333_333, { callId: 'C2', callNumber: 2 })];
    expect(best([line()], twins)).toEqual([['공제회', 833_333_333n, 0n, 95, false]]);
  });

  it('knows a receipt that was booked by hand, and offers it before a second booking', () => {
    const receipt: LooseReceipt = { receiptId: 'R1', callId: 'C1', callNumber: 1, partnerId: '공제회', partner: '공제회', valueOn: localDate('2024-03-05'), amountWon: won(833_333_333) };
    const found = suggestMatches([line()], [share('공제회', 0)], [receipt]).get('L1');
    expect(found?.map(({ receiptId, exact }) => [receiptId, exact])).toEqual([['R1', true]]);
  });
});
