import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { camt054Return, pain002 } from '../../support/bank-answers.js';
import { pasteLines } from '../../support/bank.js';
import { registered } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { statement } from '../../support/statement.js';
import { ADDRESS } from '../../support/paying-accounts.js';
import { capturedService, debtsOf, draftedRun, exportedRun, paidRun, payableProvider, release, stateOf, step, today, yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

const YESTERDAY = new Date(Date.now() - 15 * 3_600_000).toISOString().slice(0, 10);

describe('claims of vouchers in payment runs', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  const captured = (index: number, supplyWon: string, providerId = use.provider.id): Promise<string> => capturedService(use.voucherIds[index] ?? '', providerId, { supplyWon });
  const preview = async (serviceIds: readonly string[]): Promise<Json> => (await finance.post('/payment-runs', { book: use.year.book, payableIds: await debtsOf(serviceIds), dryRun: true })).body as Json;
  const answer = (runId: string, content: string) => finance.post(`/payment-runs/${runId}/answer`, { fileName: 'answer.xml', content });
  const balances = async (): Promise<bigint[]> => Promise.all([balanceOf(use.year.account('voucher.appropriation')), balanceOf(use.year.account('voucher.custody')), balanceOf(use.year.account('voucher.payable-public', use.provider.partyId))]);

  beforeAll(async () => {
    use = await yearInUse(4);
  });

  it('leave all at once, own and public money told apart, and are booked when the bank has paid', async () => {
    const ids = [await captured(0, '100000'), await captured(0, '50000'), await captured(1, '200000')];
    const before = await balances();
    const due = (await finance.get(`/payables?book=${encodeURIComponent(use.year.book)}`)).body as { totalWon: string; payables: { amountWon: string; parts: Json[] }[] };
    expect([due.totalWon, due.payables.length, due.payables.find(({ amountWon }) => amountWon === '100000')?.parts.map(({ amountWon }) => amountWon as string)]).toEqual(['350000', 3, ['80000', '20000']]);
    const run = await exportedRun(use.year.id, ids);
    expect([await balances(), await stateOf(ids[0] ?? '')]).toEqual([before, 'CAPTURED']);
    const lines = ((await Client.as('auditor').get(`/payment-runs/${run.id}`)).body.items as { lineNo: number; amountWon: string }[]).map(({ lineNo, amountWon }) => ({ lineNo, status: 'ACSC' as const, amountWon }));
    expectStatus(await answer(run.id, pain002(run.number, lines)), 200);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['PAID', 'PAID', 'PAID']);
    const after = await balances();
    expect(before.map((won, at) => won - (after[at] ?? 0n))).toEqual([280_000n, 70_000n, 280_000n]);
    const service = (await finance.get(`/services/${ids[0] ?? ''}`)).body;
    expect([service.paymentRunId, service.paymentNumber]).toEqual([run.id, run.number]);
  });

  it('are owed again when the bank rejects them, and leave for another account; sent back, they are undone in the books', async () => {
    const payee = await payableProvider(use.year.id);
    const id = await captured(2, '30000', payee.id);
    const run = await exportedRun(use.year.id, [id]);
    expectStatus(await answer(run.id, pain002(run.number, [{ lineNo: 1, status: 'RJCT', amountWon: '30000', reasonCode: 'AC04' }])), 200);
    expect(await stateOf(id)).toBe('CAPTURED');
    await finance.post(`/bank-accounts/${payee.accountId}/close`, { closedOn: YESTERDAY, reason: '해지된 계좌' });
    expect(((await preview([id])).refused as Json[]).map(({ code }) => code as string)).toEqual(['payable.no-account']);
    const { number } = await registered({ partyId: payee.partyId, holder: payee.name });
    const again = await exportedRun(use.year.id, [id]);
    const file = (await finance.post(`/payment-runs/${again.id}/export`, { format: 'PAIN_001', reason: '은행 이체 접수' })).bytes.toString();
    expect([file.includes(number), file.includes(payee.accountNumber)]).toEqual([true, false]);
    expectStatus(await finance.post(`/payment-runs/${again.id}/confirm`, { paidOn: today() }), 200);
    const payable = use.year.account('voucher.payable-public', payee.partyId);
    expect([await stateOf(id), await balanceOf(payable)]).toEqual(['PAID', 0n]);
    const returned = await answer(again.id, camt054Return(again.number, 1, '30000'));
    expect((returned.body.entries as Json[]).map(({ posting }) => posting as string)).toEqual(['voucher.payment-returned']);
    expect([await stateOf(id), await balanceOf(payable), (await debtsOf([id])).length]).toEqual(['CAPTURED', 24_000n, 1]);
    await paidRun(use.year.id, [id]);
    expect([await stateOf(id), await balanceOf(payable)]).toEqual(['PAID', 0n]);
  });

  it('do not come back from the bank once the provider has given some of it back', async () => {
    const id = await captured(2, '40000');
    const run = await paidRun(use.year.id, [id]);
    expectStatus(await step(id, 'refund', { kind: 'PRO_RATA', supplyWon: '1000', reason: '일부 환불' }), 200);
    expect(refusal(await answer(run.id, camt054Return(run.number, 1, '40000')))).toEqual([409, 'service.refunded-before-return']);
  });

  it('stay where they are when whoever is paid, or the company, closed yesterday (S6)', async () => {
    const payee = await payableProvider(use.year.id);
    const [drafted, waiting] = [await captured(3, '3000', payee.id), await captured(3, '4000', payee.id)];
    const run = await draftedRun(use.year.id, [drafted]);
    await finance.post('/business-statuses', { partyId: payee.partyId, status: 'CLOSED', effectiveOn: YESTERDAY });
    expect(((await preview([waiting])).refused as Json[]).map(({ code }) => code as string)).toEqual(['rule.payee-is-in-business']);
    expect(refusal(await release(run.id))).toEqual([422, 'rule.payee-is-in-business']);

    const other = await yearInUse(1);
    const id = await capturedService(other.voucherIds[0] ?? '', other.provider.id, { supplyWon: '5000' });
    const late = await draftedRun(other.year.id, [id]);
    const company = (await finance.get(`/services/${id}`)).body.company as string;
    const companies = (await finance.get(`/parties?search=${encodeURIComponent(company)}`)).body as Json[];
    await finance.post('/business-statuses', { partyId: companies.find(({ name }) => name === company)?.id, status: 'CLOSED', effectiveOn: YESTERDAY });
    expect(refusal(await release(late.id))).toEqual([422, 'rule.nothing-hinders-the-lines']);
    expect(await stateOf(id)).toBe('CAPTURED');
  });
});

describe('the account at the bank', () => {
  const finance = Client.as('finance');

  it('is asked when a run is drafted: unknown and old balances are remarked on, too little on the day stops it', async () => {
    const use = await yearInUse(1);
    const { id: bankAccountId } = await registered({ bankCode: '011' });
    expectStatus(await finance.post('/paying-accounts', { book: use.year.book, bankAccountId, effectiveFrom: today(), ...ADDRESS }), 201);
    const payableIds = await debtsOf([await capturedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '100000' })]);
    const body = { book: use.year.book, payableIds };
    const said = async (): Promise<string> => ((await finance.post('/payment-runs', { ...body, dryRun: true })).body.verdicts as Json[]).find(({ rule }) => rule === 'bank-has-the-money')?.result as string;
    expect(await said()).toBe('WARN');

    const opened = await finance.post('/statement-accounts', { bankAccountId, name: '지급 계좌', keptFrom: '2024-01-01' });
    expectStatus(opened, 201);
    const told = async (balance: string, on: string): Promise<void> => expectStatus(await pasteLines(opened.body.id as string, statement({ on, deposit: '1000', balance, memo: '예산 교부' })), 201);
    await told('99999', '2024-03-04');
    expect(await said()).toBe('WARN');
    await told('99999', today());
    expect(await said()).toBe('BLOCK');
    expect(refusal(await finance.post('/payment-runs', { ...body, totalWon: '100000' }))).toEqual([422, 'rule.bank-has-the-money']);
    await told('100999', today());
    expect(await said()).toBe('PASS');
    expectStatus(await finance.post('/payment-runs', { ...body, totalWon: '100000' }), 201);
  });
});
