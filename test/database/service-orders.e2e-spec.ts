import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { made, openedCall, type TestCall } from '../support/grants.js';
import { accreditedLab, certificate, moveOrder, requestOrder } from '../support/outcomes-of-grants.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to orders at the end of a fiscal year, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

let call: TestCall;
let labId: string;
let finance: string;
beforeAll(async () => {
  call = await openedCall({ budgetWon: '10000000' });
  labId = await accreditedLab();
  finance = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'finance'`)).rows[0]?.id ?? '');
});

async function order(...steps: readonly ('accept' | 'certify')[]): Promise<string> {
  const id = made('the order', await requestOrder(call.id, labId)).id as string;
  if (steps.includes('accept')) made('the acceptance', await moveOrder(id, 'accept', { on: '2021-05-04' }));
  if (steps.includes('certify')) made('the certificate', await moveOrder(id, 'certify', certificate()));
  return id;
}

interface Sql {
  query(sql: string): Promise<unknown>;
}
/** Statements of one forged command, logged as `command` of finance; `$c` stands for its id. */
const forged = (command: string, ...statements: readonly string[]) => async (client: Sql): Promise<void> => {
  const id = randomUUID();
  for (const sql of statements) await client.query(sql.replaceAll('$c', id));
  await client.query(`insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
    values ('${id}', '${command}', '${finance}', 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`);
};
const carried = (orderId: string, { fromYear = 2021, kind = 'EXPLICIT', amountWon = 1_500_000 } = {}): string =>
  `insert into service_order_carry (order_id, from_year, kind, amount_won, reason, clause, known_at, command_id) values ('${orderId}', ${fromYear}, '${kind}', ${amountWon}, '성적서 지연', '승인', now(), '$c')`;
const closed = (carriedWon: number, fiscalYear = 2021): string =>
  `insert into grant_year_close (call_id, fiscal_year, closed_on, lapsed_won, forwarded_won, carried_won, clause, known_at, command_id) values ('${call.id}', ${fiscalYear}, '2022-01-03', 0, 0, ${carriedWon}, '마감', now(), '$c')`;
const step = (orderId: string, event: string): string =>
  `insert into service_order_event (order_id, event, happened_on, reason, known_at, command_id) values ('${orderId}', '${event}', '2022-01-03', '시험을 위한 사유', now(), '$c')`;

describe('an order at the close of its year', () => {
  it('is carried over or given up: a close that forgets one is refused, and one that says another sum', async () => {
    const id = await order('accept');
    expect(await refusalOf('APPLICATION', forged('grant-year.close', closed(0)))).toEqual(refused('grant_year_orders_settled'));
    expect(await refusalOf('APPLICATION', forged('grant-year.close', carried(id), closed(1_500_001)))).toEqual(refused('grant_year_carried'));
    expect(await refusalOf('APPLICATION', forged('grant-year.close', carried(id), closed(1_500_000)))).toBeNull();
    made('the end of the order', await moveOrder(id, 'cancel', { reason: '시험이 끝났다' }));
  });

  it('is carried over whole, while it is open, out of its year or a later one', async () => {
    const [open, only] = [await order('accept'), await order()];
    for (const row of [carried(open, { amountWon: 1_499_999 }), carried(open, { fromYear: 2020 }), carried(only)]) {
      expect(await refusalOf('APPLICATION', forged('grant-year.close', row))).toEqual(refused('service_order_carry_whole'));
    }
    made('the end of the order', await moveOrder(open, 'cancel', { reason: '시험이 끝났다' }));
  });

  it('is carried over by a close alone, and by accident once (국가재정법 제48조)', async () => {
    const id = await order('accept');
    expect(await refusalOf('APPLICATION', forged('grant-year.close', carried(id)))).toEqual(refused('service_order_carry_closes'));
    expect((await refusalOf('APPLICATION', forged('service-order.cancel', carried(id), closed(1_500_000))))?.code).toMatch(/^23/);
    const twice = [carried(id, { kind: 'ACCIDENT' }), carried(id, { fromYear: 2022 })];
    expect(await refusalOf('APPLICATION', forged('grant-year.close', ...twice))).toEqual(refused('service_order_carry_once'));
    made('the end of the order', await moveOrder(id, 'cancel', { reason: '시험이 끝났다' }));
  });

  it('is accepted out of an open year, and a close only gives up', async () => {
    const id = await order();
    expect(await refusalOf('APPLICATION', forged('grant-year.close', step(id, 'accept')))).toEqual(refused('service_order_close_cancels'));
    const late = async (client: Sql): Promise<void> => {
      await forged('grant-year.close', closed(0))(client);
      await forged('service-order.accept', step(id, 'accept'))(client);
    };
    expect(await refusalOf('APPLICATION', late)).toEqual(refused('service_order_year_open'));
  });

  it('is told as the books have it', async () => {
    const id = await order('accept');
    expect(await refusalOf('APPLICATION', forged('service-order.cancel', step(id, 'cancel')))).toEqual(refused('service_order_ties'));
    made('the end of the order', await moveOrder(id, 'cancel', { reason: '시험이 끝났다' }));
  });

  it('is owed as it says, and the debt names the year whose budget bears it', async () => {
    const id = await order('accept', 'certify');
    const debt = (amountWon: number, fiscalYear: string): string =>
      `insert into payable (id, book, kind, subject_id, payee_id, purpose, amount_won, due_on, detail, known_at, command_id)
       values (gen_random_uuid(), '${call.book}', 'grant.service-order', '${id}', '${labId}', '수수료', ${amountWon}, '2022-01-03', '{"fiscalYear": "${fiscalYear}"}', now(), '$c')`;
    expect(await refusalOf('APPLICATION', forged('service-order.approve', debt(1_500_001, '2021')))).toEqual(refused('payable_of_order'));
    expect(await refusalOf('APPLICATION', forged('service-order.approve', debt(1_500_000, '2022')))).toEqual(refused('payable_of_order'));
    expect(await refusalOf('APPLICATION', forged('service-order.approve', debt(1_500_000, '2021')))).toBeNull();
  });
});
