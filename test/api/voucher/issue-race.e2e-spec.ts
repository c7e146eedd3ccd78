import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { agreedVouchers, openVoucherYear, type TestYear } from '../../support/vouchers.js';

const FACE = '5000000';
const REQUESTS = 1_000;
const COMPETITORS = 20;

/** A year with agreed vouchers enough for everybody, whose limits are then cut. */
async function yearWith(left: { readonly amountWon: string; readonly vouchers: number; readonly companies: number }): Promise<{ year: TestYear; agreed: string[] }> {
  const year = await openVoucherYear({ budgetWon: '100000000', vouchers: COMPETITORS, terms: { 'voucher.self-burden-channel': 'DIRECT' } });
  const agreed = await agreedVouchers(year.id, COMPETITORS);
  const cut = { stage: 'TRANSFER', change: 'CUT', ...left, decidedOn: '2021-04-15', clause: '예산 변경' };
  expectStatus(await Client.as('finance').post(`/voucher-years/${year.id}/budget`, cut), 201);
  return { year, agreed };
}

/** A thousand people at once, each for one of the vouchers. */
function storm(year: TestYear, agreed: readonly string[]): Promise<Answer[]> {
  const finance = Client.as('finance');
  return Promise.all(
    Array.from({ length: REQUESTS }, (_, index) =>
      finance.post(`/voucher-years/${year.id}/issues`, { issuedOn: '2021-05-03', amountWon: FACE, vouchers: [{ voucherId: agreed[index % agreed.length], amountWon: FACE }] }),
    ),
  );
}

async function standing(year: TestYear): Promise<Json> {
  const issued = await withSql('APPLICATION', async (client) => (await client.query('select number, amount_won::text as amount from voucher_issue where year_id = $1', [year.id])).rows as Json[]);
  const charts = ['voucher.quota', 'voucher.company-quota', 'voucher.budget', 'voucher.outstanding'];
  return { issued, balances: await Promise.all(charts.map((chart) => balanceOf(year.account(chart)))) };
}

describe('a thousand requests at once', () => {
  it('for the last voucher: exactly one is issued, and the others are told what is left', async () => {
    const { year, agreed } = await yearWith({ amountWon: '0', vouchers: COMPETITORS - 1, companies: 0 });
    const answers = await storm(year, agreed);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.map(({ body }) => (body.issued as Json[])[0].number as string)).toEqual(['AS-2021-0001']);
    const refusals = new Set(answers.filter(({ status }) => status !== 201).map(({ status, body }) => `${status} ${body.code as string}`));
    // Whoever asked for the very voucher that was issued is told so; everybody else that the quota is used up.
    expect([...refusals].sort()).toEqual(['422 rule.quota-and-budget-suffice', '422 rule.voucher-is-agreed-before-it-is-issued']);
    expect(await standing(year)).toEqual({ issued: [{ number: 'AS-2021-0001', amount: FACE }], balances: [0n, BigInt(COMPETITORS - 1), 95_000_000n, 5_000_000n] });
  });

  it('for the last won: exactly one is issued', async () => {
    const { year, agreed } = await yearWith({ amountWon: '90000001', vouchers: 0, companies: 0 });
    const answers = await storm(year, agreed);
    expect(answers.filter(({ status }) => status === 201).length).toBe(1);
    expect(await standing(year)).toEqual({ issued: [{ number: 'AS-2021-0001', amount: FACE }], balances: [BigInt(COMPETITORS - 1), BigInt(COMPETITORS - 1), 4_999_999n, 5_000_000n] });
  });
});
