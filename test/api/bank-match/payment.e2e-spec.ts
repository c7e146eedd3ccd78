import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { importedLines, ownAmount, pasteLines } from '../../support/bank.js';
import { Client, type Json } from '../../support/client.js';
import { bestOf } from '../../support/custodian.js';
import { statement } from '../../support/statement.js';
import { exportedRun, owedTranche, payingCall, runPage, stateOfDebt, type Debt, type PayingCall } from '../../support/payments.js';
import { scopedPerson } from '../../support/scoped.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

interface Paid {
  readonly run: { readonly id: string; readonly number: string };
  readonly debt: Debt;
  readonly amountWon: string;
  readonly accountId: string;
  readonly item: Json;
  readonly line: Json;
}

describe('a line of the bank that is a payment of a run', () => {
  let call: PayingCall;
  /** Neither released the run nor brought the statement in. */
  let second: Client;
  const on = today();

  beforeAll(async () => {
    call = await payingCall();
    second = await scopedPerson('FINANCE_CHECKER', ['*']);
  });

  /** A run of one line that the bank was told of, and the line of the bank that pays it. */
  async function withdrawn(): Promise<Paid> {
    const amountWon = ownAmount();
    const debt = await owedTranche(call.id, { amountWon });
    const run = await exportedRun(call.book, [debt.payableId], amountWon);
    const { accountId } = await importedLines({ on, withdrawal: amountWon, from: debt.payee, memo: run.number });
    const line = ((await second.get(`/bank-lines?accountId=${accountId}&from=${on}&to=${on}`)).body.lines as Json[])[0] as Json;
    return { run, debt, amountWon, accountId, line, item: bestOf(line) };
  }

  it('is waited for, and tells what confirming it does', async () => {
    const { line, run } = await withdrawn();
    expect((line.candidates as Json[])[0]).toMatchObject({ certainty: 'CERTAIN', records: [{ kind: 'payment.run-line', isRecorded: false, label: expect.stringContaining(run.number), confirming: { en: 'Confirms it as paid and books it' } }] });
  });

  it('is paid and booked by confirming it', async () => {
    const { item, debt, run, amountWon } = await withdrawn();
    const payable = call.account('grant.payable', debt.agreementId);
    expectStatus(await second.post('/bank-matches', { items: [item], dryRun: true }), 201);
    expect([await stateOfDebt(debt.payableId), await balanceOf(payable)]).toEqual(['IN_RUN', BigInt(amountWon)]);
    expectStatus(await second.post('/bank-matches', { items: [item] }), 201);
    expect([await stateOfDebt(debt.payableId), await balanceOf(payable), (await runPage(run.id)).standing]).toEqual(['PAID', 0n, 'SETTLED']);
  });

  it('is refused to who released the run, and nothing is paid', async () => {
    const { item, debt } = await withdrawn();
    const refused = await Client.as('checker').post('/bank-matches', { items: [item] });
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('confirmer-is-not-the-releaser')]);
    expect(await stateOfDebt(debt.payableId)).toBe('IN_RUN');
  });

  it('is owed again where the bank takes it back, and no line and no record is left over', async () => {
    const { item, debt, amountWon, accountId } = await withdrawn();
    expectStatus(await second.post('/bank-matches', { items: [item] }), 201);
    const back = await pasteLines(accountId, statement({ on, withdrawal: `-${amountWon}`, from: debt.payee }));
    expect([back.status, back.body.reversed]).toEqual([201, 1]);
    expect([await stateOfDebt(debt.payableId), await balanceOf(call.account('grant.payable', debt.agreementId))]).toEqual(['OWED', BigInt(amountWon)]);
    const waiting = (await second.get(`/reconciliation/exceptions?accountId=${accountId}&from=${on}&to=${on}`)).body as Json[];
    expect(waiting.filter((each) => BigInt((each.amountWon as string | null) ?? 0) ** 2n === BigInt(amountWon) ** 2n)).toEqual([]);
  });

  it('stays paid where a person undoes the match, and is offered again as what was paid', async () => {
    const { item, debt, accountId } = await withdrawn();
    const done = await second.post('/bank-matches', { items: [item] });
    expectStatus(await second.post(`/bank-matches/${done.body.matches[0].id as string}/undo`, { reason: '다른 건의 출금' }), 200);
    expect(await stateOfDebt(debt.payableId)).toBe('PAID');
    const [line] = (await second.get(`/bank-lines?accountId=${accountId}&from=${on}&to=${on}`)).body.lines as Json[];
    expect(line).toMatchObject({ state: 'OPEN', candidates: [{ certainty: 'CERTAIN', records: [{ kind: 'payment.run-line', isRecorded: true, confirming: null }] }] });
  });
});
