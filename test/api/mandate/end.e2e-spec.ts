import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { decidedRule, decideMandate } from '../../support/mandates.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('ending a rule of a mandate', () => {
  const [manager, compliance, auditor] = [Client.as('manager'), Client.as('compliance'), Client.as('auditor')];
  const end = (ruleId: string, endedOn = '2025-01-01') => compliance.post(`/mandates/${ruleId}/end`, { endedOn, reason: '조합원총회 의결' });
  const rulesOn = async (fundId: string, asOf: string): Promise<string[]> => ((await auditor.get(`/funds/${fundId}/obligations?asOf=${asOf}`)).body.positions as Json[]).map(({ rule }) => rule.id as string);

  itIsClosedTo('manager', 'endMandate', (client) => client.post(`/mandates/${NOWHERE}/end`, { endedOn: '2025-01-01', reason: '시험' }));
  itFindsNothingAt((id) => end(id));

  it('asks for nothing from that day on, and for all that it asked before', async () => {
    const { id } = await formFund(manager);
    const ruleId = await decidedRule(id, { ratioBasisPoints: 8000 });
    expect((await recordDeal(manager, id, '5000000000')).status).toBe(422);
    expectStatus(await end(ruleId), 201);
    expect([(await rulesOn(id, '2024-12-31')).includes(ruleId), (await rulesOn(id, '2025-01-01')).includes(ruleId)]).toEqual([true, false]);
    expectStatus(await recordDeal(manager, id, '5000000000'), 201);
  });

  it('happens once, and not before the rule began', async () => {
    const { id } = await formFund(manager);
    const ruleId = await decidedRule(id);
    expect(refusal(await end(ruleId, '2024-01-14'))).toEqual([400, 'mandate.ended-before-it-began', '/endedOn']);
    await end(ruleId);
    expect(refusal(await end(ruleId))).toEqual([409, 'mandate.ended-already']);
    expect(refusal(await decideMandate(id, { ruleId, effectiveFrom: '2025-06-01' }))).toEqual([409, 'mandate.ended']);
  });
});
