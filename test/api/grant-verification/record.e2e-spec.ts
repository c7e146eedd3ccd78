import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, subsidyForm, type TestAgreement } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { worksheet } from '../../support/settlements.js';

const verified = (agreementId: string, changes: Json = {}, ask = {}) =>
  Client.as('finance').post(`/grant-agreements/${agreementId}/verifications`, { kind: 'SETTLEMENT', stage: 1, auditor: '한빛회계법인', opinion: 'CLEAN', reportedOn: '2022-02-10', receivedOn: '2022-02-15', ...changes }, ask);
const large = (amountWon: string) => (changes: Json) => {
  const row = { stage: 1, fiscalYear: 2021, resource: 'CASH', amountWon };
  return subsidyForm({ sources: [{ ...row, source: 'GOVERNMENT' }], lines: [{ ...row, code: 'S2' }], institution: 'NON_PROFIT', ...changes });
};
const demands = async (id: string) => ((await Client.as('auditor').get(`/grant-agreements/${id}/verifications`)).body.demands as Json[]).map(({ kind, required, dueOn }) => [kind, required, dueOn]);

describe('verification from outside', () => {
  let agreement: TestAgreement;
  beforeAll(async () => {
    agreement = await concludedAgreement((await openedCall({ regime: 'SUBSIDY', kind: 'TEST_BED' })).id, {}, large('100000000'));
  });

  itIsClosedTo('checker', 'recordGrantVerification', (client) => client.post(`/grant-agreements/${NOWHERE}/verifications`, { kind: 'SETTLEMENT', stage: 1, auditor: '법인', opinion: 'CLEAN', reportedOn: '2022-02-10', receivedOn: '2022-02-15' }));
  itIsClosedTo('admin', 'listGrantVerifications', (client) => client.get(`/grant-agreements/${NOWHERE}/verifications`));
  itFindsNothingAt((id) => verified(id));
  itFindsNothingAt((id) => Client.as('auditor').get(`/grant-agreements/${id}/verifications`));
  itWritesOncePerKey((ask, variation) => verified(agreement.id, { kind: 'FISCAL_YEAR', fiscalYear: 2021, auditor: variation === 'first' ? '가 회계법인' : '나 회계법인' }, ask));

  it('is wanted from 100 million won on, and a yearly audit from a billion', async () => {
    expect(await demands(agreement.id)).toEqual([['SETTLEMENT', true, '2022-02-28'], ['FISCAL_YEAR', false, '2022-05-02']]);
    const [less, much] = [await openedCall({ regime: 'SUBSIDY', kind: 'TEST_BED' }), await openedCall({ regime: 'SUBSIDY', kind: 'TEST_BED' })];
    expect(await demands((await concludedAgreement(less.id, {}, large('99999999'))).id)).toMatchObject([['SETTLEMENT', false, '2022-02-28'], ['FISCAL_YEAR', false, '2022-05-02']]);
    expect(await demands((await concludedAgreement(much.id, {}, large('1000000000'))).id)).toMatchObject([['SETTLEMENT', true, '2022-02-28'], ['FISCAL_YEAR', true, '2022-05-02']]);
    expect(await demands((await concludedAgreement((await openedCall()).id)).id)).toEqual([['SETTLEMENT', false, null]]);
  });

  it('is missed by the worksheet until it is at hand', async () => {
    const verdict = async () => ((await worksheet(agreement.id)).verdicts as Json[]).find(({ rule }) => rule === 'verification-is-at-hand')?.result;
    expect(await verdict()).toBe('WARN');
    expectStatus(await verified(agreement.id), 201);
    expect(await verdict()).toBe('PASS');
  });

  it.each([
    ['an opinion without findings', { opinion: 'QUALIFIED' }, [400, 'grant-verification.findings-wanted', '/findings']],
    ['a stage that is not there', { stage: 2 }, [400, 'grant-verification.stage-wanted', '/stage']],
    ['an audit of no year', { kind: 'FISCAL_YEAR' }, [400, 'grant-verification.year-wanted', '/fiscalYear']],
    ['a report received before it was written', { receivedOn: '2022-02-09' }, [400, 'grant-verification.received-before-written', '/receivedOn']],
    ['a report of tomorrow', { receivedOn: '2099-01-01' }, [400, 'grant-verification.not-received-yet', '/receivedOn']],
  ])('refuses %s', async (_what, changes, expected) => {
    expect(refusal(await verified(agreement.id, changes))).toEqual(expected);
  });
});
