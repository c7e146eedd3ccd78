import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { checkedApplication, receivedApplication } from '../support/grant-applications.js';
import { concludedAgreement, made, openedCall } from '../support/grants.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the database asks at commit of selections, agreements and objections, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
const WITNESS = `now(), '${randomUUID()}'`;
const finance = Client.as('finance');

/** The statements in turn, then the one check: what else is asked at commit is left alone. */
const outcome = (check: string, ...statements: readonly string[]): Promise<Refusal | null> =>
  refusalOf('APPLICATION', async (client) => {
    for (const sql of statements) await client.query(sql);
    await client.query(`set constraints ${check} immediate`);
    // What `refusalOf` asks beyond is refused for its command alone, which nobody logged.
    await client.query('rollback');
    await client.query('begin');
  });

let callId: string;
let checkedId: string;
beforeAll(async () => {
  callId = (await openedCall()).id;
  checkedId = await checkedApplication(callId);
});

describe('a selection', () => {
  const selected = (applicationId: string, result: string, ofCall = callId): readonly string[] => {
    const id = randomUUID();
    return [
      `insert into grant_selection (id, call_id, decided_on, notified_on, amount_won, known_at, command_id) values ('${id}', '${ofCall}', '2021-03-02', '2021-03-02', 0, ${WITNESS})`,
      `insert into grant_selection_result (selection_id, application_id, outcome, rank, score, amount_won, command_id) values ('${id}', '${applicationId}', '${result}', 1, 80, 0, '${randomUUID()}')`,
    ];
  };

  it('tells of each application where it stands', async () => {
    for (const result of ['SELECTED', 'WAITLISTED', 'REJECTED']) expect([result, await outcome('grant_selection_result_admitted', ...selected(checkedId, result))]).toEqual([result, refused('grant_selection_result_stands')]);
  });

  it('tells of the applications of its own call', async () => {
    const { id: other } = await openedCall();
    const rejectedId = await receivedApplication(callId);
    made('the refusal', await finance.post(`/grant-applications/${rejectedId}/reject`, { reason: '신청자격이 없습니다.' }));
    expect(await outcome('grant_selection_result_admitted', ...selected(rejectedId, 'REJECTED', other))).toEqual(refused('grant_selection_result_stands'));
    expect(await outcome('grant_selection_result_admitted', ...selected(rejectedId, 'REJECTED'))).toBeNull();
  });
});

describe('an agreement', () => {
  it('follows from an application that was selected', async () => {
    const { id } = await concludedAgreement(callId);
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ name: string }>(`select column_name as name from information_schema.columns where table_name = 'grant_agreement' and table_schema = 'public' order by ordinal_position`));
    const said: Readonly<Record<string, string>> = { id: `'${randomUUID()}'`, number: `'X-1'`, application_id: `'${checkedId}'`, command_id: `'${randomUUID()}'` };
    const names = rows.map(({ name }) => name);
    const copy = `insert into grant_agreement (${names.join(', ')}) select ${names.map((name) => said[name] ?? name).join(', ')} from grant_agreement where id = '${id}'`;
    expect(await outcome('grant_agreement_was_selected', copy)).toEqual(refused('grant_agreement_was_selected'));
  });
});

describe('an objection', () => {
  it('is not judged by who turned the application down', async () => {
    const applicationId = await receivedApplication(callId);
    made('the refusal', await finance.post(`/grant-applications/${applicationId}/reject`, { reason: '신청자격이 없습니다.' }));
    const objectionId = made('the objection', await finance.post(`/grant-applications/${applicationId}/objections`, { reason: '신청자격을 다시 보아 주세요.' })).id as string;
    const by = (commandId: string): string => `insert into grant_objection_decision (objection_id, outcome, decided_on, reason, known_at, command_id) values ('${objectionId}', 'DISMISSED', current_date, '그대로 둡니다.', now(), '${commandId}')`;
    const commandOf = async (login: string): Promise<string> =>
      withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from command_log where actor_login = $1 and outcome = 'DONE' order by acted_at desc limit 1`, [login])).rows[0]?.id ?? '');
    expect(await outcome('grant_objection_decided_by_another', by(await commandOf('finance')))).toEqual(refused('grant_objection_decided_by_another'));
    expect(await outcome('grant_objection_decided_by_another', by(await commandOf('compliance')))).toBeNull();
  });
});
