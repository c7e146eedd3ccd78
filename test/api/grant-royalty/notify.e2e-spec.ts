import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { concludedAgreement, openedCall, subsidyForm, type TestAgreement, type TestCall } from '../../support/grants.js';
import { declareIncome, finishedProject, notifyRoyalty, registeredTechnology } from '../../support/outcomes-of-grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const statement = async (agreementId: string) => (await Client.as('auditor').get(`/grant-agreements/${agreementId}/royalty`)).body.statement;

describe('claiming the government’s royalty', () => {
  itIsClosedTo('checker', 'notifyGrantRoyalty', (client) => client.post(`/grant-agreements/${NOWHERE}/royalty-notices`, { year: 2023, amountWon: '10' }));
  itFindsNothingAt((id) => notifyRoyalty(id, 2023, '10'));

  describe('S13: up to the cap of the whole life, and nothing the year after', () => {
    let project: { call: TestCall; agreement: TestAgreement };
    beforeAll(async () => {
      project = await finishedProject();
      const technologyId = await registeredTechnology(project.agreement.id);
      expectStatus(await declareIncome(technologyId, 2023, '3000000000'), 201);
      expectStatus(await declareIncome(technologyId, 2024, '4000000000'), 201);
    });

    it('shows before anything is claimed that the second year costs nothing', async () => {
      expect(await statement(project.agreement.id)).toMatchObject({
        payer: 'SME', grantWon: '150000000', capWon: '15000000',
        years: [{ year: 2023, computedWon: '15000000', noticeWon: '15000000', reason: 'FULL' }, { year: 2024, computedWon: '20000000', dueWon: '0', reason: 'CAP_REACHED' }],
      });
    });

    it('shows the entries beforehand, posts them, and is due ninety days later', async () => {
      const dry = await notifyRoyalty(project.agreement.id, 2023, '15000000', { dryRun: true });
      expect(dry.body).toMatchObject({ dryRun: true, amountWon: '15000000', verdicts: [{ rule: 'royalty-is-due', result: 'PASS' }, { rule: 'sales-are-declared', result: 'PASS' }] });
      expect(await balanceOf(project.call.account('grant.outcome-due'))).toBe(0n);
      const { body } = await notifyRoyalty(project.agreement.id, 2023, '15000000');
      // 2024-07-10 + 90 days.
      expect(body).toMatchObject({ dryRun: false, number: expect.stringMatching(/^RY-2024-\d{4}$/), dueOn: '2024-10-08', entries: [{ posting: 'grant.outcome-claimed' }] });
      expect([await balanceOf(project.call.account('grant.outcome-due')), await balanceOf(project.call.account('grant.outcome-receivable', body.id))]).toEqual([15_000_000n, 15_000_000n]);
    });

    it('refuses the next year, and the same year again, each with its reason', async () => {
      expect(refusal(await notifyRoyalty(project.agreement.id, 2024, '10'))).toEqual([422, 'rule.royalty-is-due']);
      expect(refusal(await notifyRoyalty(project.agreement.id, 2023, '15000000'))).toEqual([422, 'rule.royalty-is-due']);
      expect((await notifyRoyalty(project.agreement.id, 2024, '10', { dryRun: true })).body).toMatchObject({ id: null, verdicts: [{ result: 'BLOCK', inputs: { reason: 'CAP_REACHED' } }, { result: 'PASS' }], entries: [] });
    });
  });

  it('asks for tens of won, claims what a correction adds, and warns of who has not declared', async () => {
    const { agreement } = await finishedProject();
    const [first] = [await registeredTechnology(agreement.id, { use: 'LICENCE', contributionBasisPoints: undefined }), await registeredTechnology(agreement.id)];
    expectStatus(await declareIncome(first ?? '', 2023, '1234567'), 201);
    // 2.5 % are 30,864 won.
    expect(refusal(await notifyRoyalty(agreement.id, 2023, '30864'))).toEqual([400, 'grant-royalty.other-amount', '/amountWon']);
    const claimed = await notifyRoyalty(agreement.id, 2023, '30860');
    expect(claimed.body).toMatchObject({ amountWon: '30860', verdicts: [{ result: 'PASS' }, { rule: 'sales-are-declared', result: 'WARN' }] });
    expect((await declareIncome(first ?? '', 2023, '2234567')).body).toMatchObject({ turn: 2, statement: { years: [{ claimedWon: '30864', noticeWon: '25000' }] } });
    expectStatus(await notifyRoyalty(agreement.id, 2023, '25000'), 201);
  });

  it('refuses what is not owed at all', async () => {
    const silent = await finishedProject();
    expect(refusal(await notifyRoyalty(silent.agreement.id, 2023, '10'))).toEqual([422, 'rule.royalty-is-due']);
    expect(refusal(await notifyRoyalty(silent.agreement.id, 2023, '10', { noticeOn: '2099-01-01' }))).toEqual([400, 'grant-royalty.not-notified-yet', '/noticeOn']);
    const university = await finishedProject({ institution: 'NON_PROFIT', sources: [{ stage: 1, fiscalYear: 2021, source: 'GOVERNMENT', resource: 'CASH', amountWon: '100000000' }], lines: [{ stage: 1, fiscalYear: 2021, code: 'D4', resource: 'CASH', amountWon: '100000000' }] });
    const technologyId = await registeredTechnology(university.agreement.id, { use: 'LICENCE', contributionBasisPoints: undefined });
    expectStatus(await declareIncome(technologyId, 2023, '12345678'), 201);
    expect(refusal(await notifyRoyalty(university.agreement.id, 2023, '10'))).toEqual([422, 'rule.royalty-is-due']);
  });

  it('knows no royalty of a subsidy', async () => {
    const call = await openedCall({ regime: 'SUBSIDY' });
    const { id } = await concludedAgreement(call.id, {}, subsidyForm);
    expect(refusal(await notifyRoyalty(id, 2023, '10'))).toEqual([422, 'grant-royalty.not-research']);
  });

  describe('once per key', () => {
    let agreementId: string;
    beforeAll(async () => {
      agreementId = (await finishedProject()).agreement.id;
      const technologyId = await registeredTechnology(agreementId, { use: 'LICENCE', contributionBasisPoints: undefined });
      for (const year of [2022, 2023]) expectStatus(await declareIncome(technologyId, year, '40000000'), 201);
    });
    itWritesOncePerKey((ask, variation) => notifyRoyalty(agreementId, variation === 'first' ? 2022 : 2023, '1000000', {}, ask));
  });
});
