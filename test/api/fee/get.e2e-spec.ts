import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { feeTerms, onCommitments, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the fee schedule', () => {
  const auditor = Client.as('auditor');

  itIsClosedTo('admin', 'getFeeSchedule', (client) => client.get(`/funds/${NOWHERE}/fee-schedule`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/fee-schedule`));

  it('follows from the rates in force until somebody puts one in, and remembers what was known', async () => {
    const { id } = await formFund(Client.as('manager'));
    const before = (await auditor.get(`/funds/${id}/fee-schedule?asOf=2024-12-31`)).body;
    expect([before.source, before.terms.map(({ from, to, base, rateBasisPoints }: Json) => [from, to, base, rateBasisPoints])]).toEqual([
      'POLICY',
      [
        ['2024-01-15', '2028-01-14', 'COMMITTED', 200],
        ['2028-01-15', '2032-01-14', 'NET_COST', 200],
      ],
    ]);
    expect(before.coming.map(({ periodFrom, periodTo, amountWon }: Json) => [periodFrom, periodTo, amountWon])).toEqual([
      ['2024-01-15', '2024-03-31', '84383561'],
      ['2024-04-01', '2024-06-30', '99726028'],
      ['2024-07-01', '2024-09-30', '100821917'],
      ['2024-10-01', '2024-12-31', '100821918'],
    ]);
    const then = new Date().toISOString();
    await posted(Client.as('compliance').post(`/funds/${id}/fee-terms`, feeTerms([onCommitments('2024-01-15', '2028-01-14', 250)])));
    const after = (await auditor.get(`/funds/${id}/fee-schedule`)).body;
    expect([after.source, after.terms[0].rateBasisPoints]).toEqual(['SCHEDULE', 250]);
    expect((await auditor.get(`/funds/${id}/fee-schedule?knownAt=${then}`)).body.source).toBe('POLICY');
  });
});
