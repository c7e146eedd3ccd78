import { describe, expect, it } from '@jest/globals';
import { cutStaysWithinWhatIsLeft } from './budget.rules.js';

const left = { budgetLeftWon: 20_000_000n, vouchersLeft: 4, companiesLeft: 3 };

describe('a cut of a budget', () => {
  it.each([
    ['of nothing asks nothing', 0n, 0, 0, []],
    ['a grant asks nothing', 1n, 1, 1, []],
    ['of all that is left holds', -20_000_000n, -4, -3, ['PASS', 'PASS', 'PASS']],
    ['of a won too many does not', -20_000_001n, 0, 0, ['BLOCK']],
    ['of a voucher too many does not, though there is money', -1n, -5, 0, ['PASS', 'BLOCK']],
    ['of a company too many does not', 0n, 0, -4, ['BLOCK']],
  ])('%s', (_what, amountWon, vouchers, companies, results) => {
    expect(cutStaysWithinWhatIsLeft({ amountWon, vouchers, companies }, left).map(({ result }) => result)).toEqual(results);
  });

  it('says what is left and what was wanted', () => {
    const [verdict] = cutStaysWithinWhatIsLeft({ amountWon: -30_000_000n, vouchers: 0, companies: 0 }, left);
    expect(verdict).toMatchObject({ rule: 'cut-stays-within-budget-left', clause: '국고금 관리법 제20조', inputs: { cut: '30000000', left: '20000000' } });
    expect(verdict?.text.ko).toBe('발급 가능 예산은 20,000,000원이므로 30,000,000원을 줄일 수 없습니다. 20,000,000원까지만 줄이거나, 먼저 바우처를 회수해 주세요.');
  });
});
