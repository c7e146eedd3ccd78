import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { checkedApplication, receivedApplication } from '../support/grant-applications.js';
import { openedCall } from '../support/grants.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: budgets of what is pending, steps, scores, objections. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
const WITNESS = `now(), '${randomUUID()}'`;

let callId: string;
let evaluatorId: string;
let makerId: string;

const idOf = async (login: string): Promise<string> => withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from app_user where login = $1', [login])).rows[0]?.id ?? '');

beforeAll(async () => {
  callId = (await openedCall()).id;
  [evaluatorId, makerId] = [await idOf('committee1'), await idOf('finance')];
});

const step = (id: string, event: string): string => `insert into grant_application_event (application_id, event, happened_on, known_at, command_id) values ('${id}', '${event}', '2021-03-03', ${WITNESS})`;
const declaration = (id: string, conflicted = false, by = evaluatorId): string =>
  `insert into grant_evaluation_declaration (application_id, evaluator_id, conflicted, note, known_at, command_id) values ('${id}', '${by}', ${conflicted}, '지도교수 관계', ${WITNESS})`;
const score = (id: string, by = evaluatorId, round = 1): string => `insert into grant_evaluation_score (application_id, evaluator_id, round, score, known_at, command_id) values ('${id}', '${by}', ${round}, 80, ${WITNESS})`;
const inTurn = (...statements: string[]) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
  for (const sql of statements) await client.query(sql);
};

describe('the budget of a call', () => {
  const budget = (id: string, stage: string): string => `insert into grant_budget (id, call_id, fiscal_year, stage, amount_won, decided_on, clause, known_at, command_id) values (gen_random_uuid(), '${id}', 2022, '${stage}', 1, '2022-01-02', '-', ${WITNESS})`;

  it('is no more than a proposal while the feasibility study is pending', async () => {
    const { id } = await openedCall({ kind: 'OSMU', budgetWon: '0', changes: { feasibility: 'PENDING' } });
    for (const stage of ['APPROVED', 'SUPPLEMENTARY', 'TRANSFER', 'CARRIED_FORWARD']) expect(await refusalOf('APPLICATION', budget(id, stage))).toEqual(refused('grant_budget_is_feasible'));
    expect((await refusalOf('APPLICATION', budget(id, 'PROPOSAL')))?.constraint).not.toBe('grant_budget_is_feasible');
  });

  it('waits for no study where none is needed', async () => {
    expect(await refusalOf('APPLICATION', `insert into grant_feasibility_pass (call_id, passed_on, clause, known_at, command_id) values ('${callId}', '2022-01-01', '-', ${WITNESS})`)).toEqual(refused('grant_feasibility_awaited'));
  });
});

describe('the steps of an application', () => {
  it.each(['evaluate', 'select', 'waitlist', 'agree', 'reconsider', 'nonsense'])('know no %s of one that was just received', async (event) => {
    expect(await refusalOf('APPLICATION', step(await receivedApplication(callId), event))).toEqual(refused('grant_application_life'));
  });

  it('are stated by a command of their own transaction', async () => {
    expect((await refusalOf('APPLICATION', step(await receivedApplication(callId), 'withdraw')))?.code).toMatch(/^23/);
  });

  it('lead to a state that nobody writes by hand', async () => {
    expect((await refusalOf('APPLICATION', `update grant_application_state set state = 'SELECTED'`))?.code).toBe('42501');
  });
});

describe('a score', () => {
  it('wants a declaration free of conflicts', async () => {
    const id = await checkedApplication(callId);
    expect(await refusalOf('APPLICATION', score(id))).toEqual(refused('grant_evaluation_score_declared'));
    expect(await refusalOf('APPLICATION', inTurn(declaration(id, true), score(id)))).toEqual(refused('grant_evaluation_score_declared'));
  });

  it('is not given by whoever recorded the application', async () => {
    const id = await checkedApplication(callId);
    expect(await refusalOf('APPLICATION', inTurn(declaration(id, false, makerId), score(id, makerId)))).toEqual(refused('grant_evaluation_score_independent'));
  });

  it('comes while the application is open to evaluation, and for the present round', async () => {
    const [open, checked] = [await receivedApplication(callId), await checkedApplication(callId)];
    expect(await refusalOf('APPLICATION', inTurn(declaration(open), score(open)))).toEqual(refused('grant_evaluation_score_open'));
    expect(await refusalOf('APPLICATION', inTurn(declaration(checked), score(checked, evaluatorId, 2)))).toEqual(refused('grant_evaluation_score_open'));
  });
});

describe('an objection', () => {
  it('is taken against what was decided, once at a time', async () => {
    const [open, rejected] = [await receivedApplication(callId), await receivedApplication(callId)];
    await Client.as('finance').post(`/grant-applications/${rejected}/reject`, { reason: '신청자격이 없습니다.' });
    const objection = (id: string, against: string): string => `insert into grant_objection (id, application_id, filed_on, reason, against, known_at, command_id) values (gen_random_uuid(), '${id}', '2021-03-03', '다시 보아 주십시오.', '${against}', ${WITNESS})`;
    expect(await refusalOf('APPLICATION', objection(open, 'REJECTED'))).toEqual(refused('grant_objection_admitted'));
    expect(await refusalOf('APPLICATION', objection(rejected, 'WAITLISTED'))).toEqual(refused('grant_objection_admitted'));
    expect(await refusalOf('APPLICATION', inTurn(objection(rejected, 'REJECTED'), objection(rejected, 'REJECTED')))).toEqual(refused('grant_objection_admitted'));
  });
});

describe('an exclusion', () => {
  it.each([
    ['of nobody', 'null, null, null'],
    ['of a name without a number', `null, '박제재', null`],
  ])('%s is refused', async (_what, whom) => {
    expect((await refusalOf('APPLICATION', `insert into grant_ban (id, party_id, researcher, researcher_number, from_on, to_on, ground, source, known_at, command_id) values (gen_random_uuid(), ${whom}, '2021-01-01', '2021-12-31', '용도 외 사용', '-', ${WITNESS})`))?.code).toBe('23514');
  });
});

describe('an application', () => {
  it('has one lead that asks for money', async () => {
    const sql = `insert into grant_application (id, call_id, number, received_on, title, period_from, period_to, known_at, command_id) values (gen_random_uuid(), '${callId}', '${randomUUID()}', '2021-03-03', '빈 신청', '2021-04-01', '2021-12-31', ${WITNESS})`;
    expect(await refusalOf('APPLICATION', inTurn(sql, 'set constraints grant_application_has_lead immediate'))).toEqual(refused('grant_application_has_lead'));
  });
});
