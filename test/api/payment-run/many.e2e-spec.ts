import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { pain002 } from '../../support/bank-answers.js';
import { Client, type Json } from '../../support/client.js';
import { claimedService, exportedRun, payableProvider, yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf, withSql } from '../../support/sql.js';

const VOUCHERS = 10;
const CLAIMS_EACH = 13;
const ALL = VOUCHERS * CLAIMS_EACH;

/** Of these services, how many rows say in each place that they were paid, and how many services those are. */
async function paidInBooks(serviceIds: readonly string[]): Promise<Json> {
  const counted = (rows: string): string => `(select array[count(*), count(distinct id)]::int[] from (${rows}) paid)`;
  const debts = `select payable_id from payable_state where kind = 'voucher.claim' and subject_id = any ($1)`;
  const sql = `select
    ${counted(`select l.payable_id as id from payment_outcome o join payment_run_line l using (run_id, line_no) where o.outcome = 'PAID' and l.payable_id in (${debts})`)} as outcomes,
    ${counted(`select subject_id as id from journal_entry where posting = 'voucher.service-paid' and subject_id = any ($1)`)} as entries,
    ${counted(`select service_id as id from service_event where event = 'pay' and service_id = any ($1)`)} as events,
    ${counted(`select service_id as id from service_state where state = 'PAID' and service_id = any ($1)`)} as services`;
  return withSql('OWNER', async (client) => (await client.query(sql, [serviceIds])).rows[0]);
}

describe('a run of many claims', () => {
  /** Claims of three providers, each of an amount of its own; vouchers next to each other, the claims of one after another. */
  async function claims(use: TestUse): Promise<{ id: string; supplyWon: bigint }[]> {
    const providers = [use.provider, await payableProvider(use.year.id), await payableProvider(use.year.id)];
    const of = async (voucherId: string, first: number): Promise<{ id: string; supplyWon: bigint }[]> => {
      const made: { id: string; supplyWon: bigint }[] = [];
      for (let number = first; number < first + CLAIMS_EACH; number += 1) {
        const supplyWon = BigInt(10_000 + number);
        made.push({ id: await claimedService(voucherId, providers[number % providers.length]?.id ?? '', { supplyWon: String(supplyWon) }), supplyWon });
      }
      return made;
    };
    return (await Promise.all(use.voucherIds.map((voucherId, index) => of(voucherId, index * CLAIMS_EACH)))).flat();
  }

  it('pays each of 130 once, although the bank says everything twice at the same moment', async () => {
    const use = await yearInUse(VOUCHERS);
    const made = await claims(use);
    const ids = made.map(({ id }) => id);
    const totalWon = made.reduce((sum, { supplyWon }) => sum + supplyWon, 0n);
    const decided = await Client.as('checker').post(`/voucher-years/${use.year.id}/captures`, { serviceIds: ids });
    expect(decided.body).toMatchObject({ captured: ALL, totalWon: String(totalWon) });
    const run = await exportedRun(use.year.id, ids);
    expect(run.totalWon).toBe(String(totalWon));
    const lines = (await Client.as('auditor').get(`/payment-runs/${run.id}`)).body.items as { lineNo: number; amountWon: string }[];
    expect(lines).toHaveLength(ALL);

    const cash = async (): Promise<bigint> => (await balanceOf(use.year.account('voucher.appropriation'))) + (await balanceOf(use.year.account('voucher.custody')));
    const before = await cash();
    const content = pain002(run.number, lines.map(({ lineNo, amountWon }) => ({ lineNo, amountWon, status: 'ACSC' as const })));
    const twice = await Promise.all([1, 2].map(() => Client.as('finance').post(`/payment-runs/${run.id}/answer`, { fileName: 'answer.xml', content })));
    for (const answer of twice) expectStatus(answer, 200);
    expect(twice.map(({ body }) => (body.outcomes as Json[]).length).sort((left, right) => left - right)).toEqual([0, ALL]);

    expect(await paidInBooks(ids)).toEqual({ outcomes: [ALL, ALL], entries: [ALL, ALL], events: [ALL, ALL], services: [ALL, ALL] });
    expect(before - (await cash())).toBe(totalWon);
  }, 300_000);
});
