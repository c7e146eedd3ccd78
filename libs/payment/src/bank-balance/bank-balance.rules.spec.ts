import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { bankHasTheMoney } from './bank-balance.rules.js';

describe('the account at the bank', () => {
  const judged = (balanceWon: bigint | null, on: string, takenWon = 0n) =>
    bankHasTheMoney({ payOn: localDate('2021-06-30'), totalWon: won(1000n), takenWon: won(takenWon), balance: balanceWon === null ? null : { balanceWon: won(balanceWon), on: localDate(on) }, freshDays: 3 }).result;

  it.each([
    ['has enough on the day', 1000n, '2021-06-30', 0n, 'PASS'],
    ['has enough three days before', 1000n, '2021-06-27', 0n, 'PASS'],
    ['had enough four days before', 1000n, '2021-06-26', 0n, 'WARN'],
    ['has one won too little on the day', 999n, '2021-06-30', 0n, 'BLOCK'],
    ['has one won too little after the day', 999n, '2021-07-02', 0n, 'BLOCK'],
    ['has one won too little the day before: money may come', 999n, '2021-06-29', 0n, 'WARN'],
    ['has enough for this run and not for the others', 1500n, '2021-06-30', 501n, 'BLOCK'],
    ['has enough for this run and the others', 1501n, '2021-06-30', 501n, 'PASS'],
    ['is overdrawn', -1n, '2021-06-30', 0n, 'BLOCK'],
    ['is not known', null, '', 0n, 'WARN'],
  ] as const)('%s', (_, balanceWon, on, takenWon, result) => {
    expect(judged(balanceWon, on, takenWon)).toBe(result);
  });
});
