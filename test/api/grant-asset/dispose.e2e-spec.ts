import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { made, type TestAgreement, type TestCall } from '../../support/grants.js';
import { assetOf, finishedProject, registeredAsset } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

const approve = (assetId: string, changes: Json = {}, ask = {}): Promise<Answer> =>
  Client.as('finance').post(`/grant-assets/${assetId}/approve-disposal`, { deed: 'SALE', counterparty: '(주)매수', expectedWon: '10000000', reason: '사업 종료로 유휴', ...changes }, ask);
const dispose = (assetId: string, approvalId: string, changes: Json = {}, ask = {}): Promise<Answer> =>
  Client.as('finance').post(`/grant-assets/${assetId}/dispose`, { approvalId, disposedOn: today(), proceedsWon: '10333333', ...changes }, ask);
const approved = async (assetId: string, changes: Json = {}): Promise<string> => made('the approval', await approve(assetId, changes)).id as string;

let call: TestCall;
let agreement: TestAgreement;
beforeAll(async () => {
  ({ call, agreement } = await finishedProject());
});

describe('disposing of an asset', () => {
  itIsClosedTo('checker', 'approveDisposalGrantAsset', (client) => client.post(`/grant-assets/${NOWHERE}/approve-disposal`, {}));
  itIsClosedTo('checker', 'disposeGrantAsset', (client) => client.post(`/grant-assets/${NOWHERE}/dispose`, {}));
  itFindsNothingAt((id) => approve(id));
  itFindsNothingAt((id) => dispose(id, NOWHERE));

  it('waits for an approval, claims the government’s part at once, and happens once', async () => {
    const assetId = await registeredAsset(agreement.id);
    expect(refusal(await dispose(assetId, NOWHERE))).toEqual([400, 'grant-asset.not-approved', '/approvalId']);
    const leave = await approve(assetId);
    // 30 of 31 million were the government's: it gets so much of what is expected.
    expect(leave.body).toMatchObject({ governmentWon: '9677419', verdicts: [{ rule: 'asset-is-accounted-for', result: 'WARN' }] });
    expect(refusal(await approve(assetId))).toEqual([409, 'grant-asset.approved-already']);
    const approvalId = leave.body.id as string;
    expect(refusal(await dispose(assetId, approvalId, { disposedOn: '2022-01-01' }))).toEqual([400, 'grant-asset.outside-approval', '/disposedOn']);
    expect(refusal(await dispose(assetId, approvalId, { disposedOn: '2099-01-01' }))).toEqual([400, 'grant-asset.not-disposed-yet', '/disposedOn']);
    expect((await dispose(assetId, approvalId, { dryRun: true })).body).toMatchObject({ dryRun: true, governmentWon: '9999999', claim: { amountWon: '9999990' } });
    const { body } = await dispose(assetId, approvalId);
    expect(body).toMatchObject({ governmentWon: '9999999', claim: { number: expect.stringMatching(/^AP-/), amountWon: '9999990' }, entries: [{ posting: 'grant.outcome-claimed' }] });
    expect(await balanceOf(call.account('grant.outcome-receivable', body.claim.id))).toBe(9_999_990n);
    expect(await assetOf(call.id, assetId)).toMatchObject({ state: 'GONE', nextDueOn: null, approvals: [{ state: 'USED', disposal: { claim: body.claim.number } }] });
    expect(refusal(await approve(assetId))).toEqual([409, 'grant-asset.gone']);
    expect(refusal(await dispose(assetId, approvalId))).toEqual([409, 'grant-asset.gone']);
  });

  it('leaves an asset that is merely leased where it is, and claims nothing below ten won', async () => {
    const assetId = await registeredAsset(agreement.id);
    const approvalId = await approved(assetId, { deed: 'LEASE' });
    expect((await dispose(assetId, approvalId, { proceedsWon: '10' })).body).toMatchObject({ governmentWon: '9', claim: null, entries: [] });
    expect(await assetOf(call.id, assetId)).toMatchObject({ state: expect.stringMatching(/FREE|RESTRICTED/) });
    expectStatus(await approve(assetId, { deed: 'DISCARD', counterparty: undefined, expectedWon: '0' }), 201);
  });

  it('says with whom', async () => {
    expect(refusal(await approve(await registeredAsset(agreement.id), { counterparty: undefined }))).toEqual([400, 'grant-asset.counterparty-wanted', '/counterparty']);
  });

  describe('once per key', () => {
    let [first, other]: [string, string] = ['', ''];
    let leaves: [string, string];
    beforeAll(async () => {
      [first, other] = [await registeredAsset(agreement.id), await registeredAsset(agreement.id)];
      leaves = [await approved(first), await approved(other)];
    });
    itWritesOncePerKey((ask, variation) => (variation === 'first' ? dispose(first, leaves[0], {}, ask) : dispose(other, leaves[1], {}, ask)));
    itWritesOncePerKey(async (ask, variation) => approve(await spare(variation), {}, ask));
  });
});

const spares = new Map<string, Promise<string>>();
/** The same asset for the same variation, however often it is asked. */
function spare(variation: string): Promise<string> {
  const known = spares.get(variation) ?? registeredAsset(agreement.id);
  spares.set(variation, known);
  return known;
}
