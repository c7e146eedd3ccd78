import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, claimedService, contractedService, stateOf, step, yearInUse, type TestUse } from '../../support/services.js';
import { withSql } from '../../support/sql.js';

const because = { reason: '납품 불능' };

/** Moves the end of a voucher into the past: nobody waits half a year for a spec. */
async function letExpire(yearId: string, voucherId: string): Promise<void> {
  await withSql('OWNER', (sql) => sql.query(`update voucher_state set valid_to = current_date - 2 where voucher_id = $1`, [voucherId]));
  expectStatus(await Client.as('finance').post(`/voucher-years/${yearId}/expire`, { voucherIds: [voucherId] }), 201);
}

describe('cancelling a service', () => {
  let use: TestUse;

  beforeAll(async () => {
    use = await yearInUse(3);
  });

  itIsClosedTo('checker', 'cancelService', (client) => client.post(`/services/${NOWHERE}/cancel`, because));
  itFindsNothingAt((id) => step(id, 'cancel', because));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => step((once ??= await contractedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '1000' })), 'cancel', variation === 'first' ? because : { reason: '다른 까닭' }, ask));

  it('sets free what was held, and shows it before it does', async () => {
    const id = await contractedService(use.voucherIds[1] ?? '', use.provider.id);
    const shown = await step(id, 'cancel', { ...because, dryRun: true });
    expect(shown.body).toMatchObject({ dryRun: true, releasedWon: '2666666', before: { heldWon: '2666666' }, after: { heldWon: '0', availableWon: '5000000' } });
    expect(await stateOf(id)).toBe('CONTRACTED');
    expectStatus(await step(id, 'cancel', because), 200);
    expect(await stateOf(id)).toBe('CANCELLED');
    expect(refusal(await step(id, 'cancel', because))).toEqual([409, 'service.not-in-this-state']);
  });

  it('passes the money on to the programme once the voucher has expired (TV-9)', async () => {
    const [, , voucherId = ''] = use.voucherIds;
    const [paid, failed] = [await claimedService(voucherId, use.provider.id), await contractedService(voucherId, use.provider.id, { supplyWon: '2916667' })];
    expectStatus(await Client.as('checker').post(`/services/${paid}/capture`, {}), 200);
    await letExpire(use.year.id, voucherId);
    const cancelled = await step(failed, 'cancel', because);
    expectStatus(cancelled, 200);
    expect(cancelled.body).toMatchObject({ releasedWon: '2333334', before: { balanceWon: '2333334', heldWon: '2333334' }, after: { balanceWon: '0', heldWon: '0', returnedWon: '2333334' } });
    expect(cancelled.body.entries.map(({ posting }: { posting: string }) => posting)).toEqual(['voucher.expired']);
  });

  it('is too late once payment was decided', async () => {
    const id = await capturedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '10000' });
    expect(refusal(await step(id, 'cancel', because))).toEqual([409, 'service.not-in-this-state']);
  });
});
