import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { businessNumber } from '../../support/funds.js';
import { pasteGrants } from '../../support/grant-registers.js';
import { openedCall } from '../../support/grants.js';
import { itIsClosedTo } from '../../support/routes.js';

const AGREEMENTS = '협약번호 | 과제명 | 수행기관 | 사업자등록번호 | 기관유형 | 협약일 | 수행 시작일 | 수행 종료일 | 정부지원금 | 기관부담 현금 | 기관부담 현물';
const BUDGET = '협약번호 | 비목코드 | 재원 | 당초 | 변경(증감)';

describe('a sheet of a register that is pasted', () => {
  itIsClosedTo('checker', 'pasteGrantRegister', (client) => client.post('/grant-registers/paste', { sheet: '협약', text: 'x' }));

  it('builds on what is on record: agreements first, their lines and expenses later', async () => {
    const call = await openedCall();
    const where = { callId: call.id };
    const rows = [AGREEMENTS, `시험-001 | 시작품 | (주)시험 | ${businessNumber()} | 중소기업 | 2021-04-01 | 2021-04-01 | 2021-12-31 | 75000000 | 2500000 | 22500000`];
    expectStatus(await pasteGrants('협약', rows, { ...where, amountWon: '75000000' }), 201);
    const lines = await pasteGrants('예산', [BUDGET, '시험-001 | D4 | 현금 | 77500000 | 0', '시험-001 | D1 | 현물 | 22500000 | 0', '시험-001 | D9 | 현물 | 1 | 0'], { ...where, amountWon: '0' });
    expect([lines.status, lines.body.fresh.budgets, lines.body.rejected]).toEqual([201, 2, 1]);
    const again = await pasteGrants('예산', [BUDGET, '시험-001 | D4 | 현금 | 77500000 | 0'], { ...where, dryRun: 'true' });
    expect([again.body.fresh.budgets, again.body.unchanged]).toEqual([0, 1]);
    const spent = ['집행번호 | 협약번호 | 비목코드 | 재원 | 집행일 | 거래처 | 거래처 사업자번호 | 적요 | 사용금액', `X-1 | 시험-001 | D4 | 현금 | 2021-05-06 | 소재 | ${businessNumber()} | 시약 | 80000000`];
    const over = await pasteGrants('집행', spent, { ...where, amountWon: '0' });
    expectStatus(over, 201);
    expect(over.body.sheets[0].rows.flatMap(({ remarks }: { remarks: { code: string }[] }) => remarks.map(({ code }) => code))).toContain('LINE_OVERSPENT');
  });
});
