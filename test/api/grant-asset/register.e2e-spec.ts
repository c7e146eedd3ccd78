import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { made, type TestAgreement, type TestCall } from '../../support/grants.js';
import { assetOf, finishedProject, registerAsset, registeredAsset } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const confirm = (assetId: string, changes: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/grant-assets/${assetId}/confirm`, { periodTo: '2021-12-31', checkedOn: '2022-01-10', condition: 'IN_USE', ...changes }, ask);

let call: TestCall;
let agreement: TestAgreement;
beforeAll(async () => {
  ({ call, agreement } = await finishedProject());
});

describe('an asset of an agreement', () => {
  itIsClosedTo('checker', 'registerGrantAsset', (client) => client.post(`/grant-agreements/${NOWHERE}/assets`, {}));
  itIsClosedTo('admin', 'listGrantAssets', (client) => client.get(`/grant-calls/${NOWHERE}/assets`));
  itFindsNothingAt((id) => registerAsset(id));
  itFindsNothingAt((id) => Client.as('finance').get(`/grant-calls/${id}/assets`));
  itWritesOncePerKey((ask, variation) => registerAsset(agreement.id, { name: `측정기 ${variation}`, serial: 'SN-KEY' }, ask));

  it('belongs to the government as far as its cash paid it, and is restricted for years', async () => {
    // 150 of 155 million of cash are the government's.
    const { body } = await registerAsset(agreement.id);
    expect(body).toMatchObject({ number: expect.stringMatching(/-A\d\d$/), governmentWon: '30000000', restrictedUntil: '2026-06-15', verdicts: [{ rule: 'equipment-is-registered', result: 'PASS' }] });
    expect(await assetOf(call.id, body.id)).toMatchObject({ state: 'FREE', kindName: { ko: '연구시설·장비' }, agreementNumber: agreement.number });
    expect((await registerAsset(agreement.id, { kind: 'REAL_ESTATE', dryRun: true })).body).toMatchObject({ dryRun: true, restrictedUntil: '2031-06-15' });
  });

  it('of thirty million or more wants a number of the national register', async () => {
    expect((await registerAsset(agreement.id, { amountWon: '30000000', registryNumber: undefined, dryRun: true })).body.verdicts).toMatchObject([{ result: 'WARN' }]);
    expect((await registerAsset(agreement.id, { amountWon: '29999999', registryNumber: undefined, dryRun: true })).body.verdicts).toMatchObject([{ result: 'PASS' }]);
  });

  it('costs no more than the expense that paid it', async () => {
    const row = { agreementId: agreement.id, line: 'D4', resource: 'CASH', spentOn: '2021-06-14', payeeName: '시험정밀', purpose: '측정기', supplyWon: '31000000', evidenceKind: 'TRANSFER', evidenceNumber: `T-${agreement.id.slice(0, 8)}` };
    const recorded = made('the expense', await Client.as('finance').post(`/grant-calls/${call.id}/expenses`, { items: [row] })) as { recorded: { id: string }[] };
    const expenseId = recorded.recorded[0]?.id;
    expectStatus(await registerAsset(agreement.id, { expenseId, amountWon: '20000000' }), 201);
    expect(refusal(await registerAsset(agreement.id, { expenseId, amountWon: '11000001' }))).toEqual([400, 'grant-asset.more-than-expense', '/amountWon']);
    expectStatus(await registerAsset(agreement.id, { expenseId, amountWon: '11000000' }), 201);
  });

  it.each<[string, Json, unknown[]]>([
    ['bought tomorrow', { acquiredOn: '2099-01-01' }, [400, 'grant-asset.not-acquired-yet', '/acquiredOn']],
    ['bought before the period', { acquiredOn: '2021-03-01' }, [400, 'grant-asset.outside-period', '/acquiredOn']],
    ['of an expense that is none of the agreement', { expenseId: NOWHERE }, [400, 'grant-asset.expense-unknown', '/expenseId']],
    ['restricted until before it was bought', { restrictedUntil: '2021-01-01' }, [400, 'grant-asset.restriction-before-acquisition', '/restrictedUntil']],
  ])('is refused: %s', async (_what, changes, expected) => {
    expect(refusal(await registerAsset(agreement.id, changes))).toEqual(expected);
  });
});

describe('confirming an asset', () => {
  let assetId: string;
  beforeAll(async () => {
    assetId = await registeredAsset(agreement.id);
  });
  itIsClosedTo('checker', 'confirmGrantAsset', (client) => client.post(`/grant-assets/${NOWHERE}/confirm`, {}));
  itFindsNothingAt((id) => confirm(id));

  it('is asked once a year of research equipment, the oldest period first', async () => {
    expect(await assetOf(call.id, assetId)).toMatchObject({ nextPeriodTo: '2021-12-31', nextDueOn: '2022-02-03', overdue: true, location: '본사 시험동 201호' });
    expect((await confirm(assetId, { location: '제2공장 1층' })).body).toMatchObject({ nextDueOn: '2023-01-31' });
    expect(await assetOf(call.id, assetId)).toMatchObject({ nextPeriodTo: '2022-12-31', location: '제2공장 1층', checks: [{ periodTo: '2021-12-31', conditionName: { ko: '사용 중' } }] });
  });

  it('is asked every half-year of a subsidy', async () => {
    const subsidy = await finishedProject({ sources: [{ stage: 1, fiscalYear: 2021, source: 'GOVERNMENT', resource: 'CASH', amountWon: '90000000' }], lines: [{ stage: 1, fiscalYear: 2021, code: 'S3', resource: 'CASH', amountWon: '90000000' }] }, 'SUBSIDY');
    const id = await registeredAsset(subsidy.agreement.id, { acquiredOn: '2021-04-01' });
    // A month from 30 June ends on Saturday 31 July, and is put off to Monday.
    expect(await assetOf(subsidy.call.id, id)).toMatchObject({ nextPeriodTo: '2021-06-30', nextDueOn: '2021-08-02' });
  });

  it.each<[string, Json, unknown[]]>([
    ['a period twice', { periodTo: '2021-12-31' }, [400, 'grant-asset.confirmed-already', '/periodTo']],
    ['a day that ends no period', { periodTo: '2022-06-30' }, [400, 'grant-asset.no-such-period', '/periodTo']],
    ['a check of tomorrow', { periodTo: '2022-12-31', checkedOn: '2099-01-01' }, [400, 'grant-asset.checked-at-no-time', '/checkedOn']],
    ['an idle asset without a word', { periodTo: '2022-12-31', condition: 'IDLE' }, [400, 'grant-asset.condition-explained', '/note']],
    ['a file that was never uploaded', { periodTo: '2022-12-31', documentId: NOWHERE }, [400, 'document.unknown', '/documentId']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await confirm(assetId, changes))).toEqual(expected);
  });

  itWritesOncePerKey((ask, variation) => confirm(assetId, { periodTo: variation === 'first' ? '2023-12-31' : '2024-12-31', checkedOn: '2025-01-05' }, ask));
});
