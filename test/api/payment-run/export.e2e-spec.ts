import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { elementsAt, elementsOf, faultsOfPain001 } from '../../support/pain-001.js';
import { draftedRun, exportRun, owedTranche, payingCall, releasedRun, runPage, stepRun, type Debt, type PayingCall } from '../../support/payments.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { withSql } from '../../support/sql.js';

describe('the file of a payment run for the bank', () => {
  let call: PayingCall;
  let debts: Debt[];
  let run: { id: string; number: string };

  beforeAll(async () => {
    call = await payingCall();
    debts = [await owedTranche(call.id, { amountWon: '3000000', name: '(주)가 & 나' }), await owedTranche(call.id, { amountWon: '2000000' })];
    run = await releasedRun(call.book, debts.map(({ payableId }) => payableId), '5000000');
  });

  itIsClosedTo('manager', 'exportPaymentRun', (client) => client.post(`/payment-runs/${NOWHERE}/export`, { format: 'PAIN_001', reason: '은행 이체 접수' }));
  itFindsNothingAt((id) => exportRun(id));

  it('is a pain.001.001.09 by the rules of its schema, with every number in the open and a structured address', async () => {
    const answer = await exportRun(run.id);
    expectStatus(answer, 200);
    expect([answer.headers.get('content-disposition')?.includes(`${run.number}.xml`), answer.headers.get('cache-control')]).toEqual([true, 'private, no-store']);
    expect(await faultsOfPain001(answer.bytes)).toEqual([]);
    const root = await elementsOf(answer.bytes);
    const at = (...path: string[]): string[] => elementsAt(root, 'CstmrCdtTrfInitn', 'PmtInf', ...path).map(({ text }) => text);
    const [line, other] = await inRunOrder(run.id, debts);
    expect(at('CdtTrfTxInf', 'CdtrAcct', 'Id', 'Othr', 'Id')).toEqual([line?.accountNumber, other?.accountNumber]);
    expect(at('DbtrAcct', 'Id', 'Othr', 'Id')).toEqual([call.accountNumber]);
    expect([at('CtrlSum'), at('ReqdExctnDt', 'Dt'), at('Dbtr', 'PstlAdr', 'PstCd')]).toEqual([['5000000'], [today()], ['34129']]);
    expect((await runPage(run.id)).standing).toBe('EXPORTED');
  });

  it('is the same file for whoever asks for it again, and is on record once', async () => {
    const [first, again] = [await exportRun(run.id), await stepRun(run.id, 'export', { format: 'PAIN_001', reason: '은행 재전송' }, {}, 'checker')];
    expect(first.bytes.equals(again.bytes)).toBe(true);
    const bulk = [await exportRun(run.id, 'BULK_TRANSFER'), await exportRun(run.id, 'BULK_TRANSFER')];
    expect(bulk[0]?.bytes.equals(bulk[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(bulk[0]?.bytes.toString('latin1').split('\r\n').map(({ length }) => length)).toEqual([120, 120, 120, 120, 0]);
    const { files, steps } = await runPage(run.id);
    expect((files as Json[]).map(({ format }) => format)).toEqual(['PAIN_001', 'BULK_TRANSFER']);
    expect((steps as Json[]).filter(({ what }) => what === 'export').length).toBeGreaterThanOrEqual(4);
  });

  it('gives the same bytes for the same key, as for any other', async () => {
    const key = `once-${crypto.randomUUID()}`;
    const [first, again] = [await exportRun(run.id, 'PAIN_001', { key }), await exportRun(run.id, 'PAIN_001', { key })];
    expect(first.bytes.equals(again.bytes)).toBe(true);
    expect(refusal(await exportRun(run.id, 'BULK_TRANSFER', { key }))).toEqual([409, 'idempotency.key-reused']);
  });

  it('leaves only after the release, with a reason, and says who took it', async () => {
    const draft = await draftedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(refusal(await exportRun(draft.id))).toEqual([409, 'payment-run.not-in-this-state']);
    expect(refusal(await stepRun(run.id, 'export', { format: 'PAIN_001' }))).toEqual([400, 'request.invalid', '/reason']);
    expect(refusal(await stepRun(run.id, 'export', { format: 'MT101', reason: '은행 이체 접수' }))[1]).toBe('request.invalid');
    const log = await withSql('OWNER', (sql) => sql.query<{ reason: string; count: number }>(`select reason, subject_count as count from access_log where action = 'bank-account.unmask' and subject_label = $1 order by id limit 1`, [`${run.number} 이체파일`]));
    expect(log.rows).toEqual([{ reason: '은행 이체 접수', count: 3 }]);
  });

  it('is refused under its old name where it is not the old file any more', async () => {
    const other = await releasedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expectStatus(await exportRun(other.id), 200);
    await withSql('OWNER', async (sql) => {
      await sql.query(`set session_replication_role = replica`);
      await sql.query(`update payment_run_file set sha256 = repeat('0', 64) where run_id = $1`, [other.id]);
    });
    expect(refusal(await exportRun(other.id))).toEqual([409, 'payment-run.file-changed']);
  });
});

/** The debts in the order of the lines of their run. */
async function inRunOrder(runId: string, debts: readonly Debt[]): Promise<(Debt | undefined)[]> {
  const { items } = await runPage(runId);
  expect((await Client.as('finance').get('/payment-runs')).status).toBe(200);
  return (items as { payableId: string }[]).map(({ payableId }) => debts.find((each) => each.payableId === payableId));
}
