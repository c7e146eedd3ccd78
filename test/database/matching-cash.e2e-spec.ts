import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { concludedProject, decidedRelease, openedPool, provenDeposit, receiptLine, recordedDeposit, withdraw, type TestProject } from '../support/matching-money.js';
import { made } from '../support/grants.js';
import { today } from '../support/services.js';
import { scopedPerson } from '../support/scoped.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do with private money and releases, whatever the program says. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });
const WITNESS = `now(), '${randomUUID()}'`;

let project: TestProject;
let poolId: string;
let proven: { depositId: string; lineId: string };
let waiting: string;

beforeAll(async () => {
  const pool = await openedPool();
  poolId = pool.id;
  project = await concludedProject(pool);
  proven = await provenDeposit(project, '100000000');
  waiting = await recordedDeposit(project, '7000000');
  await decidedRelease(project, '80000000');
});

const proof = (depositId: string, lineId: string | null): string =>
  `insert into matching_deposit_proof (id, deposit_id, bank_line_id, evidence, proven_on, own_share_id, known_at, command_id)
   values ('${randomUUID()}', '${depositId}', ${lineId === null ? 'null' : `'${lineId}'`}, '위조', '2026-01-10', '${randomUUID()}', ${WITNESS})`;
const withdrawal = (amountWon: string): string =>
  `insert into matching_withdrawal (id, agreement_id, withdrawn_on, amount_won, counted_won, paid_to, reason, known_at, command_id) values ('${randomUUID()}', '${project.id}', '2026-01-12', ${amountWon}, 0, '기업', '회수', ${WITNESS})`;

describe('a proof', () => {
  it('is a receipt of at least that much that the bank did not take back', async () => {
    const { lineId } = await receiptLine('6999999', project.company);
    expect(await refusalOf('APPLICATION', proof(waiting, lineId))).toEqual(refused('matching_proof_is_a_receipt'));
  });

  it('is one receipt for one deposit, and one for each', async () => {
    const { lineId } = await receiptLine('100000000', project.company);
    expect(await refusalOf('APPLICATION', proof(proven.depositId, lineId))).toEqual(refused('matching_deposit_proven_once'));
    const { lineId: same } = proven;
    expect((await refusalOf('APPLICATION', proof(waiting, same)))?.code).toBe('23505');
  });

  it('is no proof without a match, and without a receipt only a register proves', async () => {
    const { lineId } = await receiptLine('7000000', project.company);
    const matched = async (sql: { query(text: string): Promise<unknown> }): Promise<void> => {
      await sql.query('set constraints all deferred');
      await sql.query(proof(waiting, lineId));
      await sql.query('set constraints matching_proof_is_matched immediate');
    };
    expect(await refusalOf('APPLICATION', matched)).toEqual(refused('matching_proof_is_matched'));
    const bare = async (sql: { query(text: string): Promise<unknown> }): Promise<void> => {
      await sql.query(proof(waiting, null));
      await sql.query('set constraints matching_proof_is_matched immediate');
    };
    expect(await refusalOf('APPLICATION', bare)).toEqual(refused('matching_proof_needs_receipt'));
  });

  it('stands on its deposit: a proven one is not reversed', async () => {
    expect(await refusalOf('APPLICATION', `insert into matching_deposit_reversal (deposit_id, reason, known_at, command_id) values ('${proven.depositId}', '다섯 글자 이상', ${WITNESS})`)).toEqual(refused('matching_deposit_still_proven'));
  });
});

describe('a withdrawal that was recorded wrongly', () => {
  const reversal = (id: string): string => `insert into matching_withdrawal_reversal (withdrawal_id, reason, known_at, command_id) values ('${id}', '잘못 적은 회수', ${WITNESS})`;
  const within = (id: string, ...constraints: readonly string[]) => async (sql: { query(text: string): Promise<unknown> }): Promise<void> => {
    await sql.query(reversal(id));
    for (const constraint of constraints) await sql.query(`set constraints ${constraint} immediate`);
  };

  it('is not reversed without its entry in the books, nor by another command, nor twice', async () => {
    const { id } = made('the withdrawal', await withdraw(project, '1000000')) as { id: string };
    expect(await refusalOf('APPLICATION', within(id, 'matching_withdrawal_reversal_room_ties'))).toEqual(refused('matching_allowed_ties'));
    expect((await refusalOf('APPLICATION', reversal(id)))?.code).toMatch(/^23/);
    made('the reversal', await Client.as('finance').post(`/matching-withdrawals/${id}/reversal`, { reason: '잘못 적은 회수' }));
    expect((await refusalOf('APPLICATION', reversal(id)))?.code).toBe('23505');
  });

  it('is not reversed once a clawback was decided after it', async () => {
    const own = await concludedProject({ id: poolId, book: `grant/${poolId}` }, { privateWon: '50000000' });
    await provenDeposit(own, '50000000');
    await decidedRelease(own, '40000000');
    const { id, clawbackId } = made('the withdrawal', await withdraw(own, '10000000')) as { id: string; clawbackId: string };
    made('the decision', await Client.as('checker').post(`/matching-clawbacks/${clawbackId}/decision`, { amountWon: '8000000', noticeOn: today() }));
    expect(await refusalOf('APPLICATION', reversal(id))).toEqual(refused('matching_withdrawal_undecided'));
  });
});

describe('the room', () => {
  it('follows the facts: money that leaves without its entry is refused at commit', async () => {
    const leaves = async (sql: { query(text: string): Promise<unknown> }): Promise<void> => {
      await sql.query(withdrawal('1000000'));
      await sql.query('set constraints matching_withdrawal_room_ties immediate');
    };
    expect(await refusalOf('APPLICATION', leaves)).toEqual(refused('matching_allowed_ties'));
  });

  it('is told by one function: TV-16, floored to the won', async () => {
    const allowed = await withSql('APPLICATION', async (sql) => (await sql.query<{ won: string }>('select matching_allowed($1)::text as won', [project.id])).rows[0]?.won);
    expect(allowed).toBe('80000000');
  });

  it.each(['matching_deposit', 'matching_deposit_proof', 'matching_withdrawal', 'matching_withdrawal_reversal', 'matching_release', 'matching_clawback', 'grant_recovery_ground'])('is not changed in %s afterwards', async (table) => {
    for (const sql of [`update ${table} set command_id = command_id`, `delete from ${table}`]) expect((await refusalOf('APPLICATION', sql))?.code).toBe('42501');
  });

  it('has states that nobody writes by hand', async () => {
    expect((await refusalOf('APPLICATION', `update matching_deposit_state set state = 'PROVEN'`))?.code).toBe('42501');
  });
});

describe('what is excluded', () => {
  it('is not counted by a decision', async () => {
    const { depositId } = await provenDeposit(project, '1000001', { source: 'GUARANTEED_LOAN' });
    const flagId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from matching_deposit_flag where deposit_id = $1', [depositId])).rows[0]?.id ?? '');
    expect(await refusalOf('APPLICATION', `insert into matching_flag_decision (flag_id, counts, reason, known_at, command_id) values ('${flagId}', true, '다섯 글자 이상', ${WITNESS})`)).toEqual(refused('matching_flag_decidable'));
  });
});

describe('a clawback', () => {
  const clawback = (agreementId: string, over: string, total = over): string =>
    `insert into matching_clawback (id, agreement_id, over_released_won, disallowed_won, unspent_won, interest_won, total_won, cause, allowed_won, released_won, known_at, command_id)
     values ('${randomUUID()}', '${agreementId}', ${over}, 0, 0, 0, ${total}, '시험', 0, 0, ${WITNESS})`;

  it('adds up, and stands once', async () => {
    expect((await refusalOf('APPLICATION', clawback(project.id, '10', '11')))?.code).toBe(CHECK);
    made('the withdrawal', await withdraw(project, '10000000'));
    const second = async (sql: { query(text: string): Promise<unknown> }): Promise<void> => {
      await sql.query(clawback(project.id, '8000000'));
      await sql.query('set constraints matching_clawback_stands immediate');
    };
    expect(await refusalOf('APPLICATION', second)).toEqual(refused('matching_clawback_one_proposal'));
  });

  it('is what its recovery rests on: a claim of no ground is refused', async () => {
    const { partyId } = await withSql('OWNER', async (sql) => (await sql.query<{ partyId: string }>('select party_id as "partyId" from grant_agreement where id = $1', [project.id])).rows[0] ?? { partyId: '' });
    const claim = async (sql: { query(text: string): Promise<unknown> }): Promise<void> => {
      await sql.query(
        `insert into grant_recovery (id, call_id, agreement_id, number, debtor_id, principal_won, interest_won, penalty_won, demanded_won, dropped_won, notice_on, due_on, clauses, known_at, command_id)
         values ('${randomUUID()}', '${poolId}', '${project.id}', 'GR-2199-9999', '${partyId}', 10, 0, 0, 10, 0, '2026-01-12', '2026-02-12', '{시험}', ${WITNESS})`,
      );
      await sql.query('set constraints grant_recovery_has_ground immediate');
    };
    expect(await refusalOf('APPLICATION', claim)).toEqual(refused('grant_recovery_has_ground'));
  });
});

describe('who does not see the pool', () => {
  it('sees none of its money', async () => {
    const person = await scopedPerson('FINANCE_MAKER', [`fund/${randomUUID()}`]);
    for (const path of ['deposits', 'withdrawals', 'releases', 'clawbacks', 'rooms']) expect((await person.get(`/matching-pools/${poolId}/${path}`)).status).toBe(404);
    const rows = await withSql('APPLICATION', async (sql) => (await sql.query<{ count: string }>('select (select count(*) from matching_deposit) + (select count(*) from matching_release) + (select count(*) from matching_deposit_state) as count')).rows[0]?.count, [`fund/${randomUUID()}`]);
    expect(rows).toBe('0');
    expect((await Client.as('auditor').get(`/matching-pools/${poolId}/deposits`)).status).toBe(200);
  });
});
