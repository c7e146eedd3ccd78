import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/answers.js';
import { Client, type Answer, type Json } from '../support/client.js';
import { registered } from '../support/bank-accounts.js';
import { designated } from '../support/paying-accounts.js';
import { balanceOf, withSql } from '../support/sql.js';
import { capture, claimForm, contractForm, debtsOf, paidRun, step } from '../support/services.js';
import { agreedVouchers, issuedVouchers, issueVouchers, openVoucherYear, registerProvider, voucherProgramme } from '../support/vouchers.js';

const finance = Client.as('finance');

const expectDone = (answer: Answer): void => expectStatus(answer, answer.status === 201 ? 201 : 200);

/** Debit and credit of every entry, a line each: 'voucher.budget D 485000000'. */
const linesOf = (entries: readonly Json[]): string[] => entries.flatMap(({ posting, lines }) => (lines as Json[]).map(({ chart, side, amountWon }) => `${posting as string}: ${side as string} ${chart as string} ${amountWon as string}`));

describe('the end of a voucher year', () => {
  it('sends home what nobody used, carries on what was promised, and pays it in the next year out of what was carried', async () => {
    const programmeId = await voucherProgramme();
    const year = await openVoucherYear({ programmeId, terms: { 'voucher.validity-months': '240' } });
    const next = await openVoucherYear({ programmeId, fiscalYear: 2022, budgetWon: '0' });
    const provider = await registerProvider(year.id, { name: '연말 시험분석원' });
    await registered({ partyId: provider.partyId, holder: '연말 시험분석원', effectiveFrom: '2021-01-04' });

    // Four vouchers of 5 million: one is given up, one stands open, one holds a service, one is owed to its provider.
    const [givenUp = '', , holding = '', owed = ''] = await issuedVouchers(year.id, 4);
    expectDone(await finance.post(`/vouchers/${givenUp}/withdraw`, { reason: '기업 사정으로 포기' }));
    const bought = { contractedOn: '2021-06-01', dueOn: '2021-11-30' };
    expectDone(await finance.post(`/vouchers/${holding}/services`, contractForm(provider.id, bought)));
    const serviceId = (await finance.post(`/vouchers/${owed}/services`, contractForm(provider.id, bought))).body.id as string;
    for (const [verb, body] of [['deliver', { deliveredOn: '2021-11-01' }], ['accept', { rating: 5, acceptedOn: '2021-11-02' }], ['inspect', { inspectedOn: '2021-11-03' }]] as const) expectDone(await step(serviceId, verb, body));
    expectDone(await step(serviceId, 'claim', claimForm({ invoicedOn: '2021-11-05' })));
    expectDone(await capture(serviceId));
    const left = await agreedVouchers(year.id);

    // Once the fiscal year is over nothing is paid until it is closed: the money of the year is not there any more.
    await designated(year.book);
    const early = await finance.post('/payment-runs', { book: year.book, payableIds: await debtsOf([serviceId]), dryRun: true });
    expect((early.body.refused as Json[]).map(({ code, text }) => [code, (text.ko as string).includes('2021 회계연도')])).toEqual([['payable.hindered', true]]);

    const dry = await finance.post(`/voucher-years/${year.id}/close`, { unissued: 'FORWARD', clause: '2021 결산', dryRun: true });
    const expected = [
      'voucher.budget-lapsed: D voucher.returned 5000000',
      'voucher.budget-lapsed: C voucher.appropriation 5000000',
      'voucher.budget-forwarded: D voucher.budget 480000000',
      'voucher.budget-forwarded: C voucher.appropriation 480000000',
      'voucher.commitments-carried-over: D voucher.appropriation-carried 15000000',
      'voucher.commitments-carried-over: C voucher.appropriation 15000000',
      'voucher.budget-decided: D voucher.appropriation 480000000',
      'voucher.budget-decided: C voucher.budget 480000000',
      'voucher.budget-decided: D voucher.quota-granted 96',
      'voucher.budget-decided: C voucher.quota 96',
      'voucher.budget-decided: D voucher.company-quota-granted 96',
      'voucher.budget-decided: C voucher.company-quota 96',
    ];
    expect(linesOf(dry.body.entries as Json[])).toEqual(expected);
    expect((dry.body.verdicts as Json[]).find(({ rule }) => rule === 'nobody-waits-for-a-voucher')).toMatchObject({ result: 'WARN', inputs: { waiting: 1 } });
    expect(await balanceOf(year.account('voucher.appropriation'))).toBe(500_000_000n);

    const closed = await finance.post(`/voucher-years/${year.id}/close`, { unissued: 'FORWARD', clause: '2021 결산' });
    expectStatus(closed, 201);
    expect([linesOf(closed.body.entries as Json[]), closed.body.lapsedWon, closed.body.forwardedWon, closed.body.carriedOverWon]).toEqual([expected, '5000000', '480000000', '15000000']);

    // Nothing is left to draw under the name of the year; what was promised can still be paid, and nothing else.
    expect(await balanceOf(year.account('voucher.appropriation'))).toBe(0n);
    await paidRun(year.id, [serviceId]);
    expect(await balanceOf(year.account('voucher.appropriation-carried'))).toBe(12_333_334n);

    // Whoever was agreed on and not issued is too late, and the next year has the money.
    await expect(issueVouchers(year.id, left)).rejects.toThrow('voucher-year.closed');
    expect([await balanceOf(next.account('voucher.budget')), await balanceOf(next.account('voucher.quota'))]).toEqual([480_000_000n, 96n]);

    // The control account is the sum of its vouchers, and both books balance in every unit.
    const [control, vouchers] = await withSql('AUDITOR', async (sql) => {
      const { rows } = await sql.query<{ control: string; vouchers: string }>(
        `select sum(b.balance) filter (where a.chart = 'voucher.outstanding') as control, sum(b.balance) filter (where a.chart = 'voucher.balance') as vouchers
           from ledger_account a join account_balance b on b.account_id = a.id where a.book = $1`,
        [year.book],
      );
      return [BigInt(rows[0]?.control ?? 0), BigInt(rows[0]?.vouchers ?? 1)];
    });
    expect([control, vouchers]).toEqual([12_333_334n, 12_333_334n]);
  });
});
