import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../support/answers.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { expenseRow, record, rulesOf } from '../support/expenses.js';
import { made } from '../support/grants.js';
import { untiedGrants } from '../support/grant-ties.js';
import { pdfText, workbookText } from '../support/packs.js';
import { today } from '../support/services.js';
import { endedStage, finalize, settle, SME_FORM, spent, TV12 } from '../support/settlements.js';
import { balanceOf } from '../support/sql.js';

const YEAR = Number(today().slice(0, 4));
const finance = Client.as('finance');

/** S7: the prototype of TV-12, whose research allowance (D9) was agreed a million won too low. */
describe('a grant for a prototype', () => {
  it('has its allowance raised by approval, is settled at 11,315,000 won, and its form 7 leaves as it was decided', async () => {
    const lines = (SME_FORM.lines as Json[]).map((each) => (each.code === 'D9' ? { ...each, amountWon: '4000000' } : each.code === 'D8' ? { ...each, amountWon: '16000000' } : each));
    const { call, agreement } = await endedStage({ ...TV12, form: { ...SME_FORM, lines }, spent: [] });
    const [allowance, activities] = [call.account('grant.line', agreement.lineOf('D9')), call.account('grant.line', agreement.lineOf('D8'))];

    const early = await record(call.id, [expenseRow(agreement.id, { line: 'D9', spentOn: `${YEAR}-03-10`, supplyWon: '5000000', vatWon: '0' })], { dryRun: true });
    expect((early.body.refused as Json[]).flatMap(rulesOf)).toContain('BLOCK line-covers-the-expense');

    const change: Json = { decidedOn: today(), reason: '연구수당 지급률 조정', transfers: [{ fiscalYear: YEAR, from: 'D8', to: 'D9', amountWon: '1000000' }] };
    const notice = await finance.post(`/grant-agreements/${agreement.id}/notices`, change);
    expect([notice.status, notice.body.code, notice.body.rule.clause]).toEqual([422, 'rule.notice-needs-no-approval', expect.stringContaining('제14조제2항제3호')]);
    expect(await balanceOf(allowance)).toBe(4_000_000n);
    expect(made('the approval', await finance.post(`/grant-agreements/${agreement.id}/amendments`, change))).toMatchObject({ version: 2, need: 'APPROVAL' });
    expect([await balanceOf(allowance), await balanceOf(activities)]).toEqual([5_000_000n, 15_000_000n]);

    await spent(call.id, agreement.id, TV12.spent);
    const { id, noticeWon } = made('the settlement', await settle(agreement.id)) as { id: string; noticeWon: string };
    expect(noticeWon).toBe('11315000');
    // 9,300,000 × 150/155, the shortage in kind, and the government's part of 325,500 won of interest.
    expect((await Client.as('auditor').get(`/grant-settlements/${id}`)).body.form.returns).toMatchObject({ unusedWon: '6200000', disallowedWon: '3100000', totalWon: '11315000' });
    expect(made('the end of it', await finalize(id)).recovery).toMatchObject({ demandedWon: '11315000' });
    expect(refusal(await finance.post(`/grant-agreements/${agreement.id}/amendments`, change))).toEqual([409, 'grant-stage.final']);
    expect(await untiedGrants([call.id])).toEqual([]);

    const take = async (format: string): Promise<Answer> => {
      const answer = await Client.as('compliance').post(`/reports/grant-form/${id}/downloads`, { format, reason: '정산 결과 통보' });
      expectStatus(answer, 200);
      return answer;
    };
    const [pdf, xlsx] = [await take('pdf'), await take('xlsx')];
    expect([pdf, xlsx].map(({ headers }) => headers.get('content-type'))).toEqual(['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    // Both helpers leave out commas and spaces.
    for (const text of [await pdfText(pdf), await workbookText(xlsx)]) expect(text).toContain('11315000');
  });
});
