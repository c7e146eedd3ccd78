import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { expenseRow, record, rulesOf, taxInvoice } from '../../support/expenses.js';
import { businessNumber } from '../../support/funds.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, yearInUse } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

describe('recording what a project spends', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const row = (changes: Json = {}): Json => expenseRow(agreement.id, changes);
  const balance = (chart: string, part: string): Promise<bigint> => balanceOf(call.account(chart, part));

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('checker', 'recordGrantExpenses', (client) => client.post(`/grant-calls/${NOWHERE}/expenses`, { items: [expenseRow(NOWHERE)] }));

  it('finds no call that is not there, and no agreement of another call', async () => {
    expect(refusal(await record(NOWHERE, [row()]))[0]).toBe(404);
    const other = await openedCall();
    expect(refusal(await record(other.id, [row()]))).toEqual([400, 'grant-expense.unknown-agreement', '/items/0/agreementId']);
  });

  let once: Json = null;
  itWritesOncePerKey(async (ask, variation) => {
    once ??= row({ supplyWon: '1000' });
    return record(call.id, [variation === 'first' ? once : { ...once, supplyWon: '2000' }], {}, ask);
  });

  it('moves the line and the cash of the project, and numbers without gaps', async () => {
    const mine = await concludedAgreement(call.id);
    const [line, cash] = [call.account('grant.line', mine.lineOf('D4')), call.account('grant.project-cash', mine.id)];
    const items = [expenseRow(mine.id), expenseRow(mine.id, { resource: 'IN_KIND', line: 'D1', evidenceKind: 'IN_KIND', evidenceNumber: 'K-01', vatWon: '0', supplyWon: '7000000' })];
    const answer = await record(call.id, items);
    expectStatus(answer, 201);
    expect(answer.body.recorded.map((each: Json) => each.number)).toEqual([`${mine.number}-E001`, `${mine.number}-E002`]);
    expect([await balanceOf(line), await balanceOf(cash)]).toEqual([79_500_000n, -500_000n]);
    expect(await balance('grant.line-used', mine.lineOf('D1/IN_KIND'))).toBe(7_000_000n);
    expect(answer.body.lines).toContainEqual(expect.objectContaining({ code: 'D4', leftBeforeWon: '80000000', leftAfterWon: '79500000' }));
  });

  it('shows in a dry run every verdict and what would be left, and records nothing', async () => {
    const before = await balance('grant.line', agreement.lineOf('D4'));
    const preview = await record(call.id, [row(), row({ line: 'D3' }), row({ evidenceNumber: undefined, supplyWon: '400000' })], { dryRun: true });
    expectStatus(preview, 201);
    expect(preview.body).toMatchObject({ dryRun: true, totalWon: '900000', recorded: [{ index: 0, id: null }, { index: 2, id: null }], refused: [{ index: 1 }] });
    expect(preview.body.postings).toHaveLength(2);
    expect(rulesOf(preview.body.recorded[1])).toEqual(['WARN evidence-is-named']);
    expect(await balance('grant.line', agreement.lineOf('D4'))).toBe(before);
  });

  it.each([
    ['an unlisted line', { line: 'D3' }, 'BLOCK line-is-agreed', 'line'],
    ['a line that is agreed in cash only', { resource: 'IN_KIND' }, 'BLOCK line-is-agreed', 'line'],
    ['a day before the agreement', { spentOn: '2021-03-01' }, 'BLOCK expense-falls-into-the-period', 'spentOn'],
    ['a day after the period', { spentOn: '2022-01-05' }, 'BLOCK expense-falls-into-the-period', 'spentOn'],
    ['what was ordered before the agreement', { committedOn: '2021-02-01' }, 'BLOCK expense-falls-into-the-period', 'spentOn'],
    ['VAT that the company deducts', { chargesVat: true }, 'BLOCK deductible-vat-is-not-charged', 'chargesVat'],
    ['more than the line has', { supplyWon: '80000001' }, 'BLOCK line-covers-the-expense', 'supplyWon'],
    ['an invoice number that is none', { evidenceNumber: '2021' }, 'BLOCK evidence-is-named', 'evidenceNumber'],
  ])('refuses %s with its article, at its field', async (_what, changes, rule, field) => {
    const answer = await record(call.id, [row(changes)], { dryRun: true });
    expectStatus(answer, 201);
    expect(rulesOf(answer.body.refused[0])[0]).toBe(rule);
    const verdict = answer.body.refused[0].verdicts[0];
    expect([verdict.inputs.field, verdict.clause.length > 0]).toEqual([field, true]);
    expect(refusal(await record(call.id, [row(changes)]))).toEqual([422, `rule.${rule.replace('BLOCK ', '')}`]);
  });

  it('accepts after the period what was ordered within it', async () => {
    expectStatus(await record(call.id, [row({ spentOn: '2022-01-07', committedOn: '2021-12-20', supplyWon: '1000' })]), 201);
  });

  it('lets a university charge the VAT that it cannot deduct', async () => {
    const plan = { institution: 'NON_PROFIT', sources: [{ stage: 1, fiscalYear: 2021, source: 'GOVERNMENT', resource: 'CASH', amountWon: '10000000' }], lines: [{ stage: 1, fiscalYear: 2021, code: 'D4', resource: 'CASH', amountWon: '10000000' }] };
    const university = await concludedAgreement(call.id, plan);
    const answer = await record(call.id, [expenseRow(university.id, { chargesVat: true })]);
    expectStatus(answer, 201);
    expect(answer.body.recorded[0].amountWon).toBe('550000');
    expect(await balance('grant.line', university.lineOf('D4'))).toBe(9_450_000n);
  });

  it('warns of fines, of missing papers and of what looks like the same purchase, and records it all the same', async () => {
    const twin = row({ supplyWon: '21000000', purpose: '시작품 금형 제작, 과태료 포함', evidenceKind: undefined, evidenceNumber: undefined, vatWon: '0' });
    const answer = await record(call.id, [twin, twin]);
    expectStatus(answer, 201);
    expect(rulesOf(answer.body.recorded[0])).toEqual(['WARN evidence-is-named', 'WARN papers-are-complete', 'WARN purpose-is-of-the-project']);
    expect(rulesOf(answer.body.recorded[1])).toContain('WARN expense-is-not-on-record-twice');
    expect(answer.body.recorded[0].verdicts.find(({ rule }: Json) => rule === 'papers-are-complete').inputs.missing).toBe('QUOTES INSPECTION');
  });

  it('leaves out what is refused and records the rest', async () => {
    const answer = await record(call.id, [row({ line: 'X9' }), row({ supplyWon: '1000' })]);
    expectStatus(answer, 201);
    expect([answer.body.recorded.map(({ index }: Json) => index), answer.body.refused.map(({ index }: Json) => index)]).toEqual([[1], [0]]);
  });

  it.each([
    [{ payeeNumber: '123-45-67890' }, 'grant-expense.payee-number', '/items/0/payeeNumber'],
    [{ spentOn: '2199-01-01' }, 'grant-expense.in-future', '/items/0/spentOn'],
    [{ committedOn: '2021-06-11' }, 'grant-expense.committed-later', '/items/0/committedOn'],
    [{ supplyWon: '0' }, 'body.invalid', '/items/0/supplyWon'],
  ])('says at the field that %j cannot be', async (changes, code, pointer) => {
    const refused = refusal(await record(call.id, [row(changes)]));
    expect([refused[0], refused[2]]).toEqual([400, pointer]);
    if (code !== 'body.invalid') expect(refused[1]).toBe(code);
  });
});

describe('a payee that had closed', () => {
  it('is refused from the day of its closing on', async () => {
    const call = await openedCall();
    const agreement = await concludedAgreement(call.id);
    const payeeNumber = businessNumber();
    expectStatus(await record(call.id, [expenseRow(agreement.id, { payeeNumber, supplyWon: '1000' })]), 201);
    const found = (await Client.as('finance').get(`/parties?search=${payeeNumber}`)).body as Json;
    const party = (Array.isArray(found) ? found : (found.parties ?? [])).find((each: Json) => each.businessNumber === payeeNumber);
    const status = { partyId: party.id, status: 'CLOSED', effectiveOn: '2021-07-01', source: '홈택스 조회' };
    expectStatus(await Client.as('finance').post('/business-statuses', status), 201);
    expect(refusal(await record(call.id, [expenseRow(agreement.id, { payeeNumber, spentOn: '2021-07-01' })]))).toEqual([422, 'rule.payee-was-in-business']);
    expectStatus(await record(call.id, [expenseRow(agreement.id, { payeeNumber, spentOn: '2021-06-30', supplyWon: '1000' })]), 201);
  });
});

describe('evidence', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  it('pays once: in the same request, in the same call and in another instrument', async () => {
    const number = taxInvoice();
    const twice = await record(call.id, [expenseRow(agreement.id, { evidenceNumber: number }), expenseRow(agreement.id, { evidenceNumber: number.toUpperCase(), supplyWon: '1' })]);
    expect([rulesOf(twice.body.recorded[0]), rulesOf(twice.body.refused[0])]).toEqual([[], ['BLOCK invoice-is-claimed-once']]);
    const elsewhere = await openedCall();
    const other = await concludedAgreement(elsewhere.id);
    const refused = await record(elsewhere.id, [expenseRow(other.id, { evidenceNumber: number })]);
    expect([...refusal(refused), refused.body.text.ko.includes(agreement.number)]).toEqual([422, 'rule.invoice-is-claimed-once', true]);
  });

  it('that a voucher was settled with pays for no grant', async () => {
    const use = await yearInUse(1);
    const number = taxInvoice();
    await capturedService(use.voucherIds[0] ?? '', use.provider.id, {}, { invoiceNumber: number });
    expect(refusal(await record(call.id, [expenseRow(agreement.id, { evidenceNumber: number })]))).toEqual([422, 'rule.invoice-is-claimed-once']);
  });

  it('of a card is told apart by its number, day and amount', async () => {
    const slip = { evidenceKind: 'CARD', evidenceNumber: '32525058', vatWon: '0', supplyWon: '3000' };
    expectStatus(await record(call.id, [expenseRow(agreement.id, slip)]), 201);
    expect(refusal(await record(call.id, [expenseRow(agreement.id, slip)]))).toEqual([422, 'rule.invoice-is-claimed-once']);
    expectStatus(await record(call.id, [expenseRow(agreement.id, { ...slip, spentOn: '2021-06-11' }), expenseRow(agreement.id, { ...slip, supplyWon: '3001' })]), 201);
  });
});

describe('the last won of a line', () => {
  it('goes to one of twenty officers who spend it at the same moment', async () => {
    const call = await openedCall();
    const agreement = await concludedAgreement(call.id);
    const whole = (): Json => expenseRow(agreement.id, { supplyWon: '80000000', vatWon: '0' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => record(call.id, [whole()])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 422)]);
    expect(await balanceOf(call.account('grant.line', agreement.lineOf('D4')))).toBe(0n);
  });
});
