import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { sharesOn } from './share.policy.js';
import { judgeShares } from './share.rules.js';
import type { InstitutionType } from './share.js';

const version = sharesOn(localDate('2021-03-01'));
const judge = (type: InstitutionType, government: number, cash: number, inKind: number) =>
  judgeShares({ governmentWon: won(BigInt(government)), ownCashWon: won(BigInt(cash)), ownInKindWon: won(BigInt(inKind)) }, type, version).map((verdict) => verdict.result);

describe('who pays what', () => {
  it.each<[string, InstitutionType, number, number, number, string[]]>([
    ['TV-12: an SME at both limits exactly', 'SME', 150_000_000, 5_000_000, 45_000_000, ['PASS', 'PASS']],
    ['one won of grant more', 'SME', 150_000_001, 5_000_000, 45_000_000, ['BLOCK', 'PASS']],
    ['one won of cash less', 'SME', 150_000_000, 4_999_999, 45_000_001, ['PASS', 'BLOCK']],
    ['mid-size at 70 and 10 per cent', 'MID_SIZE', 140_000_000, 6_000_000, 54_000_000, ['PASS', 'PASS']],
    ['mid-size with large sales brings 13 per cent in cash', 'MID_SIZE_LARGE_SALES', 140_000_000, 6_000_000, 54_000_000, ['PASS', 'BLOCK']],
    ['large: half, and 15 per cent in cash', 'LARGE', 100_000_000, 15_000_000, 85_000_000, ['PASS', 'PASS']],
    ['a university brings nothing', 'NON_PROFIT', 120_000_000, 0, 0, ['PASS', 'PASS']],
  ])('%s', (_what, type, government, cash, inKind, expected) => {
    expect(judge(type, government, cash, inKind)).toEqual(expected);
  });

  it('says what to change, in won', () => {
    const [government] = judgeShares({ governmentWon: won(160_000_000n), ownCashWon: won(5_000_000n), ownInKindWon: won(35_000_000n) }, 'SME', version);
    expect(government?.text.ko).toContain('한도 150,000,000원(75.00%)을 10,000,000원 초과');
  });
});
