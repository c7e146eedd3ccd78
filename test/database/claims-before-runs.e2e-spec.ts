import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collect, decidedClawback } from '../support/clawbacks.js';
import { made } from '../support/grants.js';
import { OlderDatabase } from '../support/older-database.js';
import { capturedService, paidService, today, yearInUse, type TestUse } from '../support/services.js';
import { withSql } from '../support/sql.js';

/** Reference rows that every start writes; the older program had them as well. */
const REFERENCE = ['app_user', 'ledger_chart', 'life_step', 'posting_rule'];
/** What an older program had stated of a year whose claims were decided and paid by batches. */
const OF_THE_YEAR: readonly (readonly [table: string, where: string])[] = [
  ['programme', `id in (select programme_id from voucher_year where id = $year)`],
  ['voucher_year', 'id = $year'],
  ['voucher_budget', 'year_id = $year'],
  ['service_provider', 'year_id = $year'],
  ['party', 'id in (select company_id from voucher where year_id = $year union select party_id from service_provider where year_id = $year)'],
  ['bank_account', 'party_id in (select party_id from service_provider where year_id = $year)'],
  ['voucher', 'year_id = $year'],
  ['voucher_state', 'voucher_id in $vouchers'],
  ['voucher_event', 'voucher_id in $vouchers'],
  ['voucher_issue', 'voucher_id in $vouchers'],
  ['voucher_service', 'voucher_id in $vouchers'],
  ['service_state', 'service_id in $services'],
  ['service_event', 'service_id in $services'],
  ['tax_invoice', 'number in (select invoice_number from service_claim where service_id in $services)'],
  ['service_claim', 'service_id in $services'],
  ['service_capture', 'service_id in $services'],
  ['clawback', 'voucher_id in $vouchers'],
  ['clawback_movement', 'clawback_id in (select id from clawback where voucher_id in $vouchers)'],
  ['ledger_account', `book = 'voucher/' || $year`],
  ['account_balance', `account_id in (select id from ledger_account where book = 'voucher/' || $year)`],
  ['journal_entry', `book = 'voucher/' || $year`],
  ['entry_line', `entry_id in (select id from journal_entry where book = 'voucher/' || $year)`],
  ['command_log', `id in (select command_id from journal_entry where book = 'voucher/' || $year union select command_id from service_capture where service_id in $services)`],
];

interface Debt {
  readonly service: string;
  readonly book: string;
  readonly amount: string;
  readonly payee: string;
  readonly dueOn: string;
  readonly publicWon: string;
  readonly ownWon: string;
  readonly state: string;
}

/**
 * Vouchers were paid by batches of their own before runs paid them. Of one year: a claim that waits, one in a batch that was only
 * drafted, one that something was set off against, and one that a released batch has paid.
 */
describe('claims that were decided before payment runs paid vouchers', () => {
  let use: TestUse;
  let older: OlderDatabase;
  let waiting: string;
  let drafted: string;
  let reduced: string;
  let paid: string;

  beforeAll(async () => {
    use = await yearInUse(4);
    const [first = '', second = '', third = '', fourth = ''] = use.voucherIds;
    [waiting, drafted, reduced] = [await capturedService(first, use.provider.id), await capturedService(second, use.provider.id), await capturedService(third, use.provider.id)];
    ({ id: paid } = await paidService(use, fourth));
    const clawbackId = await decidedClawback(first, { serviceId: waiting, debtor: 'PROVIDER' });
    made('the set-off', await collect(clawbackId, 'offset', { serviceId: reduced, amountWon: '600000' }));
    older = await OlderDatabase.before('PaymentsOfVouchers1764300000120');
    await takeTheYear();
    await batches();
    await older.migrate();
  }, 240_000);
  afterAll(() => older.close());

  const takeTheYear = (): Promise<void> =>
    withSql('OWNER', async (sql) => {
      const named = (where: string): string => where.replaceAll('$vouchers', '(select id from voucher where year_id = $year)').replaceAll('$services', '(select s.id from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id = $year)').replaceAll('$year', `'${use.year.id}'::uuid`);
      for (const table of REFERENCE) await older.take(sql, table);
      for (const [table, where] of OF_THE_YEAR) await older.take(sql, table, named(where));
    });

  /** As the older program left them: PAY-…-0001 released, PAY-…-0002 only drafted. */
  async function batches(): Promise<void> {
    const command = (await older.ask<{ id: string }>('select command_id as id from service_capture where service_id = $1', [waiting]))[0]?.id ?? '';
    const batch = (service: string, number: string): readonly string[] => {
      const id = randomUUID();
      const owed = `from service_capture k where k.service_id = '${service}'`;
      return [
        `insert into payment_batch (id, year_id, number, pay_on, total_won, known_at, command_id) select '${id}', '${use.year.id}', '${number}', '${today()}', k.public_won + k.own_won, now(), '${command}' ${owed}`,
        `insert into payment_batch_line (batch_id, line_no, service_id, payee_id, bank_account_id, public_won, own_won, command_id) select '${id}', 1, k.service_id, k.payee_id, '${use.provider.accountId}', k.public_won, k.own_won, '${command}' ${owed}`,
        `insert into payment_batch_claim (service_id, batch_id) values ('${service}', '${id}')`,
        ...(service === paid ? [`insert into payment_batch_end (batch_id, kind, happened_on, known_at, command_id) values ('${id}', 'RELEASED', '${today()}', now(), '${command}')`] : []),
      ];
    };
    await older.state(...batch(paid, 'PAY-2099-0001'), ...batch(drafted, 'PAY-2099-0002'));
  }

  const debts = (): Promise<Debt[]> =>
    older.ask<Debt>(`select p.subject_id as service, p.book, p.amount_won::text as amount, p.payee_id as payee, p.due_on::text as "dueOn", p.detail ->> 'publicWon' as "publicWon", p.detail ->> 'ownWon' as "ownWon", s.state
                       from payable p join payable_state s on s.payable_id = p.id where p.kind = 'voucher.claim' order by p.amount_won, p.subject_id`);

  it('are owed to runs: each as it was decided, less what was set off, to its payee in the book of its year', async () => {
    const debt = (service: string, publicWon: string, amount: string): Debt => ({ service, book: use.year.book, amount, payee: use.provider.partyId, dueOn: today(), publicWon, ownWon: '666667', state: 'OWED' });
    expect(await debts()).toEqual([debt(reduced, '2066666', '2733333'), ...[waiting, drafted].sort().map((service) => debt(service, '2666666', '3333333'))]);
  });

  it('are together what the books say is payable', async () => {
    const [row] = await older.ask<{ booked: string; owed: string }>(
      `select (select coalesce(sum(b.balance), 0)::text from ledger_account a join account_balance b on b.account_id = a.id where a.book = $1 and a.chart in ('voucher.payable-public', 'voucher.payable-own')) as booked,
              (select coalesce(sum(p.amount_won), 0)::text from payable p join payable_state s on s.payable_id = p.id where p.book = $1 and s.state = 'OWED') as owed`,
      [use.year.book],
    );
    expect(row).toEqual({ booked: '9399999', owed: '9399999' });
  });

  it('are as this version of the program states them itself', async () => {
    const now = await withSql('OWNER', async (sql) => (await sql.query<{ subject: string; told: unknown }>(`select p.subject_id as subject, json_build_array(p.book, p.payee_id, p.purpose, p.amount_won, p.due_on, p.detail) as told
      from payable p join payable_state s on s.payable_id = p.id where p.kind = 'voucher.claim' and s.state = 'OWED' and p.subject_id = any($1) order by p.subject_id`, [[waiting, drafted, reduced]])).rows);
    const then = await older.ask(`select subject_id as subject, json_build_array(book, payee_id, purpose, amount_won, due_on, detail) as told from payable where kind = 'voucher.claim' order by subject_id`);
    expect(then).toEqual(now);
  });

  it('say of the payment what their services say, and a released batch stays one', async () => {
    expect(await older.ask('select s.id from voucher_service s where not claim_in_step(s.id)')).toEqual([]);
    expect(await older.ask('select service_id as service, number, public_won::text as won from voucher_payment')).toEqual([{ service: paid, number: 'PAY-2099-0001', won: '2666666' }]);
    // What was only drafted waits in no batch any more.
    expect(await older.ask('select service_id as service from payment_batch_claim')).toEqual([{ service: paid }]);
  });
});
