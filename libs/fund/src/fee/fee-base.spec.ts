import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { baseSteps, type BaseFacts } from './fee-base.rules.js';

const MILLION = 1_000_000n;
const millions = (amount: number) => won(BigInt(amount) * MILLION);
const deal = (number: string, on: string, amount: number, kind: BaseFacts['investments'][number]['kind'] = 'NEW'): BaseFacts['investments'][number] => ({ number, kind, paidOn: localDate(on), amountWon: millions(amount) });
const exit = (investment: string, on: string, cost: number, kind: BaseFacts['exits'][number]['kind'] = 'MERGER'): BaseFacts['exits'][number] => ({ investment, kind, exitedOn: localDate(on), costWon: millions(cost) });
const valuation = (investment: string, on: string, impairment: number): BaseFacts['valuations'][number] => ({ investment, valuedOn: localDate(on), impairmentWon: millions(impairment) });

/** Day by day: invested, outstanding and net cost in millions of won. */
function ledger(facts: Partial<BaseFacts>): [on: string, invested: number, outstanding: number, netCost: number][] {
  const steps = baseSteps({ investments: [], exits: [], valuations: [], ...facts }, { committedWon: millions(20_000), foundedOn: localDate('2024-01-15') });
  const days = [...new Set(steps.filter(({ base }) => base !== 'COMMITTED').map(({ from }) => from))];
  const on = (day: string, base: string): number => Number((steps.find((step) => step.from === day && step.base === base)?.amountWon ?? 0n) / MILLION);
  return days.map((day) => [day, on(day, 'INVESTED'), on(day, 'OUTSTANDING'), on(day, 'NET_COST')]);
}

describe('what a fee is a part of', () => {
  it('is the commitments from the founding on, whatever is invested', () => {
    const [committed, ...moving] = baseSteps({ investments: [], exits: [], valuations: [] }, { committedWon: millions(20_000), foundedOn: localDate('2024-01-15') });
    expect([committed, moving]).toEqual([{ base: 'COMMITTED', from: '2024-01-15', amountWon: millions(20_000) }, []]);
  });

  it.each<[string, Partial<BaseFacts>, ReturnType<typeof ledger>]>([
    ['two deals of different days', { investments: [deal('1', '2024-03-04', 1_000), deal('2', '2024-06-03', 500)] }, [['2024-03-04', 1_000, 1_000, 1_000], ['2024-06-03', 1_500, 1_500, 1_500]]],
    ['two deals of one day make one step', { investments: [deal('1', '2024-03-04', 1_000), deal('2', '2024-03-04', 500)] }, [['2024-03-04', 1_500, 1_500, 1_500]]],
    ['a conversion costs nothing', { investments: [deal('1', '2024-03-04', 1_000), deal('2', '2025-03-04', 1_000, 'CONVERSION')] }, [['2024-03-04', 1_000, 1_000, 1_000]]],
    ['a sale of part takes its cost, what was invested stays', { investments: [deal('1', '2024-03-04', 1_000)], exits: [exit('1', '2025-01-06', 400)] }, [['2024-03-04', 1_000, 1_000, 1_000], ['2025-01-06', 1_000, 600, 600]]],
    ['a rescinded deal was never invested', { investments: [deal('1', '2024-03-04', 1_000)], exits: [exit('1', '2024-05-07', 1_000, 'RESCISSION')] }, [['2024-03-04', 1_000, 1_000, 1_000], ['2024-05-07', 0, 0, 0]]],
    ['an impairment lowers net cost alone', { investments: [deal('1', '2024-03-04', 1_000)], valuations: [valuation('1', '2024-12-31', 300)] }, [['2024-03-04', 1_000, 1_000, 1_000], ['2024-12-31', 1_000, 1_000, 700]]],
    ['a reversal lifts it again', { investments: [deal('1', '2024-03-04', 1_000)], valuations: [valuation('1', '2025-12-31', 0), valuation('1', '2024-12-31', 300)] }, [['2024-03-04', 1_000, 1_000, 1_000], ['2024-12-31', 1_000, 1_000, 700], ['2025-12-31', 1_000, 1_000, 1_000]]],
    ['an impairment of more than is left leaves nothing', { investments: [deal('1', '2024-03-04', 1_000)], exits: [exit('1', '2025-01-06', 900)], valuations: [valuation('1', '2024-12-31', 300)] }, [['2024-03-04', 1_000, 1_000, 1_000], ['2024-12-31', 1_000, 1_000, 700], ['2025-01-06', 1_000, 100, 0]]],
    ['facts of another deal are not its own', { investments: [deal('1', '2024-03-04', 1_000)], exits: [exit('2', '2025-01-06', 900)], valuations: [valuation('2', '2024-12-31', 300)] }, [['2024-03-04', 1_000, 1_000, 1_000]]],
  ])('%s', (_what, facts, expected) => {
    expect(ledger(facts)).toEqual(expected);
  });
});
