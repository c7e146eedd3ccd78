import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { fundToHandOut, pay } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the distributions of a fund', () => {
  itIsClosedTo('admin', 'listDistributions', (client) => client.get(`/funds/${NOWHERE}/distributions`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/funds/${id}/distributions`));

  it('say of each how it was divided, and on a day nothing of what came later', async () => {
    const { id } = await fundToHandOut();
    await pay(id, '20000000000', { paidOn: '2024-11-15' });
    await pay(id, '5000000000', { paidOn: '2025-03-03', source: '이자' });
    const list = async (query = '') => (await Client.as('auditor').get(`/funds/${id}/distributions${query}`)).body as Json[];
    expect((await list('?asOf=2025-03-02')).map((row) => [row.number, row.reversible])).toEqual([[1, true]]);
    const [first, second] = await list();
    expect([first?.reversible, second?.reversible, second?.source, second?.sha256]).toEqual([false, true, '이자', expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const parts = (row: Json): bigint => ((row?.parts ?? []) as Json[]).reduce((sum, part) => sum + BigInt(part.amountWon) + BigInt(part.carryWon), 0n);
    expect([parts(first), parts(second)]).toEqual([20_000_000_000n, 5_000_000_000n]);
    const steps = (second?.plan.steps ?? []) as Json[];
    expect(steps.reduce((sum, step) => sum + BigInt(step.amountWon), 0n)).toBe(5_000_000_000n);
    expect(steps.every((step) => step.basis.ko.length > 10 && (step.byPartner as Json[]).every((part) => part.partner !== ''))).toBe(true);
  });
});
