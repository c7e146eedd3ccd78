import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { agreementForm, concludedAgreement } from '../../support/grants.js';
import { nextSecond } from '../../support/packs.js';
import { digitsOf, tableOf, totalsOf } from '../../support/reports.js';
import { endedStage, settled, SME_FORM, TV12, worksheet } from '../../support/settlements.js';

/** Form 7 of a lead tells of its joint institutions too, and adds up what they say (별지 제7호서식). */
describe('the form of a project', () => {
  const forms: { readonly settlementId: string; readonly totalWon: number; readonly noticeWon: number }[] = [];
  beforeAll(async () => {
    const lead = await endedStage(TV12);
    const organisation = (agreementForm() as { organisation: Json }).organisation;
    const joint = await concludedAgreement(lead.call.id, { ...SME_FORM, organisation, title: '공동 시작품', role: 'JOINT', leadId: lead.agreement.id });
    for (const id of [lead.agreement.id, joint.id]) {
      const { form } = await worksheet(id);
      forms.push({ settlementId: await settled(id), totalWon: Number(form.returns.totalWon), noticeWon: Number(form.returns.noticeWon) });
    }
    await nextSecond();
  }, 120_000);

  const report = async (index: number): Promise<Json> => {
    const answer = await Client.as('compliance').get(`/reports/grant-form/${forms[index]?.settlementId ?? ''}`);
    expectStatus(answer, 200);
    return answer.body as Json;
  };

  it('is the sum of its institutions, the lead first', async () => {
    const [returns, sum] = [tableOf(await report(0), 'project', 2), totalsOf(await report(0), 'project', 2)];
    expect(returns.map(({ institution }) => institution)).toEqual([expect.stringContaining('주관'), expect.stringContaining('공동'), '과제 합계']);
    expect(returns.slice(0, 2).map(({ totalWon }) => digitsOf(totalWon))).toEqual(forms.map(({ totalWon }) => totalWon));
    expect([digitsOf(sum['totalWon']), digitsOf(sum['noticeWon'])]).toEqual([forms.reduce((all, { totalWon }) => all + totalWon, 0), forms.reduce((all, { noticeWon }) => all + noticeWon, 0)]);
    // Both brought 200 million in the year; the form tells it in thousands.
    expect(totalsOf(await report(0), 'project', 0)['totalCount']).toBe('400,000');
  });

  it('stands in the form of the lead alone', async () => {
    expect(((await report(1)).sections as Json[]).map(({ id }) => id)).not.toContain('project');
  });
});
