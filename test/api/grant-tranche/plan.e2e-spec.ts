import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, plannedTranches, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const tranche = (changes: Json = {}): Json => ({ fiscalYear: 2021, label: '선급', amountWon: '75000000', plannedOn: '2021-04-01', ...changes });

describe('planning tranches', () => {
  let call: TestCall;
  const plan = (id: string, tranches: Json[], ask = {}) => finance.post(`/grant-agreements/${id}/tranches`, { tranches }, ask);

  beforeAll(async () => {
    call = await openedCall();
  });

  itIsClosedTo('checker', 'planGrantTranches', (client) => client.post(`/grant-agreements/${NOWHERE}/tranches`, { tranches: [tranche()] }));
  itFindsNothingAt((id) => plan(id, [tranche()]));
  itFindsNothingAt((id) => finance.get(`/grant-agreements/${id}/tranches`));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/tranches`));

  it('proposes 50, 30 and 20 in a hundred of what is not asked for, and says that the pattern is assumed', async () => {
    const { id } = await concludedAgreement(call.id);
    const { body } = await finance.get(`/grant-agreements/${id}/tranches`);
    expect(body).toMatchObject({ patternSource: 'ASSUMPTION', previousSpentBasisPoints: 5000, tranches: [] });
    expect((body.proposal as Json[]).map(({ label, amountWon }) => [label, amountWon])).toEqual([['선급', '75000000'], ['중도', '45000000'], ['잔금', '30000000']]);
  });

  it('takes the pattern of the call where it has one', async () => {
    const own = await openedCall({ terms: { 'grant.tranche-pattern': '선급 7000|잔금 3000' } });
    const { id } = await concludedAgreement(own.id);
    const { body } = await finance.get(`/grant-agreements/${id}/tranches`);
    expect([body.patternSource, (body.proposal as Json[]).map(({ label, amountWon }) => [label, amountWon])]).toEqual(['NOTICE', [['선급', '105000000'], ['잔금', '45000000']]]);
  });

  describe('and planning anew', () => {
    let agreementId: string;
    beforeAll(async () => {
      agreementId = (await concludedAgreement(call.id)).id;
    });
    itWritesOncePerKey((ask, variation) => plan(agreementId, [tranche({ amountWon: variation === 'first' ? '1000' : '2000' })], ask));

    it('drops what was not asked for and goes on counting', async () => {
      const { id } = await concludedAgreement(call.id);
      const [asked = ''] = await plannedTranches(id, ['75000000', '75000000']);
      await finance.post(`/grant-tranches/${asked}/request`, {});
      expectStatus(await plan(id, [tranche({ label: '중도', amountWon: '45000000' }), tranche({ label: '잔금', amountWon: '30000000' })]), 201);
      const { tranches } = (await finance.get(`/grant-agreements/${id}/tranches`)).body;
      expect((tranches as Json[]).map(({ number, state, amountWon }) => [number, state, amountWon])).toEqual([[1, 'REQUESTED', '75000000'], [3, 'PLANNED', '45000000'], [4, 'PLANNED', '30000000']]);
    });

    it.each([
      ['more than the government brings', [tranche({ amountWon: '100000000' }), tranche({ amountWon: '50000001' })], [400, 'grant-tranche.beyond-the-plan', '/tranches/1/amountWon']],
      ['money of a year that has none', [tranche({ fiscalYear: 2022 })], [400, 'grant-tranche.beyond-the-plan', '/tranches/0/amountWon']],
      ['own cash without an amount', [tranche({ conditions: [{ kind: 'OWN_CASH' }] })], [400, 'grant-tranche.condition-amount', '/tranches/0/conditions/0/amountWon']],
      ['a ratio of nothing', [tranche({ conditions: [{ kind: 'PREVIOUS_SPENT', basisPoints: 0 }] })], [400, 'grant-tranche.condition-ratio', '/tranches/0/conditions/0/basisPoints']],
      ['a report without a name', [tranche({ conditions: [{ kind: 'REPORT' }] })], [400, 'grant-tranche.condition-label', '/tranches/0/conditions/0/label']],
    ])('refuses %s', async (_what, tranches, expected) => {
      const { id } = await concludedAgreement(call.id);
      expect(refusal(await plan(id, tranches))).toEqual(expected);
    });
  });
});
