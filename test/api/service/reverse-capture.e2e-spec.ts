import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { capturedService, debtsOf, draftedRun, paidService, stateOf, step, yearInUse, type TestUse } from '../../support/services.js';

const because = { reason: '결정 착오' };

describe('undoing a decision to pay', () => {
  let use: TestUse;

  beforeAll(async () => {
    use = await yearInUse(3);
  });

  itIsClosedTo('checker', 'reverseCaptureService', (client) => client.post(`/services/${NOWHERE}/reverse-capture`, because));
  itFindsNothingAt((id) => step(id, 'reverse-capture', because));

  it('frees what was decided, in every lot', async () => {
    const id = await capturedService(use.voucherIds[0] ?? '', use.provider.id);
    const shown = await step(id, 'reverse-capture', { ...because, dryRun: true });
    expect(shown.body).toMatchObject({ dryRun: true, before: { balanceWon: '2333334', ownMoneyWon: '583333' }, after: { balanceWon: '5000000', availableWon: '5000000', ownMoneyWon: '1250000' } });
    expectStatus(await step(id, 'reverse-capture', because), 200);
    expect([await stateOf(id), await debtsOf([id])]).toEqual(['CANCELLED', []]);
    expect(refusal(await step(id, 'reverse-capture', because))).toEqual([409, 'service.not-in-this-state']);
  });

  it('waits for the run in which it lies to be given up, and is too late once it is paid', async () => {
    const id = await capturedService(use.voucherIds[1] ?? '', use.provider.id);
    await draftedRun(use.year.id, [id]);
    expect(refusal(await step(id, 'reverse-capture', because))).toEqual([409, 'service.waits-in-run']);
    const { id: paid } = await paidService(use, use.voucherIds[2] ?? '');
    expect(refusal(await step(paid, 'reverse-capture', because))).toEqual([409, 'service.not-in-this-state']);
  });
});
