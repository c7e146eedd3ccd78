import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '#libs/sheet';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { capturedService, draftedRun, yearInUse, type TestRun, type TestUse } from '../../support/services.js';
import { withSql } from '../../support/sql.js';

const because = { reason: '지급 내역 보관' };

describe('taking a payment run away', () => {
  let use: TestUse;
  let run: TestRun;
  const text = async (answer: Answer): Promise<string> => JSON.stringify((await readWorkbook(answer.bytes)).sheets.map(({ rows }) => rows), (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

  beforeAll(async () => {
    use = await yearInUse(1);
    run = await draftedRun(use.year.id, [await capturedService(use.voucherIds[0] ?? '', use.provider.id)]);
  });

  itIsClosedTo('manager', 'downloadPaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/download`, because));
  itFindsNothingAt((id) => Client.as('finance').post(`/payment-runs/${id}/download`, because));

  it('covers the numbers, tells the lots of money apart, and keeps who took it and why', async () => {
    const answer = await Client.as('compliance').post(`/payment-runs/${run.id}/download`, because);
    expectStatus(answer, 200);
    const sheet = await text(answer);
    const { accountNumber } = use.provider;
    expect([sheet.includes(accountNumber), sheet.includes(accountNumber.slice(-4)), sheet.includes('정부지원금'), sheet.includes('2666666'), sheet.includes('666667')]).toEqual([false, true, true, true, true]);
    const rows = await withSql('AUDITOR', async (sql) => (await sql.query<{ login: string; reason: string }>(`select login, reason from access_log where action = 'payment-run.download' and subject_label = $1`, [run.number])).rows);
    expect(rows).toEqual([{ login: 'compliance', reason: because.reason }]);
  });
});
