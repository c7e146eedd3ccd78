import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import fc from 'fast-check';
import { accountOf, settledOf } from './account.rules.js';
import type { Claimed, MovementKind, Settled } from './collection.js';
import { paidBeforeItsSurcharge, surchargesDue } from './collection.rules.js';
import { PLAIN, STEPPED } from './testing/terms.js';

type Kind = MovementKind;
const day = localDate('2026-11-02');
const claim = (...movements: [Kind, bigint][]) => ({
  ...{ demandedWon: '4824800', instalments: [] },
  movements: movements.map(([kind, amount]) => ({ kind, amountWon: `${amount}`, valueOn: day })),
});

describe('the account of a claim', () => {
  it.each<[string, [Kind, bigint][], bigint, bigint]>([
    ['nothing came', [], 4_824_800n, 0n],
    ['a part came', [['RECEIVED', 4_000_000n]], 824_800n, 0n],
    ['a part was set off', [['RECEIVED', 4_000_000n], ['OFFSET', 824_800n]], 0n, 0n],
    ['late, with its surcharge', [['SURCHARGED', 48_248n], ['RECEIVED', 4_824_800n]], 48_248n, 0n],
    ['the rest given up', [['RECEIVED', 4_000_000n], ['WRITTEN_OFF', 824_800n]], 0n, 824_800n],
    ['and paid in part after all', [['RECEIVED', 4_000_000n], ['WRITTEN_OFF', 824_800n], ['RECEIVED', 800_000n]], 0n, 24_800n],
    ['lowered after an objection', [['RECEIVED', 4_000_000n], ['REDUCED', 800_000n]], 24_800n, 0n],
    ['and paid in full', [['WRITTEN_OFF', 4_824_800n], ['RECEIVED', 4_824_800n]], 0n, 0n],
    ['came and was none', [['RECEIVED', 4_000_000n], ['REVERSED', 4_000_000n]], 4_824_800n, 0n],
    ['came after it was given up, and was none', [['WRITTEN_OFF', 4_824_800n], ['RECEIVED', 4_000_000n], ['REVERSED', 4_000_000n]], 0n, 4_824_800n],
    ['the first of two was none: the second pays what is open before what was given up', [['RECEIVED', 4_000_000n], ['WRITTEN_OFF', 824_800n], ['RECEIVED', 800_000n], ['REVERSED', 4_000_000n]], 3_200_000n, 824_800n],
  ])('%s: open %s, written off %s', (_what, movements, open, writtenOff) => {
    expect(accountOf(claim(...movements))).toMatchObject({ openWon: open, writtenOffWon: writtenOff });
  });

  it('always says where every won of the claim is', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom<Kind>('RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED', 'REDUCED'), fc.bigInt({ min: 1n, max: 2_000_000n })), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (wanted) => {
        const taken: [Kind, bigint][] = [];
        for (const [kind, amount] of wanted) {
          const { openWon, writtenOffWon } = accountOf(claim(...taken));
          const most = kind === 'SURCHARGED' ? amount : kind === 'WRITTEN_OFF' || kind === 'REDUCED' ? openWon : openWon + writtenOffWon;
          if (amount <= most) taken.push([kind, amount]);
        }
        const { demandedWon, surchargedWon, settledWon, writtenOffWon, openWon } = accountOf(claim(...taken));
        expect(settledWon + writtenOffWon + openWon).toBe(demandedWon + surchargedWon);
        expect(openWon >= 0n && writtenOffWon >= 0n).toBe(true);
      }),
    );
  });

  it('is after a receipt was reversed what it would be had it never come, and never less given up', () => {
    const row = fc.record({ kind: fc.constantFrom<Kind>('RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED'), amountWon: fc.integer({ min: 1, max: 900_000 }).map(String), valueOn: fc.constantFrom(day, localDate('2026-11-20'), localDate('2026-12-22')) });
    const receipt = row.map((each) => ({ ...each, kind: 'RECEIVED' as const }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), receipt, fc.array(row, { maxLength: 5 }), (before, came, after) => {
        const of = (...movements: Claimed['movements']): Claimed => ({ demandedWon: '4824800', instalments: [], movements });
        const [never, reversed] = [of(...before, ...after), of(...before, came, ...after, { ...came, kind: 'REVERSED' })];
        expect([accountOf(reversed), [...settledOf(reversed)].sort(byDay)]).toEqual([accountOf(never), [...settledOf(never)].sort(byDay)]);
        expect(accountOf(reversed).writtenOffWon >= accountOf(of(...before, came, ...after)).writtenOffWon).toBe(true);
      }),
    );
  });
});

const byDay = (one: Settled, other: Settled): number => `${one.on} ${one.amountWon}`.localeCompare(`${other.on} ${other.amountWon}`);

describe('surcharges of a plan', () => {
  const calendar = holidayCalendar();
  const terms = STEPPED;
  const plan = [{ dueOn: localDate('2026-10-20'), amountWon: won(1_000_000n) }, { dueOn: localDate('2026-11-20'), amountWon: won(1_000_000n) }];
  const paid = (on: string, amount: bigint) => ({ on: localDate(on), amountWon: won(amount) });

  it.each<[string, ReturnType<typeof paid>[], string, bigint]>([
    ['in time', [paid('2026-10-20', 1_000_000n)], '2026-11-20', 0n],
    ['nothing paid, a week after the first', [], '2026-10-27', 10_000n],
    ['nothing paid, three weeks after the second', [], '2026-12-11', 30_000n + 20_000n],
    ['half in time, half a week late', [paid('2026-10-20', 500_000n), paid('2026-10-27', 500_000n)], '2026-11-20', 5_000n],
    ['paid late in full: the delay is over', [paid('2026-10-27', 2_000_000n)], '2027-03-31', 10_000n],
    ['more than the first goes on to the second', [paid('2026-10-20', 1_500_000n)], '2026-11-27', 5_000n],
    ['whatever order the payments come in', [paid('2026-10-27', 500_000n), paid('2026-10-20', 500_000n)], '2026-11-20', 5_000n],
  ])('%s', (_what, settled, on, due) => {
    expect(surchargesDue(plan, settled, localDate(on), terms, calendar)).toBe(due);
  });

  it('are none to compute where the regime has no rule and nothing is late', () => {
    expect(surchargesDue(plan, [], localDate('2026-10-20'), PLAIN, calendar)).toBe(0n);
    expect(() => surchargesDue(plan, [], localDate('2026-10-21'), PLAIN, calendar)).toThrow(expect.objectContaining({ code: 'recovery.no-surcharge-rule' }));
  });

  it('are reminded of when late money comes without them', () => {
    expect([paidBeforeItsSurcharge(won(0n), day, STEPPED).result, paidBeforeItsSurcharge(won(1n), day, STEPPED).result]).toEqual(['PASS', 'WARN']);
  });
});
