import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { capturedService, claimedService, contractedService, debtsOf, draftedRun, exportedRun, inspectedService, invoiceNumber, paidService, yearInUse, type TestUse } from '../support/services.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';
import { registerProvider } from '../support/vouchers.js';

/** What the application's own role cannot do about services and their money, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
let use: TestUse;
const voucher = (index: number): string => use.voucherIds[index] ?? '';

interface Sql {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Runs the statements in one transaction; `log` says in whose name a command did it. */
const inTurn = (...statements: readonly string[]) => async (sql: Sql): Promise<void> => {
  for (const each of statements) await sql.query(each);
};

const userId = (login: string): Promise<string> => withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from app_user where login = $1', [login])).rows[0]?.id ?? '');
const logged = (command: string, id: string, actorId: string, login: string): string =>
  `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
   values ('${id}', '${command}', '${actorId}', '${login}', '{}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`;

const step = (serviceId: string, event: string, commandId = randomUUID()): string =>
  `insert into service_event (service_id, event, happened_on, known_at, command_id) values ('${serviceId}', '${event}', current_date, now(), '${commandId}')`;
const capture = (serviceId: string, changes: { payee?: string; public?: string; own?: string } = {}, commandId = randomUUID()): string =>
  `insert into service_capture (service_id, claim_id, payee_id, public_won, own_won, captured_on, known_at, command_id)
   select c.service_id, c.id, ${changes.payee ?? 'p.party_id'}, ${changes.public ?? 'c.government_won'}, ${changes.own ?? '0'}, current_date, now(), '${commandId}'
     from service_claim c join service_state t using (service_id) join service_provider p on p.id = t.provider_id where c.service_id = '${serviceId}'`;
const refund = (serviceId: string, publicWon: number, commandId = randomUUID()): string =>
  `insert into service_refund (id, service_id, public_won, self_won, vat_won, returned_on, reason, known_at, command_id)
   values (gen_random_uuid(), '${serviceId}', ${publicWon}, 0, 0, current_date, '반환', now(), '${commandId}')`;

beforeAll(async () => {
  use = await yearInUse(6);
});

describe('the life of a service', () => {
  it.each(['accept', 'inspect', 'claim', 'capture', 'pay', 'refundWhole', 'nonsense'])('knows no %s of one that was just contracted', async (event) => {
    const id = await contractedService(voucher(0), use.provider.id, { supplyWon: '1000' });
    expect(await refusalOf('APPLICATION', step(id, event))).toEqual(refused('service_life'));
  });

  it('knows no payment without a decision, and no way back from one but its own', async () => {
    const [claimed, captured] = [await claimedService(voucher(0), use.provider.id, { supplyWon: '1000' }), await capturedService(voucher(0), use.provider.id, { supplyWon: '2000' })];
    expect(await refusalOf('APPLICATION', step(claimed, 'pay'))).toEqual(refused('service_life'));
    for (const event of ['cancel', 'sendBack', 'capture', 'claim']) expect(await refusalOf('APPLICATION', step(captured, event))).toEqual(refused('service_life'));
  });

  it('asks the life of its voucher: nothing is paid from one that is suspended', async () => {
    const id = await claimedService(voucher(1), use.provider.id, { supplyWon: '1000' });
    await Client.as('finance').post(`/vouchers/${voucher(1)}/suspend`, { reason: '점검 중' });
    expect(await refusalOf('APPLICATION', step(id, 'capture'))).toEqual(refused('voucher_life'));
    await Client.as('finance').post(`/vouchers/${voucher(1)}/resume`, { reason: '점검 완료' });
  });

  it('lies in states that nobody writes by hand', async () => {
    expect((await refusalOf('APPLICATION', `update service_state set state = 'PAID'`))?.code).toBe('42501');
    expect((await refusalOf('APPLICATION', 'delete from payment_batch_claim'))?.code).toBe('42501');
  });
});

describe('the money of a service', () => {
  it('is held on its own voucher, to the won', async () => {
    const contract = (governmentWon: number, holdId: string): string =>
      `insert into voucher_service (id, voucher_id, number, provider_id, contracted_on, supply_won, vat_won, taxable, government_won, self_won, hold_id, known_at, command_id)
       select gen_random_uuid(), '${voucher(2)}', '위조', '${use.provider.id}', current_date, 1000, 0, false, ${governmentWon}, ${1000 - governmentWon}, ${holdId}, now(), gen_random_uuid()`;
    expect(await refusalOf('APPLICATION', contract(800, 'null'))).toEqual(refused('voucher_service_hold'));
    const other = await contractedService(voucher(3), use.provider.id, { supplyWon: '1000' });
    expect(await refusalOf('APPLICATION', contract(800, `(select hold_id from voucher_service where id = '${other}')`))).toEqual(refused('voucher_service_hold'));
  });

  it('is billed as the invoice says, once, and never above the contract', async () => {
    const id = await inspectedService(voucher(2), use.provider.id, { supplyWon: '1000' });
    const other = await claimedService(voucher(3), use.provider.id, { supplyWon: '1000' });
    const number = invoiceNumber();
    const invoice = (supplyWon: number): string =>
      `insert into tax_invoice (number, subject_kind, subject_id, supply_won, vat_won, known_at, command_id) values ('${number}', 'service', '${id}', ${supplyWon}, 0, now(), gen_random_uuid())`;
    const claim = (supplyWon: number, governmentWon: number, of = `'${number}'`): string =>
      `insert into service_claim (id, service_id, invoice_number, supply_won, vat_won, government_won, self_won, claimed_on, known_at, command_id)
       values (gen_random_uuid(), '${id}', ${of}, ${supplyWon}, 0, ${governmentWon}, ${supplyWon - governmentWon}, current_date, now(), gen_random_uuid())`;
    expect(await refusalOf('APPLICATION', inTurn(invoice(900), claim(1000, 800)))).toEqual(refused('service_claim_matches'));
    expect(await refusalOf('APPLICATION', inTurn(invoice(1001), claim(1001, 800)))).toEqual(refused('service_claim_matches'));
    expect(await refusalOf('APPLICATION', inTurn(invoice(1000), claim(1000, 801)))).toEqual(refused('service_claim_matches'));
    expect(await refusalOf('APPLICATION', claim(1000, 800, `(select invoice_number from service_claim where service_id = '${other}')`))).toEqual(refused('service_claim_matches'));
    expect((await refusalOf('APPLICATION', inTurn(invoice(1000), invoice(1000))))?.constraint).toBe('tax_invoice_pkey');
  });

  it('is decided as it was claimed: to that provider, in these amounts', async () => {
    const id = await claimedService(voucher(2), use.provider.id, { supplyWon: '1000' });
    const stranger = await registerProvider(use.year.id);
    for (const changes of [{ payee: `'${stranger.partyId}'` }, { public: 'c.government_won + 1' }, { own: 'c.self_won + 1' }]) {
      expect(await refusalOf('APPLICATION', capture(id, changes))).toEqual(refused('service_capture_matches'));
    }
  });

  it('comes back once: no more of a lot than was paid', async () => {
    const { id } = await paidService(use, voucher(2), { supplyWon: '1000' });
    expect(await refusalOf('APPLICATION', refund(id, 801))).toEqual(refused('service_refund_stands'));
    expect(await refusalOf('APPLICATION', inTurn(refund(id, 500), refund(id, 301)))).toEqual(refused('service_refund_stands'));
    const unpaid = await claimedService(voucher(2), use.provider.id, { supplyWon: '1000' });
    expect(await refusalOf('APPLICATION', refund(unpaid, 1))).toEqual(refused('service_refund_stands'));
  });
});

describe('who decides', () => {
  it('is not who recorded the claim, whatever the program thinks of it', async () => {
    const id = await claimedService(voucher(4), use.provider.id, { supplyWon: '1000' });
    const decide = async (login: string): Promise<Refusal | null> => {
      const command = randomUUID();
      return refusalOf('APPLICATION', inTurn(step(id, 'capture', command), capture(id, {}, command), logged('service.capture', command, await userId(login), login)));
    };
    expect(await decide('finance')).toEqual(refused('service_capture_independent'));
    // Nothing but the debt is missing: it is asked for below.
    expect(await decide('checker')).toEqual(refused('service_capture_owed'));
  });

  it('takes the step of the service with the decision', async () => {
    const id = await claimedService(voucher(4), use.provider.id, { supplyWon: '1000' });
    const command = randomUUID();
    expect(await refusalOf('APPLICATION', inTurn(capture(id, {}, command), logged('service.capture', command, await userId('checker'), 'checker')))).toEqual(refused('service_capture_life'));
  });
});

describe('what is owed for a service', () => {
  const debt = (serviceId: string, changes: { payee?: string; public?: string; amount?: string; book?: string; due?: string } = {}, command = 'gen_random_uuid()'): string =>
    `insert into payable (id, book, kind, subject_id, payee_id, purpose, amount_won, due_on, detail, known_at, command_id)
     select gen_random_uuid(), ${changes.book ?? `'${use.year.book}'`}, 'voucher.claim', k.service_id, ${changes.payee ?? 'k.payee_id'}, '시험', ${changes.amount ?? 'k.public_won + k.own_won'}, ${changes.due ?? 'k.captured_on'},
            jsonb_build_object('voucherId', s.voucher_id, 'publicWon', (${changes.public ?? 'k.public_won'})::text, 'ownWon', k.own_won::text), now(), ${command}
       from service_capture k join voucher_service s on s.id = k.service_id where k.service_id = '${serviceId}'`;

  it('is what was decided, to whom it was decided, in the book of its year, and once', async () => {
    const id = await capturedService(voucher(4), use.provider.id, { supplyWon: '1000' });
    const stranger = await registerProvider(use.year.id);
    const other = await yearInUse(0);
    const forged = [{ payee: `'${stranger.partyId}'::uuid` }, { public: 'k.public_won + 1' }, { amount: 'k.public_won + k.own_won + 1' }, { book: `'${other.year.book}'` }, { due: 'k.captured_on - 1' }];
    const withdrawn = `insert into payable_withdrawal (payable_id, reason, known_at, command_id) select payable_id, '다시', now(), gen_random_uuid() from payable_state where subject_id = '${id}' and state = 'OWED'`;
    for (const changes of forged) expect(await refusalOf('APPLICATION', inTurn(withdrawn, debt(id, changes)))).toEqual(refused('payable_of_claim'));
    expect((await refusalOf('APPLICATION', debt(id)))?.constraint).toBe('payable_once');
    expect((await debtsOf([id])).length).toBe(1);
  });

  it('is not owed by a batch beside a run: no batch is stated any more', async () => {
    const id = await capturedService(voucher(4), use.provider.id, { supplyWon: '1000' });
    const batch = `insert into payment_batch (id, year_id, number, pay_on, total_won, known_at, command_id) values (gen_random_uuid(), '${use.year.id}', 'PAY-2199-0001', current_date, 1000, now(), gen_random_uuid())`;
    expect((await refusalOf('APPLICATION', batch))?.code).toBe('42501');
    // What a batch has paid before is owed to no run.
    const [batchId, run] = [randomUUID(), await draftedRun(use.year.id, [id])];
    await Client.as('finance').post(`/payment-runs/${run.id}/void`, { reason: '다시 기안' });
    const paidByBatch = inTurn(
      `insert into payment_batch (id, year_id, number, pay_on, total_won, known_at, command_id) values ('${batchId}', '${use.year.id}', 'PAY-2199-0002', current_date, 1000, now(), (select command_id from service_capture where service_id = '${id}'))`,
      `insert into payment_batch_line (batch_id, line_no, service_id, payee_id, bank_account_id, public_won, own_won, command_id)
       select '${batchId}', 1, service_id, payee_id, '${use.provider.accountId}', public_won, own_won, command_id from service_capture where service_id = '${id}'`,
      `insert into payment_batch_end (batch_id, kind, happened_on, known_at, command_id) select '${batchId}', 'RELEASED', current_date, now(), command_id from service_capture where service_id = '${id}'`,
      `insert into payable_withdrawal (payable_id, reason, known_at, command_id) select p.payable_id, '옛 묶음으로 지급', now(), k.command_id from payable_state p join service_capture k on k.service_id = p.subject_id where p.subject_id = '${id}' and p.state = 'OWED'`,
      debt(id, {}, `(select command_id from service_capture where service_id = '${id}')`),
    );
    expect(await refusalOf('OWNER', paidByBatch)).toEqual(refused('payable_of_claim'));
  });

  it('is stated with the decision', async () => {
    const id = await claimedService(voucher(5), use.provider.id, { supplyWon: '1000' });
    const checker = await userId('checker');
    const decide = (beside: (command: string) => readonly string[]): Promise<Refusal | null> => {
      const command = randomUUID();
      return refusalOf('APPLICATION', inTurn(step(id, 'capture', command), capture(id, {}, command), ...beside(command), logged('service.capture', command, checker, 'checker')));
    };
    expect(await decide(() => [])).toEqual(refused('service_capture_owed'));
    expect(await decide((command) => [debt(id, {}, `'${command}'`)])).toBeNull();
  });

  it('and its service say the same of the payment', async () => {
    const id = await capturedService(voucher(5), use.provider.id, { supplyWon: '1000' });
    const run = await exportedRun(use.year.id, [id]);
    const outcome = (command: string): string =>
      `insert into payment_outcome (id, run_id, line_no, outcome, happened_on, known_at, command_id) values (gen_random_uuid(), '${run.id}', 1, 'PAID', current_date, now(), '${command}')`;
    const alone = async (...facts: readonly ((command: ReturnType<typeof randomUUID>) => string)[]): Promise<Refusal | null> => {
      const command = randomUUID();
      return refusalOf('APPLICATION', inTurn(...facts.map((fact) => fact(command)), logged('payment-run.confirm', command, await userId('finance'), 'finance')));
    };
    expect(await alone((command) => step(id, 'pay', command))).toEqual(refused('voucher_claim_in_step'));
    expect((await alone(outcome))?.constraint).toMatch(/^(voucher_claim_in_step|payment_outcome_booked)$/);
  });

  it('does not come back from the bank once the provider has given some of it back', async () => {
    const paid = await paidService(use, voucher(5), { supplyWon: '1000' });
    expect((await refusalOf('APPLICATION', inTurn(refund(paid.id, 100), step(paid.id, 'bounce'))))?.constraint).toBe('service_bounce_unrefunded');
  });
});
