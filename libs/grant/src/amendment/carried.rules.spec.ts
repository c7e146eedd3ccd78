import { describe, expect, it } from '@jest/globals';
import { won } from '#libs/money';
import type { LinePlan } from '../agreement/agreement.js';
import { carriedForwardIsLeft } from '../settlement/decision/decision.rules.js';
import { carriedIsLeft } from './amendment.rules.js';

const row = (stage: number, code: LinePlan['code'], amountWon: bigint, kind: LinePlan['kind'] = 'PLANNED', resource: LinePlan['resource'] = 'CASH'): LinePlan => ({ stage, fiscalYear: 2021 + stage, code, resource, kind, amountWon: won(amountWon) });
const used = (code: LinePlan['code'], usedWon: bigint) => ({ stage: 1, code, resource: 'CASH' as const, usedWon: won(usedWon) });

describe('what is carried over is left', () => {
  const plan = [row(1, 'D8', 4_000_000n), row(1, 'D8', 500_000n, 'INTEREST'), row(2, 'D8', 4_000_000n)];
  it.each<[string, LinePlan[], bigint, string]>([
    ['nothing is', [], 1_000_000n, 'PASS'],
    ['all that is left, interest taken in included', [row(2, 'D8', 3_500_000n, 'CARRIED')], 1_000_000n, 'PASS'],
    ['a won more', [row(2, 'D8', 3_500_001n, 'CARRIED')], 1_000_000n, 'BLOCK'],
    ['a won more in two years', [row(2, 'D8', 3_500_000n, 'CARRIED'), { ...row(2, 'D8', 1n, 'CARRIED'), fiscalYear: 2024 }], 1_000_000n, 'BLOCK'],
    ['from another line', [row(2, 'D4', 1n, 'CARRIED')], 0n, 'BLOCK'],
    ['in kind from cash', [row(2, 'D8', 1n, 'CARRIED', 'IN_KIND')], 0n, 'BLOCK'],
    ['into the first stage, from a project before this one', [row(1, 'D8', 9_000_000n, 'CARRIED')], 0n, 'PASS'],
  ])('%s', (_what, carried, usedWon, result) => {
    expect(carriedIsLeft([...plan, ...carried], [used('D8', usedWon)]).result).toBe(result);
  });
});

describe('what went on was left when the stage is settled', () => {
  const line = (balanceWon: bigint, carriedForwardWon: bigint, retainedWon = 0n) => ({ line: 'D8', balanceWon: won(balanceWon), carriedForwardWon: won(carriedForwardWon), retainedWon: won(retainedWon) });
  it.each([
    ['nothing went on, and the line is overspent', line(-1n, 0n), 'PASS'],
    ['all that is left', line(3_000_000n, 3_000_000n), 'PASS'],
    ['a won was spent afterwards', line(2_999_999n, 3_000_000n), 'BLOCK'],
    ['a part stays by a special rule as well', line(3_000_000n, 2_000_000n, 1_000_001n), 'BLOCK'],
  ] as const)('%s', (_what, its, result) => {
    expect(carriedForwardIsLeft([its]).result).toBe(result);
  });
});
