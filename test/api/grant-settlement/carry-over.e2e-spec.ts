import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { today } from '../../support/services.js';
import { endedStage, finalize, settle, settled, spent, TWO_STAGES, worksheet, type TestStage } from '../../support/settlements.js';

const finance = Client.as('finance');
const YEAR = Number(today().slice(0, 4));

/** What is left of a stage goes on to the next one: column ① of its form (시행령 제20조제3항). */
describe('what a stage leaves to the next one', () => {
  let stage: TestStage;
  const carry = (amountWon: string, dryRun = false): Promise<Answer> => {
    const carried = { stage: 2, fiscalYear: YEAR, code: 'D8', resource: 'CASH', kind: 'CARRIED', amountWon };
    return finance.post(`/grant-agreements/${stage.agreement.id}/amendments`, { decidedOn: today(), reason: '단계 이월 승인', lines: [...(TWO_STAGES.form as { lines: Json[] }).lines, carried], dryRun });
  };
  const lineOf = (sheet: Json, code: string): Json => (sheet.form.lines as Json[]).find((line) => line.line === code && line.resource === 'CASH');

  beforeAll(async () => {
    stage = await endedStage(TWO_STAGES);
  }, 120_000);

  it('is not more than it has left', async () => {
    const over = await carry('3000001');
    expect([over.status, over.body.code]).toEqual([422, 'rule.carried-is-left']);
    expect((await carry('3000000', true)).body.verdicts).toContainEqual(expect.objectContaining({ rule: 'carried-is-left', result: 'PASS' }));
  });

  it('is not spent in the stage that it left', async () => {
    const own = await endedStage(TWO_STAGES);
    const carried = { stage: 2, fiscalYear: YEAR, code: 'D8', resource: 'CASH', kind: 'CARRIED', amountWon: '3000000' };
    expectStatus(await finance.post(`/grant-agreements/${own.agreement.id}/amendments`, { decidedOn: today(), reason: '단계 이월 승인', lines: [...(TWO_STAGES.form as { lines: Json[] }).lines, carried] }), 201);
    await spent(own.call.id, own.agreement.id, [['D8', '1']]);
    expect((await settle(own.agreement.id)).body.code).toBe('rule.carried-forward-is-left');
  });

  it('is not returned, stands in ① there, and can be spent', async () => {
    const before = await worksheet(stage.agreement.id);
    // 1,000,000 of D4 and 3,000,000 of D8 are left, 400,000 were not accepted; the state paid all of it.
    expect([before.form.returns.unusedWon, before.form.returns.returnedWon]).toEqual(['4000000', '4400000']);
    expectStatus(await carry('3000000'), 201);
    const [first, second] = [await worksheet(stage.agreement.id), await worksheet(stage.agreement.id, 2)];
    expect([first.form.returns.unusedWon, first.form.returns.returnedWon, lineOf(first, 'D8').carriedForwardWon]).toEqual(['1000000', '1400000', '3000000']);
    expect(lineOf(second, 'D8')).toMatchObject({ carriedWon: '3000000', plannedWon: '4000000', subtotalWon: '7000000', balanceWon: '7000000' });
    expect(lineOf(second, 'D4')).toMatchObject({ carriedWon: '0', subtotalWon: '6000000' });
    expectStatus(await finalize(await settled(stage.agreement.id)), 201);
    // The stage is final: what it left to the next one is neither more nor less any more.
    for (const amountWon of ['2000000', '3000001']) expect(refusal(await carry(amountWon))[1]).toBe('grant-stage.final');
    expect(await untiedGrants([stage.call.id])).toEqual([]);
  });
});
