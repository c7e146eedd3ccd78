import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { workbook } from '../../support/rosters.js';

const finance = Client.as('finance');

describe('reading a list of expenses', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const paste = (rows: readonly string[]): Promise<Json> => finance.post(`/grant-calls/${call.id}/expense-readings`, { text: rows.join('\n').replaceAll(' | ', '\t') }).then(({ body }) => body as Json);

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('admin', 'readGrantExpenses', (client) => client.post(`/grant-calls/${NOWHERE}/expense-readings`, { text: 'x' }));
  itIsClosedTo('admin', 'readGrantExpenseFile', (client) => client.upload(`/grant-calls/${NOWHERE}/expense-files`, Buffer.from('x'), 'a.csv'));
  itFindsNothingAt((id) => finance.post(`/grant-calls/${id}/expense-readings`, { text: 'x' }));

  it('takes the names of columns that the national systems use, dates and amounts as people write them', async () => {
    const { missing, rows } = await paste(['과제번호 | 사용일자 | 세목명 | 가맹점명 | 사업자등록번호 | 사용용도 | 집행금액 | 부가가치세 | 결제수단 | 카드승인번호', `${agreement.number} | 2021. 6. 11. | 연구재료비 | (주)소재 | 143-86-97859 | 시약 | 1,200,000원 | 120,000 | 신용카드 | 32525058`]);
    expect(missing).toEqual([]);
    expect(rows[0]).toMatchObject({ agreementId: agreement.id, line: 'D4', resource: 'CASH', spentOn: '2021-06-11', payeeNumber: '1438697859', supplyWon: '1200000', vatWon: '120000', evidenceKind: 'CARD', evidenceNumber: '32525058', remarks: [] });
  });

  it('keeps what it cannot read as it stands, with the member at fault', async () => {
    const { rows } = await paste(['집행일 | 비목코드 | 거래처 | 거래처 사업자번호 | 적요 | 사용금액', '2021-13-40 | D99 | 상점 | 143-86-97850 | 물품 | 백만']);
    expect([rows[0].spentOn, rows[0].line, rows[0].supplyWon]).toEqual(['2021-13-40', 'D99', '백만']);
    expect(rows[0].remarks.map(({ field }: Json) => field).sort()).toEqual(['payeeNumber', 'spentOn', 'supplyWon']);
  });

  it('says which columns are missing', async () => {
    expect((await paste(['적요 | 비고', '물품 | -'])).missing).toEqual(['비목코드', '집행일', '거래처', '사용금액']);
  });

  it('reads the sheet of a workbook that is a list of expenses', async () => {
    const answer = await finance.upload(`/grant-calls/${call.id}/expense-files`, workbook('prototype-grants'), 'prototype-grants.xlsx');
    expectStatus(answer, 200);
    expect([answer.body.rows.length, answer.body.rows[0].evidenceKind]).toEqual([80, 'CARD']);
  });
});
