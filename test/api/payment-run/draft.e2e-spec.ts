import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { register } from '../../support/bank-accounts.js';
import { Client, type Json } from '../../support/client.js';
import { made, openedCall } from '../../support/grants.js';
import { draftedRun, draftRun, owedTranche, payingCall, runPage, stateOfDebt, type Debt, type PayingCall } from '../../support/payments.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

const codesOf = (refused: Json[]): string[][] => refused.map(({ payableId, code }) => [payableId as string, code as string]).sort();

describe('drafting a payment run', () => {
  const finance = Client.as('finance');
  let call: PayingCall;

  beforeAll(async () => {
    call = await payingCall();
  });

  itIsClosedTo('checker', 'draftPaymentRun', (client) => client.post('/payment-runs', { book: call.book, totalWon: '1' }));
  itIsClosedTo('manager', 'listPayables', (client) => client.get('/payables'));

  it('shows what is due, and names all that cannot be paid with its reason', async () => {
    const own = await payingCall();
    const [paid, later, nameless, strange, closed] = [
      await owedTranche(own.id),
      await owedTranche(own.id, { payFrom: `${today().slice(0, 4)}-12-31` }),
      await owedTranche(own.id, { account: null }),
      await owedTranche(own.id, { account: { holder: '다른 사람' } }),
      await owedTranche(own.id),
    ];
    await finance.post('/business-statuses', { partyId: closed.payeeId, status: 'CLOSED', effectiveOn: today() });
    const due = made('what is due', await finance.get(`/payables?book=${encodeURIComponent(own.book)}`)) as { payables: Json[]; waiting: Json[]; refused: Json[]; totalWon: string };
    expect([due.totalWon, due.payables.map(({ id }) => id), due.waiting.length]).toEqual(['1000000', [paid.payableId], today().endsWith('12-31') ? 3 : 4]);
    const expected = [[later, 'payable.due-later'], [nameless, 'payable.no-account'], [strange, 'payable.holder-unchecked'], [closed, 'rule.payee-is-in-business']] as [Debt, string][];
    expect(codesOf(due.refused)).toEqual(expected.map(([{ payableId }, code]) => [payableId, code]).sort());
    expect(due.refused.every(({ text, payee }) => /[가-힣]/.test(text.ko as string) && payee !== '')).toBe(true);
    const books = made('the books', await finance.get('/payables/books')) as Json[];
    expect(books.find(({ book }) => book === own.book)).toMatchObject({ owed: 5, owedWon: '5000000', hasAccount: true });
  });

  it('takes what the preview showed, and changes nothing in the books before the bank has paid', async () => {
    const debts = [await owedTranche(call.id, { amountWon: '3000000' }), await owedTranche(call.id, { amountWon: '2000000' })];
    const shown = await draftRun(call.book, { payableIds: debts.map(({ payableId }) => payableId), dryRun: true });
    expectStatus(shown, 201);
    expect(shown.body).toMatchObject({ id: null, dryRun: true, totalWon: '5000000', refused: [] });
    expect((shown.body.entries as Json[]).map(({ posting }) => posting)).toEqual(['grant.tranche-paid', 'grant.tranche-paid']);
    expect(await stateOfDebt(debts[0]?.payableId ?? '')).toBe('OWED');
    const payable = call.account('grant.payable', debts[0]?.agreementId);
    const run = await draftedRun(call.book, debts.map(({ payableId }) => payableId), '5000000');
    expect(run.number).toMatch(new RegExp(`^PR-${today().slice(0, 4)}-\\d{4}$`));
    expect([await stateOfDebt(debts[0]?.payableId ?? ''), await balanceOf(payable)]).toEqual(['IN_RUN', 3_000_000n]);
    const page = await runPage(run.id);
    expect(page).toMatchObject({ standing: 'DRAFTED', lines: 2, totalWon: '5000000', paidWon: '0', draftedBy: '이나래', counts: { open: 2, paid: 0, rejected: 0, returned: 0 } });
    expect((page.items as Json[]).map(({ state, maskedNumber }) => [state, /^\*+\d{4}$/.test(maskedNumber as string)])).toEqual([['OPEN', true], ['OPEN', true]]);
    expect((page.steps as Json[]).map(({ what, actor }) => [what, actor])).toEqual([['draft', '이나래']]);
  });

  it('is refused where it comes to something else than was seen, or says nothing of it', async () => {
    const { payableId } = await owedTranche(call.id, { amountWon: '7000' });
    expect(refusal(await draftRun(call.book, { payableIds: [payableId], totalWon: '6999' }))).toEqual([409, 'payment-run.total-changed', '/totalWon']);
    expect(refusal(await draftRun(call.book, { payableIds: [payableId] }))).toEqual([400, 'payment-run.total-missing', '/totalWon']);
    expect(refusal(await draftRun(`grant/${NOWHERE}`, { totalWon: '1' }))).toEqual([400, 'payment.unknown-book', '/book']);
    expectStatus(await draftRun(call.book, { payableIds: [payableId], totalWon: '7000' }), 201);
  });

  it('pays no debt of another book, none twice, and makes no run of nothing', async () => {
    const other = await payingCall();
    const { payableId } = await owedTranche(other.id);
    expect(codesOf((await draftRun(call.book, { payableIds: [payableId], dryRun: true })).body.refused as Json[])).toEqual([[payableId, 'payable.unknown']]);
    await draftedRun(other.book, [payableId], '1000000');
    expect(codesOf((await draftRun(other.book, { payableIds: [payableId], dryRun: true })).body.refused as Json[])).toEqual([[payableId, 'payable.in-run']]);
    const empty = await owedTranche(other.id, { account: null });
    expect(refusal(await draftRun(other.book, { payableIds: [empty.payableId], totalWon: '1000000' }))[1]).toBe('payment-run.total-changed');
  });

  it('puts a debt into one of two runs that are drafted at the same moment', async () => {
    const { payableId } = await owedTranche(call.id, { amountWon: '4000' });
    const answers = await Promise.all([1, 2, 3].map(() => draftRun(call.book, { payableIds: [payableId], totalWon: '4000' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('wants an account to pay from', async () => {
    const poor = await openedCall({ fiscalYear: Number(today().slice(0, 4)) });
    const { payableId } = await owedTranche(poor.id);
    const body = { payableIds: [payableId], totalWon: '1000000' };
    expect(refusal(await draftRun(poor.book, body))).toEqual([422, 'rule.paying-account-is-in-use']);
    const preview = await draftRun(poor.book, { payableIds: [payableId], dryRun: true });
    expect((preview.body.verdicts as Json[]).filter(({ result }) => result === 'BLOCK').map(({ rule }) => rule)).toEqual(['paying-account-is-in-use']);
  });

  it('leaves out what a suspended agreement is owed', async () => {
    const debt = await owedTranche(call.id, { amountWon: '9000' });
    made('suspending', await finance.post(`/grant-agreements/${debt.agreementId}/suspend`, { happenedOn: today(), reason: '특별점검 실시' }));
    expect(codesOf((await draftRun(call.book, { payableIds: [debt.payableId], dryRun: true })).body.refused as Json[])).toEqual([[debt.payableId, 'payable.hindered']]);
  });

  it('does not send the money where it comes from', async () => {
    const debt = await owedTranche(call.id, { amountWon: '8000', account: null });
    const { id } = made('an account', await register(debt.payeeId, { holder: debt.payee })) as { id: string };
    made('designating', await finance.post('/paying-accounts', { book: call.book, bankAccountId: id, effectiveFrom: today(), street: '가정로', building: '1', postCode: '34129', town: '대전' }));
    expect(codesOf((await draftRun(call.book, { payableIds: [debt.payableId], dryRun: true })).body.refused as Json[])).toEqual([[debt.payableId, 'payable.own-account']]);
  });

  it('tells in a list what runs there are', async () => {
    const own = await payingCall();
    const { payableId } = await owedTranche(own.id);
    const { id } = await draftedRun(own.book, [payableId], '1000000');
    const runs = made('the runs', await finance.get(`/payment-runs?book=${encodeURIComponent(own.book)}`)) as Json[];
    expect(runs.map((each) => [each.id, each.standing, each.book])).toEqual([[id, 'DRAFTED', own.book]]);
  });

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) => {
    const own = await onceCall();
    once ??= (await owedTranche(own.id, { amountWon: '5000' })).payableId;
    return draftRun(own.book, { payableIds: [once], totalWon: variation === 'first' ? '5000' : '6000' }, ask);
  });
});

let shared: Promise<PayingCall> | null = null;
const onceCall = (): Promise<PayingCall> => (shared ??= payingCall());
