import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, subsidyForm, type TestAgreement } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { endedStage, TV12, worksheet, type TestStage } from '../../support/settlements.js';

const report = (agreementId: string, changes: Json = {}, ask = {}) =>
  Client.as('finance').post(`/grant-agreements/${agreementId}/settlement-reports`, { kind: 'SETTLEMENT', stage: 1, receivedOn: '2022-02-28', totalWon: '11313400', ...changes }, ask);

describe('receiving the report of an institution', () => {
  let research: TestAgreement;
  let subsidy: TestAgreement;
  let stage: TestStage;
  beforeAll(async () => {
    research = await concludedAgreement((await openedCall()).id);
    subsidy = await concludedAgreement((await openedCall({ regime: 'SUBSIDY', kind: 'TEST_BED' })).id, {}, subsidyForm);
    stage = await endedStage(TV12);
  });

  itIsClosedTo('checker', 'reportGrantSettlement', (client) => client.post(`/grant-agreements/${NOWHERE}/settlement-reports`, { kind: 'SETTLEMENT', stage: 1, receivedOn: '2022-02-28' }));
  itFindsNothingAt((id) => report(id));
  itWritesOncePerKey((ask, variation) => report(research.id, variation === 'first' ? {} : { totalWon: '1' }, ask));

  it.each([
    ['three months of the stage under the innovation act', () => research.id, {}, '2022-03-31', false],
    ['late by a day', () => research.id, { receivedOn: '2022-04-01' }, '2022-03-31', true],
    ['one month of the year for the yearly one', () => research.id, { kind: 'YEARLY_USE', fiscalYear: 2021, totalWon: undefined, usedWon: '1' }, '2022-02-03', true],
    ['two months under the subsidy act', () => subsidy.id, {}, '2022-02-28', false],
  ] as const)('is due %s', async (_what, of, changes, dueOn, late) => {
    const answer = await report(of(), changes);
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ dueOn, late });
  });

  it.each([
    ['a yearly report where the law knows none', () => subsidy.id, { kind: 'YEARLY_USE', fiscalYear: 2021 }, [400, 'grant-settlement.no-yearly-report', '/kind']],
    ['a yearly report of no year', () => research.id, { kind: 'YEARLY_USE' }, [400, 'grant-settlement.year-wanted', '/fiscalYear']],
    ['a stage that is not there', () => research.id, { stage: 2 }, [400, 'grant-settlement.no-such-stage', '/stage']],
    ['a report of tomorrow', () => research.id, { receivedOn: '2099-01-01' }, [400, 'grant-settlement.not-received-yet', '/receivedOn']],
  ] as const)('refuses %s', async (_what, of, changes, expected) => {
    expect(refusal(await report(of(), changes))).toEqual(expected);
  });

  it('sets what the institution stated beside what the books give', async () => {
    expectStatus(await report(stage.agreement.id, { receivedOn: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10), unusedWon: '6200000', totalWon: '11313400' }), 201);
    const page = await worksheet(stage.agreement.id);
    expect(page.compared).toEqual([
      { figure: 'unused', statedWon: '6200000', computedWon: '6200000', differenceWon: '0' },
      { figure: 'total', statedWon: '11313400', computedWon: '11315000', differenceWon: '1600' },
    ]);
    const [listed] = (await Client.as('auditor').get(`/grant-calls/${stage.call.id}/settlements`)).body as Json[];
    expect(listed).toMatchObject({ status: 'REPORTED', lateReductionBasisPoints: 0 });
  });

  it('costs a share of the next payment where the subsidy act says so', async () => {
    const call = await openedCall({ regime: 'SUBSIDY', kind: 'TEST_BED' });
    await concludedAgreement(call.id, {}, subsidyForm);
    const [listed] = (await Client.as('auditor').get(`/grant-calls/${call.id}/settlements`)).body as Json[];
    expect(listed).toMatchObject({ status: 'REPORT_OVERDUE', reportDueOn: '2022-02-28', lateReductionBasisPoints: 5_000 });
  });
});
