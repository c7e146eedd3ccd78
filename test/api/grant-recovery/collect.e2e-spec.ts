import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { collectRecovery, demanded, overdueBy, recoveryPage } from '../../support/settlements.js';
import { balanceOf } from '../../support/sql.js';

type Demanded = Awaited<ReturnType<typeof demanded>>;
const receive = (id: string, amountWon: string, more: Json = {}, ask = {}) => collectRecovery(id, 'receive', { amountWon, valueOn: today(), ...more }, ask);
const remit = (id: string, amountWon: string, more: Json = {}, ask = {}) => collectRecovery(id, 'remit', { amountWon, remittedOn: today(), noticeNumber: '2026-0001-0000001', ...more }, ask);
const REASON = '폐업하여 재산이 없음';

describe('collecting a recovery', () => {
  itIsClosedTo('checker', 'receiveGrantRecovery', (client) => client.post(`/grant-recoveries/${NOWHERE}/receive`, { amountWon: '1', valueOn: today() }));
  itIsClosedTo('checker', 'remitGrantRecovery', (client) => client.post(`/grant-recoveries/${NOWHERE}/remit`, { amountWon: '1', remittedOn: today(), noticeNumber: '1' }));
  itIsClosedTo('checker', 'surchargeGrantRecovery', (client) => client.post(`/grant-recoveries/${NOWHERE}/surcharge`, {}));
  itIsClosedTo('checker', 'remindGrantRecovery', (client) => client.post(`/grant-recoveries/${NOWHERE}/remind`, {}));
  itIsClosedTo('checker', 'writeOffGrantRecovery', (client) => client.post(`/grant-recoveries/${NOWHERE}/write-off`, { reason: REASON }));
  itIsClosedTo('admin', 'listGrantRecoveries', (client) => client.get(`/grant-calls/${NOWHERE}/recoveries`));
  itIsClosedTo('admin', 'getGrantRecovery', (client) => client.get(`/grant-recoveries/${NOWHERE}`));
  itIsClosedTo('admin', 'getGrantRecoveryNotice', (client) => client.get(`/grant-recoveries/${NOWHERE}/notice`));
  itFindsNothingAt((id) => receive(id, '1'));
  itFindsNothingAt((id) => remit(id, '1'));
  itFindsNothingAt((id) => collectRecovery(id, 'surcharge'));
  itFindsNothingAt((id) => collectRecovery(id, 'remind'));
  itFindsNothingAt((id) => collectRecovery(id, 'write-off', { reason: REASON }));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-recoveries/${id}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-recoveries/${id}/notice`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-calls/${id}/recoveries`));

  describe('in time', () => {
    let claim: Demanded;
    beforeAll(async () => {
      claim = await demanded();
    });
    const account = (chart: string, part?: string) => balanceOf(claim.call.account(chart, part));

    itWritesOncePerKey((ask, variation) => receive(claim.recoveryId, variation === 'first' ? '1000000' : '2000000', {}, ask));

    it('takes what is open and no more, and no day that cannot be', async () => {
      expect(refusal(await receive(claim.recoveryId, '10315001'))).toEqual([400, 'grant-recovery.more-than-there-is', '/amountWon']);
      expect(refusal(await receive(claim.recoveryId, '1', { valueOn: '2099-01-01' }))).toEqual([400, 'grant-recovery.no-such-day', '/valueOn']);
      expect(refusal(await collectRecovery(claim.recoveryId, 'surcharge'))).toEqual([422, 'grant-recovery.nothing-overdue']);
      expect(refusal(await collectRecovery(claim.recoveryId, 'remind'))).toEqual([422, 'grant-recovery.not-overdue']);
      expect((await receive(claim.recoveryId, '10315000')).body).toMatchObject({ before: { openWon: '10315000' }, after: { openWon: '0', settledWon: '11315000' } });
      expect(refusal(await collectRecovery(claim.recoveryId, 'write-off', { reason: REASON }))).toEqual([409, 'grant-recovery.settled']);
    });

    it('goes to the Treasury under the number of its notice, and no more than came in', async () => {
      expect(await account('grant.recovered-cash')).toBe(11_315_000n);
      expect(refusal(await remit(claim.recoveryId, '11315010'))).toEqual([400, 'grant-recovery.more-than-there-is', '/amountWon']);
      expect((await remit(claim.recoveryId, '11315000')).body).toMatchObject({ entries: [{ posting: 'grant.recovery-remitted' }] });
      expect([await account('grant.recovered-cash'), await account('grant.remitted')]).toEqual([0n, 11_315_000n]);
      expect(await recoveryPage(claim.recoveryId)).toMatchObject({ status: 'SETTLED', heldWon: '0', remittances: [{ noticeNumber: '2026-0001-0000001', amountWon: '11315000' }] });
    });
  });

  it('reminds of what is late, adds its surcharge once, and gives up what cannot be had', async () => {
    const { call, recoveryId } = await demanded();
    await overdueBy(recoveryId, 10);
    expect(await recoveryPage(recoveryId)).toMatchObject({ status: 'OVERDUE', overdueWon: '11315000', surchargeDueWon: '339450' });
    expectStatus(await collectRecovery(recoveryId, 'remind'), 201);
    expect(refusal(await collectRecovery(recoveryId, 'remind'))).toEqual([409, 'grant-recovery.reminded-today']);
    expect((await receive(recoveryId, '1000', { dryRun: true })).body.verdicts).toMatchObject([{ rule: 'late-payment-bears-its-surcharge', result: 'WARN' }]);
    expect((await collectRecovery(recoveryId, 'surcharge')).body).toMatchObject({ amountWon: '339450', after: { surchargedWon: '339450', openWon: '11654450' } });
    expect(refusal(await collectRecovery(recoveryId, 'surcharge'))).toEqual([422, 'grant-recovery.nothing-overdue']);
    expect((await collectRecovery(recoveryId, 'write-off', { reason: REASON })).body).toMatchObject({ after: { openWon: '0', writtenOffWon: '11654450' } });
    expect((await receive(recoveryId, '654450')).body).toMatchObject({ after: { writtenOffWon: '11000000' }, entries: [{ posting: 'grant.recovery-reinstated' }, { posting: 'grant.recovery-received' }, { posting: 'grant.project-gave-back' }] });
    expect([await balanceOf(call.account('grant.recovery-written-off')), await balanceOf(call.account('grant.recovered-surcharge'))]).toEqual([11_000_000n, 339_450n]);
    const [listed] = (await Client.as('auditor').get(`/grant-calls/${call.id}/recoveries`)).body as Json[];
    expect(listed).toMatchObject({ status: 'WRITTEN_OFF', heldWon: '654450' });
  });
});
