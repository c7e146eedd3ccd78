import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { scopedPerson } from '../support/scoped.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';
import { agreedVoucher, appliedVoucher, openVoucherYear, selectedVouchers } from '../support/vouchers.js';

/** What the application's own role cannot do, whatever the program says: steps, scores and own money. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });

let yearId: string;
let evaluatorId: string;
const screened = async (): Promise<string> => {
  const voucherId = await appliedVoucher(yearId);
  await Client.as('finance').post(`/voucher-years/${yearId}/screenings`, { applications: [{ voucherId }] });
  return voucherId;
};

beforeAll(async () => {
  yearId = (await openVoucherYear()).id;
  evaluatorId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'committee1'`)).rows[0]?.id ?? '');
});

/** Rows as a forged command would state them; `command_id` is checked at commit and comes last. */
const step = (voucherId: string, event: string): string => `insert into voucher_event (voucher_id, event, happened_on, known_at, command_id) values ('${voucherId}', '${event}', '2021-03-03', now(), '${randomUUID()}')`;
const declaration = (voucherId: string, conflicted = false): string =>
  `insert into evaluation_declaration (voucher_id, evaluator_id, conflicted, note, known_at, command_id) values ('${voucherId}', '${evaluatorId}', ${conflicted}, '지도교수 관계', now(), '${randomUUID()}')`;
const score = (voucherId: string, evaluator = evaluatorId): string =>
  `insert into evaluation_score (voucher_id, evaluator_id, score, known_at, command_id) values ('${voucherId}', '${evaluator}', 80, now(), '${randomUUID()}')`;
const inTurn = (...statements: string[]) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
  for (const sql of statements) await client.query(sql);
};

describe('the steps of an application', () => {
  it.each(['select', 'evaluate', 'agree', 'issue', 'waitlist', 'expire', 'nonsense'])('know no %s of one that was just received', async (event) => {
    expect(await refusalOf('APPLICATION', step(await appliedVoucher(yearId), event))).toEqual(refused('voucher_life'));
  });

  it('know no way back from a rejection', async () => {
    const voucherId = await appliedVoucher(yearId);
    await Client.as('finance').post(`/vouchers/${voucherId}/reject`, { reason: '신청 취소 요청' });
    for (const event of ['screen', 'select', 'reject', 'withdraw']) expect(await refusalOf('APPLICATION', step(voucherId, event))).toEqual(refused('voucher_life'));
  });

  it('are stated by a command of their own transaction: a step that the life knows is no step without one', async () => {
    expect((await refusalOf('APPLICATION', step(await appliedVoucher(yearId), 'screen')))?.code).toMatch(/^23/);
  });

  it('lead to a state that nobody writes by hand', async () => {
    expect((await refusalOf('APPLICATION', `update voucher_state set state = 'SELECTED'`))?.code).toBe('42501');
  });
});

describe('a score', () => {
  it('wants a declaration free of conflicts', async () => {
    const voucherId = await screened();
    expect(await refusalOf('APPLICATION', score(voucherId))).toEqual(refused('evaluation_score_declared'));
    expect(await refusalOf('APPLICATION', inTurn(declaration(voucherId, true), score(voucherId)))).toEqual(refused('evaluation_score_declared'));
  });

  it('is not given by whoever recorded the application, nor by another account of the same person', async () => {
    const voucherId = await screened();
    const maker = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'finance'`)).rows[0]?.id ?? '');
    const own = declaration(voucherId).replace(evaluatorId, maker);
    expect(await refusalOf('APPLICATION', inTurn(own, score(voucherId, maker)))).toEqual(refused('evaluation_score_independent'));
  });

  it('comes while the application is open to evaluation', async () => {
    const [selected = ''] = await selectedVouchers(yearId);
    expect((await refusalOf('APPLICATION', score(selected)))?.constraint).toBe('evaluation_score_open');
    const applied = await appliedVoucher(yearId);
    expect(await refusalOf('APPLICATION', inTurn(declaration(applied), score(applied)))).toEqual(refused('evaluation_score_open'));
  });

  it('is given in person: nobody scores in the name of another evaluator', async () => {
    const voucherId = await screened();
    const other = await scopedPerson('COMMITTEE', ['*']);
    const forged = declaration(voucherId).replace(evaluatorId, other.id);
    // Everything else about the command may be right: it is logged as committee1's.
    const command = randomUUID();
    const log = `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
      values ('${command}', 'evaluation.declare', '${evaluatorId}', 'committee1', '{COMMITTEE}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`;
    const withCommand = forged.replace(/'[0-9a-f-]{36}'\)$/, `'${command}')`);
    expect(await refusalOf('APPLICATION', inTurn(withCommand, log))).toEqual(refused('evaluator_speaks_for_oneself'));
    const honest = declaration(voucherId).replace(/'[0-9a-f-]{36}'\)$/, `'${command}')`);
    expect(await refusalOf('APPLICATION', inTurn(honest, log))).toBeNull();
  });

  it.each(['100.01', '-0.01'])('lies between 0 and 100, not at %s', async (points) => {
    const voucherId = await screened();
    expect((await refusalOf('APPLICATION', inTurn(declaration(voucherId), score(voucherId).replace(', 80,', `, ${points},`))))?.constraint).toBe('evaluation_score_score_check');
  });
});

describe('an agreement', () => {
  const agreement = (voucherId: string, amount: string): string =>
    `insert into voucher_agreement (voucher_id, agreed_on, amount_won, self_burden_won, known_at, command_id) values ('${voucherId}', '2021-04-01', ${amount}, 0, now(), '${randomUUID()}')`;

  it('follows the step, and promises no more than was asked for', async () => {
    const [voucherId = ''] = await selectedVouchers(yearId, 1, { requestedWon: '3000000' });
    expect(await refusalOf('APPLICATION', agreement(voucherId, '3000000'))).toEqual(refused('voucher_agreement_after_the_step'));
    expect(await refusalOf('APPLICATION', inTurn(step(voucherId, 'agree'), agreement(voucherId, '3000001')))).toEqual(refused('voucher_agreement_within_request'));
  });
});

describe('own money', () => {
  const movement = (table: 'own_money_deposit' | 'own_money_return', voucherId: string, amount: string): string =>
    `insert into ${table} (id, voucher_id, amount_won, value_on, known_at, command_id) values (gen_random_uuid(), '${voucherId}', ${amount}, '2021-04-02', now(), '${randomUUID()}')`;

  it('is taken for an agreed voucher up to what is due', async () => {
    expect(await refusalOf('APPLICATION', movement('own_money_deposit', await appliedVoucher(yearId), '1'))).toEqual(refused('own_money_deposit_open'));
    const agreed = await agreedVoucher(yearId, { deposited: false });
    expect(await refusalOf('APPLICATION', movement('own_money_deposit', agreed, '1250001'))).toEqual(refused('own_money_deposit_within_due'));
    expect(await refusalOf('APPLICATION', inTurn(movement('own_money_deposit', agreed, '1250000'), movement('own_money_deposit', agreed, '1')))).toEqual(refused('own_money_deposit_within_due'));
  });

  it('is told as it is booked: neither a deposit nor a return without its entry', async () => {
    const agreed = await agreedVoucher(yearId, { deposited: false });
    const ofTheBooks = async (sql: string): Promise<Refusal | null> =>
      withSql('OWNER', async (client) => {
        await client.query('begin');
        try {
          await client.query(sql);
          await client.query('set constraints own_money_deposit_ties, own_money_return_ties immediate');
          return null;
        } catch (error) {
          const { code = '', constraint = '' } = error as { code?: string; constraint?: string };
          return { code, constraint };
        } finally {
          await client.query('rollback');
        }
      });
    expect(await ofTheBooks(movement('own_money_deposit', agreed, '1250000'))).toEqual(refused('own_money_ties'));
    expect(await ofTheBooks(movement('own_money_return', agreed, '1'))).toEqual(refused('own_money_ties'));
  });
});
