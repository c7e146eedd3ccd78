import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Client } from '../support/client.js';
import { pendingDeal } from '../support/funds.js';
import { instituteName, recognisedDeal, type RecognisedDeal } from '../support/recognition.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: recognitions, what they rest on, and who decides. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });
const people = new Map<string, string>();
let deal: RecognisedDeal;
let evidenceId = '';

beforeAll(async () => {
  const rows = await withSql('OWNER', async (sql) => (await sql.query<{ login: string; id: string }>('select login, id from app_user')).rows);
  rows.forEach(({ login, id }) => people.set(login, id));
  deal = await recognisedDeal();
  evidenceId = deal.evidence[0]?.id as string;
});

/** A command as a forger would log it: everything about it is right but what it states. */
async function logged(sql: pg.Client, command: string, login: string, id: string): Promise<void> {
  await sql.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
     values ($1, $2, $3, $4, '{}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`,
    [id, command, people.get(login), login],
  );
}

async function decided(sql: pg.Client, investmentId: string, changes: { by?: string; decision?: string; commandId: string }): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `insert into classification (investment_id, decision, route, company_basis, effective_on, reason, decided_by, rule_version, known_at, command_id)
     values ($1, $2, 'LAB_COMPANY', 'STARTUP', '2024-06-03', '시험', $3, '1', now(), $4) returning id`,
    [investmentId, changes.decision ?? 'NOT_QUALIFIED', people.get(changes.by ?? 'compliance'), changes.commandId],
  );
  return rows[0]?.id ?? '';
}

async function frozen(sql: pg.Client, classificationId: string, commandId: string, changes: { asOf?: string; facts?: string; sha256?: string } = {}): Promise<void> {
  const facts = changes.facts ?? '{"format":"raw"}';
  await sql.query(`insert into recognition_snapshot (classification_id, as_of, facts, sha256, known_at, command_id) values ($1, $2, $3, $4, now(), $5)`, [
    ...[classificationId, changes.asOf ?? '2024-06-03', facts],
    ...[changes.sha256 ?? createHash('sha256').update(facts).digest('hex'), commandId],
  ]);
}

describe('a decision about recognition', () => {
  const attempt = (work: (sql: pg.Client, id: string) => Promise<unknown>, login = 'compliance') =>
    refusalOf('APPLICATION', async (sql) => {
      const id = randomUUID();
      await work(sql, id);
      await logged(sql, 'classification.decide', login, id);
    });

  it('is made in person', async () => {
    const id = await pendingDeal(deal.fundId, '1000');
    expect(await attempt((sql, commandId) => decided(sql, id, { commandId, by: 'compliance2' }))).toEqual(refused('classification_in_person'));
    expect(await attempt((sql, commandId) => decided(sql, id, { commandId }))).toBeNull();
  });

  it('is not made by whoever recorded the deal or attached its evidence', async () => {
    const id = await pendingDeal(deal.fundId, '1000');
    expect(await attempt((sql, commandId) => decided(sql, id, { commandId, by: 'manager' }), 'manager')).toEqual(refused('classification_by_another'));
  });

  it('freezes what an acceptance rests on', async () => {
    const id = await pendingDeal(deal.fundId, '1000');
    expect(await attempt((sql, commandId) => decided(sql, id, { commandId, decision: 'QUALIFIED' }))).toEqual(refused('classification_frozen'));
    expect(await attempt(async (sql, commandId) => frozen(sql, await decided(sql, id, { commandId, decision: 'QUALIFIED' }), commandId))).toBeNull();
  });

  it('freezes the facts of a day of payment, with a hash that fits', async () => {
    const id = await pendingDeal(deal.fundId, '1000');
    const freeze = (changes: Parameters<typeof frozen>[3]) => attempt(async (sql, commandId) => frozen(sql, await decided(sql, id, { commandId, decision: 'QUALIFIED' }), commandId, changes));
    expect(await freeze({ asOf: '2024-06-04' })).toEqual(refused('recognition_snapshot_on_payment'));
    expect(await freeze({ sha256: '0'.repeat(64) })).toEqual(refused('recognition_snapshot_hash'));
    expect((await freeze({ facts: 'not json' }))?.code).toBe(CHECK);
    const earlier = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from classification where investment_id = $1', [deal.investmentId])).rows[0]?.id ?? '');
    expect((await attempt(async (sql, commandId) => frozen(sql, earlier, commandId)))?.constraint).toMatch(/recognition_snapshot_(pkey|on_payment)/);
  });

  it('is stated by its own command alone', async () => {
    const id = await pendingDeal(deal.fundId, '1000');
    const answer = await refusalOf('APPLICATION', async (sql) => {
      const commandId = randomUUID();
      await decided(sql, id, { commandId });
      await logged(sql, 'evidence.attach', 'compliance', commandId);
    });
    expect(answer).toEqual(refused('classification_own_command'));
  });
});

describe('what a document says', () => {
  const detail = (id: string, columns: string, values: string): string => `insert into evidence_detail (evidence_id, ${columns}, known_at, command_id) values ('${id}', ${values}, now(), '${randomUUID()}')`;
  const bare = async (): Promise<string> => {
    const attached = await Client.as('manager').post(`/investments/${deal.investmentId}/evidence`, { evidence: [{ kind: '정관' }] });
    return (attached.body.evidence as { id: string; kind: string }[]).find(({ kind }) => kind === '정관')?.id ?? '';
  };

  it.each([
    ['number', `'제1호'`, 'evidence_detail_with_evidence'],
    ['number', 'null', 'evidence_detail_says_something'],
    ['holding_basis_points', '10001', 'evidence_detail_holding_basis_points_check'],
    ['holding_law', `'OTHER'`, 'evidence_detail_holding_law_check'],
    ['term_from, term_to', `'2024-02-01', '2024-01-31'`, 'evidence_detail_check'],
  ])('is not added later, nor nonsense: %s %s', async (columns, values, constraint) => {
    expect(await refusalOf('APPLICATION', detail(await bare(), columns, values))).toEqual(refused(constraint));
  });
});

describe('the turn of a document', () => {
  const turn = (kind: string, replacedBy: string | null = null, of = evidenceId): string =>
    `insert into evidence_turn (id, evidence_id, turn, happened_on, reason, replaced_by, known_at, command_id)
     values (gen_random_uuid(), '${of}', '${kind}', '2024-07-01', '시험', ${replacedBy === null ? 'null' : `'${replacedBy}'`}, now(), '${randomUUID()}')`;
  const inTurn = (...statements: string[]) => async (sql: pg.Client): Promise<void> => {
    for (const statement of statements) await sql.query(statement);
  };

  it('is the last one, unless a status was lost that proves false afterwards', async () => {
    expect(await refusalOf('APPLICATION', inTurn(turn('FALSE_DOCUMENT'), turn('LOST_STATUS')))).toEqual(refused('evidence_turn_open'));
    expect(await refusalOf('APPLICATION', inTurn(turn('LOST_STATUS'), turn('LOST_STATUS')))).toEqual({ code: '23505', constraint: 'evidence_turn_evidence_id_turn_key' });
    // Goes as far as the command that it claims, which nobody logged.
    expect((await refusalOf('APPLICATION', inTurn(turn('LOST_STATUS'), turn('FALSE_DOCUMENT'))))?.code).toBe('23503');
  });

  it('names what replaces it, of the same investment, for a correction and for nothing else', async () => {
    const other = (await recognisedDeal()).evidence[0]?.id as string;
    expect(await refusalOf('APPLICATION', turn('CORRECTED'))).toEqual(refused('evidence_turn_replacement'));
    expect(await refusalOf('APPLICATION', turn('CORRECTED', evidenceId))).toEqual(refused('evidence_turn_replacement'));
    expect(await refusalOf('APPLICATION', turn('FALSE_DOCUMENT', deal.evidence[1]?.id as string))).toEqual(refused('evidence_turn_replacement'));
    expect(await refusalOf('APPLICATION', turn('CORRECTED', other))).toEqual(refused('evidence_turn_same_investment'));
  });
});

describe('the list of public institutes', () => {
  const listed = (name: string, from = '2020-01-01', id = randomUUID()): string =>
    `insert into public_institute (id, name, kind, valid_from, source, known_at, command_id) values ('${id}', '${name}', 'OTHER', '${from}', '시험', now(), '${randomUUID()}')`;

  it('holds an institute once at a time, however it is spelled', async () => {
    const name = instituteName();
    const answer = await refusalOf('APPLICATION', async (sql) => {
      await sql.query(listed(name));
      await sql.query(listed(name.replace(' ', '·'), '2021-01-01'));
    });
    expect(answer).toEqual(refused('public_institute_once'));
  });

  it('lets one leave after it came, and only once', async () => {
    const id = randomUUID();
    const end = (on: string): string => `insert into public_institute_end (institute_id, last_on, reason, known_at, command_id) values ('${id}', '${on}', '시험', now(), '${randomUUID()}')`;
    const after = (...statements: string[]) => refusalOf('APPLICATION', async (sql) => {
      for (const statement of [listed(instituteName(), '2020-01-01', id), ...statements]) await sql.query(statement);
    });
    expect(await after(end('2019-12-31'))).toEqual(refused('public_institute_end_in_order'));
    expect((await after(end('2020-01-01'), end('2020-01-02')))?.code).toBe('23505');
  });
});

describe('the withdrawal of an answer', () => {
  const id = randomUUID();
  const withdrawn = (from: string): string => `insert into recognition_exception_withdrawal (exception_id, withdrawn_from, reason, known_at, command_id) values ('${id}', '${from}', '시험', now(), '${randomUUID()}')`;
  const after = (...statements: string[]) =>
    refusalOf('APPLICATION', async (sql) => {
      await sql.query(
        `insert into recognition_exception (id, fund_id, number, issuer, subject, valid_from, valid_to, known_at, command_id)
         values ('${id}', '${deal.fundId}', '${id}', '자문위', '시험', '2024-01-01', '2024-12-31', now(), '${randomUUID()}')`,
      );
      for (const statement of statements) await sql.query(statement);
    });

  it('lies within its term and happens once', async () => {
    expect(await after(withdrawn('2023-12-31'))).toEqual(refused('recognition_exception_withdrawn_in_term'));
    expect(await after(withdrawn('2025-01-01'))).toEqual(refused('recognition_exception_withdrawn_in_term'));
    expect((await after(withdrawn('2024-06-01'), withdrawn('2024-06-02')))?.code).toBe('23505');
    // Goes as far as the command that it claims, which nobody logged.
    expect((await after(withdrawn('2024-12-31')))?.code).toBe('23503');
  });

  it('is stated by its own command alone', async () => {
    const answer = await refusalOf('APPLICATION', async (sql) => {
      const [given, taken] = [randomUUID(), randomUUID()];
      await sql.query(
        `insert into recognition_exception (id, fund_id, number, issuer, subject, valid_from, known_at, command_id) values ($1, $2, $3, '자문위', '시험', '2024-01-01', now(), $4)`,
        [id, deal.fundId, `철회-${id}`, given],
      );
      await logged(sql, 'recognition-exception.record', 'manager', given);
      await sql.query(`insert into recognition_exception_withdrawal (exception_id, withdrawn_from, reason, known_at, command_id) values ($1, '2024-06-01', '시험', now(), $2)`, [id, taken]);
      await logged(sql, 'evidence.attach', 'manager', taken);
    });
    expect(answer).toEqual(refused('recognition_exception_withdrawal_own_command'));
  });
});

describe('what recognition rests on', () => {
  it.each(['public_institute', 'public_institute_end', 'evidence_detail', 'evidence_turn', 'recognition_exception', 'recognition_exception_withdrawal', 'recognition_snapshot'])('is never changed nor taken away: %s', async (table) => {
    expect((await refusalOf('APPLICATION', `update ${table} set known_at = now()`))?.code).toBe('42501');
    expect((await refusalOf('APPLICATION', `delete from ${table}`))?.code).toBe('42501');
  });

  it('is seen by nobody outside of the fund', async () => {
    const seen = (scopes: string[]) =>
      withSql(
        'APPLICATION',
        async (sql) => (await sql.query<{ count: string }>('select (select count(*) from evidence_detail) + (select count(*) from recognition_snapshot) as count')).rows[0]?.count,
        scopes,
      );
    expect([await seen([`fund/${deal.fundId}`]), await seen([`fund/${randomUUID()}`])]).toEqual([expect.stringMatching(/^[1-9]/), '0']);
  });
});
