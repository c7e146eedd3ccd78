import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { decidedClawback, paidVoucher, type PaidVoucher } from '../support/clawbacks.js';
import { notRefusedWith, refusalOf, withSql, type Refusal } from '../support/sql.js';
import { appliedVoucher, issuedVouchers, openVoucherYear } from '../support/vouchers.js';

/** What the application's own role cannot do to the life of a voucher, to a clawback or to a decision on a sign, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
let financeId: string;
let paid: PaidVoucher;
let clawbackId: string;

beforeAll(async () => {
  financeId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'finance'`)).rows[0]?.id ?? '');
  paid = await paidVoucher();
  clawbackId = await decidedClawback((await paidVoucher()).voucherId);
});

/** A command of this transaction, as a program gone wrong would log it. */
async function logged(client: pg.Client, command: string): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
     values ($1, $2, $3, 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`,
    [id, command, financeId],
  );
  return id;
}

const event = (client: pg.Client, voucherId: string, name: string, commandId: string): Promise<unknown> =>
  client.query('insert into voucher_event (voucher_id, event, happened_on, known_at, command_id) values ($1, $2, current_date, now(), $3)', [voucherId, name, commandId]);

describe('the life of a voucher', () => {
  it.each([
    ['an application does not expire', 'expire', 'voucher.expire'],
    ['nor is it suspended', 'suspend', 'voucher.suspend'],
    ['nor written off', 'writeOff', 'clawback.write-off'],
    ['and nobody knows this step', 'vanish', 'voucher.cancel'],
  ])('%s', async (_what, name, command) => {
    const voucherId = await appliedVoucher((await openVoucherYear()).id);
    expect(await refusalOf('APPLICATION', async (client) => event(client, voucherId, name, await logged(client, command)))).toEqual(refused('voucher_life'));
  });

  it('is told by its own commands, in the transaction in which they run', async () => {
    expect(await refusalOf('APPLICATION', async (client) => event(client, paid.voucherId, 'suspend', await logged(client, 'capital-call.issue')))).toEqual(refused('voucher_event_own_command'));
    const borrowed = `insert into voucher_event (voucher_id, event, happened_on, known_at, command_id) select '${paid.voucherId}', 'suspend', current_date, now(), command_id from voucher_event limit 1`;
    expect(await refusalOf('APPLICATION', borrowed)).toEqual(refused('voucher_event_own_command'));
  });

  it('moves a state by its events alone', async () => {
    expect(
      await notRefusedWith('42501', 'APPLICATION', [
        `update voucher_state set state = 'ISSUED' where voucher_id = '${paid.voucherId}'`,
        `delete from voucher_state where voucher_id = '${paid.voucherId}'`,
        `insert into voucher_state (voucher_id, state, since_on) values ('${randomUUID()}', 'ISSUED', current_date)`,
        `insert into life_step values ('voucher', 'EXPIRED', 'issue', 'ISSUED')`,
      ]),
    ).toEqual([]);
  });

  it('makes no part of a voucher that was not split, nor of one of somebody else', async () => {
    const part = (client: pg.Client, commandId: string, companyOf: string): Promise<unknown> =>
      client.query('insert into voucher (id, year_id, company_id, parent_id, known_at, command_id) select $1, year_id, (select company_id from voucher where id = $4), id, now(), $3 from voucher where id = $2', [randomUUID(), paid.voucherId, commandId, companyOf]);
    expect(await refusalOf('APPLICATION', async (client) => part(client, await logged(client, 'voucher.split'), paid.voucherId))).toEqual(refused('voucher_part_split'));
    const [other = ''] = await issuedVouchers((await openVoucherYear()).id);
    const foreign = async (client: pg.Client): Promise<unknown> => {
      const commandId = await logged(client, 'voucher.split');
      await event(client, paid.voucherId, 'split', commandId);
      return part(client, commandId, other);
    };
    expect(await refusalOf('APPLICATION', foreign)).toEqual(refused('voucher_part_split'));
  });

  it('does not lock what lies outside of who asks', async () => {
    const locked = await withSql('APPLICATION', async (one) => {
      await one.query('begin');
      await one.query('select lock_vouchers(array[$1::uuid])', [paid.voucherId]);
      const free = await withSql('OWNER', async (other) => (await other.query('select 1 from voucher_state where voucher_id = $1 for update skip locked', [paid.voucherId])).rowCount);
      await one.query('rollback');
      return free;
    }, []);
    expect(locked).toBe(1);
  });
});

describe('a clawback', () => {
  interface Raw {
    readonly voucherId?: string;
    readonly serviceId?: string | null;
    readonly principal?: number;
    readonly instalments?: readonly number[];
    readonly command?: string;
  }

  async function claim(client: pg.Client, { voucherId = paid.voucherId, serviceId = paid.serviceId, principal = 1_000, instalments = [principal], command = 'clawback.decide' }: Raw): Promise<void> {
    const [id, commandId] = [randomUUID(), await logged(client, command)];
    await client.query(
      `insert into clawback (id, year_id, voucher_id, service_id, number, debtor_id, legal_regime, ground, reason, improper_on, notice_on, due_on,
                             principal_won, interest_won, penalty_won, dropped_won, working, published, known_at, command_id)
       select $1, year_id, id, $3, 'CB-2099-' || lpad((random() * 899999 + 100000)::int::text, 6, '0'), company_id, 'PUBLIC_FINANCE', 'OFF_PURPOSE', '원시 시험', current_date, current_date, current_date + 40, $4, 0, 0, 0, '{}', false, now(), $5
         from voucher where id = $2`,
      [id, voucherId, serviceId, principal, commandId],
    );
    for (const [index, amount] of instalments.entries())
      await client.query('insert into clawback_instalment (clawback_id, instalment_no, due_on, amount_won, command_id) values ($1, $2, current_date + 40, $3, $4)', [id, index + 1, amount, commandId]);
  }

  it.each<[string, () => Raw, string]>([
    ['more than was paid for the service', () => ({ principal: 2_666_667 }), 'clawback_within_paid'],
    ['more than was paid on the voucher', () => ({ principal: 2_666_667, serviceId: null }), 'clawback_within_paid'],
    ['a plan that does not add up', () => ({ principal: 1_000, instalments: [500, 499] }), 'clawback_planned'],
    ['no plan', () => ({ instalments: [] }), 'clawback_planned'],
    ['no command of its own', () => ({ command: 'voucher.suspend' }), 'clawback_own_command'],
  ])('is refused with %s', async (_what, raw, constraint) => {
    expect(await refusalOf('APPLICATION', (client) => claim(client, raw()))).toEqual(refused(constraint));
  });

  it('is refused for the service of another voucher', async () => {
    const [other = ''] = await issuedVouchers((await openVoucherYear()).id);
    expect(await refusalOf('APPLICATION', (client) => claim(client, { voucherId: other }))).toEqual(refused('clawback_one_voucher'));
  });

  it('stays as it was decided', async () => {
    const changes = ['clawback', 'clawback_instalment', 'clawback_movement', 'warning_decision'].flatMap((table) => [`update ${table} set command_id = gen_random_uuid()`, `delete from ${table}`, `truncate ${table} cascade`]);
    expect(await notRefusedWith('42501', 'APPLICATION', changes)).toEqual([]);
  });

  it.each([
    ['a write-off without a reason', `'WRITTEN_OFF', 1, null, null`, 'clawback.write-off'],
    ['a set-off against nothing', `'OFFSET', 1, null, null`, 'clawback.offset'],
    ['nothing', `'RECEIVED', 0, null, null`, 'clawback.receive'],
    ['a gift', `'FORGIVEN', 1, null, null`, 'clawback.write-off'],
  ])('takes no movement of %s', async (_what, values, command) => {
    const answer = await refusalOf('APPLICATION', async (client) =>
      client.query(`insert into clawback_movement (id, clawback_id, value_on, known_at, command_id, kind, amount_won, service_id, reason) values (gen_random_uuid(), $1, current_date, now(), $2, ${values})`, [clawbackId, await logged(client, command)]),
    );
    expect([answer?.code, answer?.constraint?.startsWith('clawback_movement_')]).toEqual(['23514', true]);
  });

  it('is numbered through all programmes, also for whoever sees none', async () => {
    const numbers = await withSql('APPLICATION', async (client) => (await client.query<{ number: string }>(`select next_clawback_number(extract(year from now())::int) as number`)).rows[0]?.number, []);
    const taken = await withSql('OWNER', async (client) => (await client.query<{ number: string }>('select number from clawback')).rows.map(({ number }) => number));
    expect(taken).not.toContain(numbers);
    expect(numbers).toMatch(/^CB-\d{4}-\d{4,6}$/);
  });
});

describe('a decision on a sign', () => {
  it.each([
    ['no reason', 'EXPLAINED', ' '],
    ['another verdict', 'PUNISHED', '충분한 이유'],
  ])('is refused with %s', async (_what, verdict, reason) => {
    const answer = await refusalOf('APPLICATION', async (client) =>
      client.query(`insert into warning_decision (id, year_id, signal, subject_id, fingerprint, facts, verdict, reason, known_at, command_id) values (gen_random_uuid(), $1, 'SHORT_INTERVAL', gen_random_uuid(), repeat('a', 64), '{}', $2, $3, now(), $4)`, [
        paid.year.id,
        verdict,
        reason,
        await logged(client, 'warning-sign.decide'),
      ]),
    );
    expect(answer?.code).toBe('23514');
  });
});
