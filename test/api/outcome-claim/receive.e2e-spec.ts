import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import type { TestCall } from '../../support/grants.js';
import { claimedRoyalty } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const receive = (id: string, amountWon: string, changes: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/outcome-claims/${id}/receive`, { amountWon, valueOn: '2024-08-01', ...changes }, ask);
const remit = (callId: string, amountWon: string, changes: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/grant-calls/${callId}/outcome-remittances`, { amountWon, remittedOn: '2024-08-05', treasuryNumber: `D-${amountWon}`, ...changes }, ask);
const list = async (callId: string): Promise<Json> => (await Client.as('auditor').get(`/grant-calls/${callId}/outcome-claims`)).body;

describe('what is claimed for the Treasury', () => {
  itIsClosedTo('checker', 'receiveOutcomeClaim', (client) => client.post(`/outcome-claims/${NOWHERE}/receive`, { amountWon: '1', valueOn: '2024-08-01' }));
  itIsClosedTo('checker', 'remitOutcomeClaim', (client) => client.post(`/grant-calls/${NOWHERE}/outcome-remittances`, {}));
  itIsClosedTo('admin', 'listOutcomeClaims', (client) => client.get(`/grant-calls/${NOWHERE}/outcome-claims`));
  itIsClosedTo('admin', 'getOutcomeClaimNotice', (client) => client.get(`/outcome-claims/${NOWHERE}/notice`));
  itFindsNothingAt((id) => receive(id, '1'));
  itFindsNothingAt((id) => remit(id, '1'));
  itFindsNothingAt((id) => Client.as('finance').get(`/outcome-claims/${id}/notice`));

  let call: TestCall;
  let claimId: string;
  beforeAll(async () => {
    ({ call, claimId } = await claimedRoyalty());
  });

  itWritesOncePerKey((ask, variation) => receive(claimId, variation === 'first' ? '1000000' : '2000000', {}, ask));

  it('comes in parts, is held, and goes to the Treasury', async () => {
    expect(await list(call.id)).toMatchObject({ heldWon: '1000000', openWon: '4000000', claims: [{ ground: 'ROYALTY', year: 2023, amountWon: '5000000', openWon: '4000000', state: 'OVERDUE' }] });
    expect(refusal(await receive(claimId, '4000001'))).toEqual([400, 'outcome-claim.more-than-owed', '/amountWon']);
    expect((await receive(claimId, '4000000', { dryRun: true })).body).toMatchObject({ dryRun: true, beforeWon: '4000000', afterWon: '0' });
    expect((await receive(claimId, '4000000', { bankReference: '국고 1' })).body).toMatchObject({ beforeWon: '4000000', afterWon: '0', entries: [{ posting: 'grant.outcome-received' }] });
    expect(refusal(await remit(call.id, '5000001'))).toEqual([400, 'outcome-claim.more-than-held', '/amountWon']);
    expect((await remit(call.id, '3000000')).body).toMatchObject({ beforeWon: '5000000', afterWon: '2000000', entries: [{ posting: 'grant.outcome-remitted' }] });
    expect(refusal(await remit(call.id, '2000000', { treasuryNumber: 'D-3000000' }))).toEqual([400, 'outcome-claim.treasury-number-used', '/treasuryNumber']);
    expectStatus(await remit(call.id, '2000000'), 201);
    expect([await balanceOf(call.account('grant.outcome-due')), await balanceOf(call.account('grant.outcome-cash')), (await list(call.id)).claims[0].state]).toEqual([0n, 0n, 'PAID']);
  });

  it('takes no date that cannot be', async () => {
    const other = await claimedRoyalty();
    expect(refusal(await receive(other.claimId, '1', { valueOn: '2099-01-01' }))).toEqual([400, 'outcome-claim.not-received-yet', '/valueOn']);
    expect(refusal(await receive(other.claimId, '1', { valueOn: '2024-07-09' }))).toEqual([400, 'outcome-claim.received-before-notice', '/valueOn']);
    expect(refusal(await remit(other.call.id, '1', { remittedOn: '2099-01-01' }))).toEqual([400, 'outcome-claim.not-remitted-yet', '/remittedOn']);
    itIsOnlyItsOwn(await remit(other.call.id, '1'));
  });

  it('goes out as a PDF that says what is owed in words', async () => {
    const { status, headers, bytes } = await Client.as('auditor').get(`/outcome-claims/${claimId}/notice`);
    expect([status, headers.get('content-type'), bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(headers.get('content-disposition')).toContain('RY-2024-');
  });
});

/** What another call holds is not this one's to pay on. */
const itIsOnlyItsOwn = (answer: Answer): void => expect(refusal(answer)).toEqual([400, 'outcome-claim.more-than-held', '/amountWon']);
