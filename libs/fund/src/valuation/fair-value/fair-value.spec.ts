import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import fc from 'fast-check';
import { carryingChanges, carryingSteps, type CarryingStep, type ValuedDeal } from './fair-value.rules.js';

const START = localDate('2022-03-28');
const deal = (changes: Partial<ValuedDeal> = {}): ValuedDeal => ({ amountWon: won(2_000n), paidOn: START, standing: true, exits: [], valuations: [], ...changes });
const valued = (on: string, fair: bigint, impairment = 0n) => ({ valuedOn: localDate(on), fairValueWon: won(fair), impairmentWon: won(impairment) });
const exit = (on: string, cost: bigint) => ({ exitedOn: localDate(on), costWon: won(cost) });
const shown = (steps: readonly CarryingStep[]) => steps.map(({ on, unrealisedWon, impairmentWon }) => [on, unrealisedWon, impairmentWon]);

describe('what the books carry beside the cost', () => {
  it.each<[string, Partial<ValuedDeal>, unknown[]]>([
    ['never valued', {}, [['2022-03-28', 0n, 0n]]],
    ['worth more', { valuations: [valued('2022-12-31', 2_500n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 500n, 0n]]],
    ['impaired by half', { valuations: [valued('2022-12-31', 1_000n, 1_000n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 0n, 1_000n]]],
    ['impaired, then restored', { valuations: [valued('2022-12-31', 1_000n, 1_000n), valued('2023-12-31', 2_100n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 0n, 1_000n], ['2023-12-31', 100n, 0n]]],
    ['sold', { valuations: [valued('2022-12-31', 2_500n)], exits: [exit('2023-05-02', 2_000n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 500n, 0n], ['2023-05-02', 0n, 0n]]],
    ['half sold, the rest valued on the day', { valuations: [valued('2022-12-31', 2_500n), valued('2023-05-02', 1_250n)], exits: [exit('2023-05-02', 1_000n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 500n, 0n], ['2023-05-02', 250n, 0n]]],
    ['corrected: of two valuations of a day the one known last', { valuations: [valued('2022-12-31', 2_500n), valued('2022-12-31', 2_400n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 400n, 0n]]],
    ['voided', { standing: false, valuations: [valued('2022-12-31', 2_500n)] }, [['2022-03-28', 0n, 0n], ['2022-12-31', 0n, 0n]]],
  ])('%s', (_what, changes, expected) => {
    expect(shown(carryingSteps(deal(changes)))).toEqual(expected);
  });
});

describe('what is posted', () => {
  const first = deal({ valuations: [valued('2022-12-31', 2_500n), valued('2023-12-31', 2_800n)] });
  const posted = carryingChanges(carryingSteps(first), [], null);

  it('is the change of each day', () => {
    expect(shown(posted)).toEqual([['2022-12-31', 500n, 0n], ['2023-12-31', 300n, 0n]]);
  });

  it('a valuation in between moves its own stretch and no later day', () => {
    const corrected = deal({ valuations: [...first.valuations, valued('2023-06-30', 1_900n, 200n)].sort((left, right) => (left.valuedOn < right.valuedOn ? -1 : 1)) });
    expect(shown(carryingChanges(carryingSteps(corrected), posted, null))).toEqual([['2023-06-30', -400n, 200n], ['2023-12-31', 400n, -200n]]);
  });

  it('a change of closed books is booked on the first open day', () => {
    const corrected = deal({ valuations: [valued('2022-12-31', 2_600n), valued('2023-12-31', 2_800n)] });
    expect(shown(carryingChanges(carryingSteps(corrected), posted, localDate('2023-06-30')))).toEqual([['2023-07-01', 100n, 0n], ['2023-12-31', -100n, 0n]]);
  });

  it('adds up on every day to what the facts say, in whatever order they came', () => {
    const fact = fc.record({ day: fc.integer({ min: 0, max: 900 }), fair: fc.bigInt({ min: 0n, max: 4_000n }), impairment: fc.bigInt({ min: 0n, max: 1_000n }), exit: fc.bigInt({ min: 0n, max: 500n }) });
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 8 }), (facts) => {
        let now = deal();
        const books: CarryingStep[] = [];
        for (const { day, fair, impairment, exit: cost } of facts) {
          const on = addDays(START, day);
          const valuations = [...now.valuations, { valuedOn: on, fairValueWon: won(fair), impairmentWon: won(impairment) }];
          now = { ...now, valuations, exits: cost === 0n ? now.exits : [...now.exits, { exitedOn: on, costWon: won(cost) }] };
          books.push(...carryingChanges(carryingSteps(now), books, null));
        }
        for (const step of carryingSteps(now)) {
          const held = books.filter((each) => each.on <= step.on);
          expect([held.reduce((sum, each) => sum + each.unrealisedWon, 0n), held.reduce((sum, each) => sum + each.impairmentWon, 0n)]).toEqual([step.unrealisedWon, step.impairmentWon]);
        }
      }),
    );
  });
});
