import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import fc from 'fast-check';
import { withTransfers } from './transfer.rules.js';
import type { Contribution, PaidDistribution } from './waterfall.js';

const on = localDate;
const contribution = (partnerId: string, day: string, amount: bigint): Contribution => ({ partnerId, on: on(day), amountWon: won(amount) });
const paid: PaidDistribution[] = [{ on: on('2023-05-01'), byPartner: [{ partnerId: 'A', amountWon: won(90n) }, { partnerId: 'B', amountWon: won(10n) }], carryWon: won(0n) }];
const contributions = [contribution('A', '2022-01-01', 600n), contribution('B', '2022-01-01', 100n), contribution('A', '2022-07-01', 301n)];

describe('units that changed hands', () => {
  it('take what was paid in and given back on them along, each amount on its own day', () => {
    const moved = withTransfers(contributions, paid, [{ fromId: 'A', toId: 'C', effectiveOn: on('2023-06-01'), paidInWon: won(300n), distributedWon: won(30n) }]);
    expect(moved.contributions).toEqual([
      contribution('A', '2022-01-01', 400n), contribution('C', '2022-01-01', 200n), contribution('B', '2022-01-01', 100n), contribution('A', '2022-07-01', 201n), contribution('C', '2022-07-01', 100n),
    ]);
    expect(moved.paid[0]?.byPartner).toEqual([{ partnerId: 'B', amountWon: 10n }, { partnerId: 'A', amountWon: 60n }, { partnerId: 'C', amountWon: 30n }]);
  });

  it('leave what came after them alone', () => {
    const moved = withTransfers(contributions, paid, [{ fromId: 'A', toId: 'C', effectiveOn: on('2022-03-01'), paidInWon: won(300n), distributedWon: won(0n) }]);
    expect(moved.contributions.filter((each) => each.on === on('2022-07-01'))).toEqual([contribution('A', '2022-07-01', 301n)]);
    expect(moved.paid).toEqual(paid);
  });

  it('change no sum of a day', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 10n }).map(won);
    const days = ['2022-01-01', '2022-05-01', '2023-01-01'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.record({ partnerId: fc.constantFrom('A', 'B'), day: fc.constantFrom(...days), amountWon: amount }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.record({ fromId: fc.constantFrom('A', 'B'), day: fc.constantFrom(...days), paidInWon: amount, distributedWon: amount }), { maxLength: 3 }),
        (given, moves) => {
          const before = given.map((each) => contribution(each.partnerId, each.day, each.amountWon));
          const after = withTransfers(before, paid, moves.map((move) => ({ ...move, toId: 'C', effectiveOn: on(move.day) })));
          const ofDay = (list: readonly Contribution[], day: string) => sumWon(list.filter((each) => each.on === day).map((each) => each.amountWon));
          for (const day of days) expect(ofDay(after.contributions, day)).toBe(ofDay(before, day));
          expect(after.contributions.every((each) => each.amountWon > 0n)).toBe(true);
          expect(sumWon(after.paid.flatMap((each) => each.byPartner.map((part) => part.amountWon)))).toBe(100n);
        },
      ),
    );
  });
});
