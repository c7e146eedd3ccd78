import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '#libs/sheet';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { capturedService, draftedBatch, yearInUse, type TestUse } from '../../support/services.js';
import { withSql } from '../../support/sql.js';

const because = { reason: '은행 이체 제출' };

describe('taking a batch of payments away', () => {
  const [finance, compliance] = [Client.as('finance'), Client.as('compliance')];
  let use: TestUse;
  let batchId: string;
  let number: string;
  const text = async (answer: Answer): Promise<string> => JSON.stringify((await readWorkbook(answer.bytes)).sheets.map(({ rows }) => rows), (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

  beforeAll(async () => {
    use = await yearInUse(1);
    number = use.provider.accountNumber;
    batchId = await draftedBatch(use.year.id, [await capturedService(use.voucherIds[0] ?? '', use.provider.id)]);
  });

  itIsClosedTo('manager', 'downloadPaymentBatch', (client) => client.post(`/payment-batches/${NOWHERE}/download`, because));
  itIsClosedTo('compliance', 'unmaskPaymentBatch', (client) => client.post(`/payment-batches/${NOWHERE}/transfer-file`, because));
  itFindsNothingAt((id) => finance.post(`/payment-batches/${id}/download`, because));
  itIsClosedTo('manager', 'getPaymentBatch', (client) => client.get(`/payment-batches/${NOWHERE}`));
  itIsClosedTo('admin', 'listPaymentBatches', (client) => client.get(`/voucher-years/${NOWHERE}/payment-batches`));

  it('covers the numbers for whoever only keeps it on record', async () => {
    const answer = await compliance.post(`/payment-batches/${batchId}/download`, because);
    expectStatus(answer, 200);
    const sheet = await text(answer);
    expect([sheet.includes(number), sheet.includes(number.slice(-4)), sheet.includes('3333333')]).toEqual([false, true, true]);
  });

  it('shows them to whoever takes it to the bank, and both are on record with the reason', async () => {
    const answer = await finance.post(`/payment-batches/${batchId}/transfer-file`, because);
    expectStatus(answer, 200);
    expect(await text(answer)).toContain(number);
    const rows = await withSql('AUDITOR', async (sql) => (await sql.query<{ login: string; action: string }>(`select login, action from access_log where reason = $1 and subject_label like 'PAY-%' order by id desc limit 2`, [because.reason])).rows);
    expect(rows.map(({ login, action }) => `${login} ${action}`).sort()).toEqual(['compliance payment-batch.download', 'finance bank-account.unmask']);
  });
});
