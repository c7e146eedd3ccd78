import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { lay, userId } from '../support/report-schedules.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to schedules of reports, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
const COMMAND: string = randomUUID();

let fundId: string;
let scheduleId: string;
let owner: string;
let stated: string;

beforeAll(async () => {
  fundId = (await formFund(Client.as('manager'))).id;
  scheduleId = (await lay(fundId)).body.id as string;
  owner = await userId('finance');
  stated = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select command_id as id from report_schedule where id = $1', [scheduleId])).rows[0]?.id ?? '');
}, 120_000);

interface Row {
  readonly id?: string;
  readonly kind?: string;
  readonly subject?: string | null;
  readonly period?: string;
  readonly days?: number;
  readonly command?: string;
  readonly by?: string;
}

const text = (value: string | null): string => (value === null ? 'null' : `'${value}'`);
const schedule = ({ id = randomUUID(), kind = 'ILPA_PERFORMANCE', subject = fundId, period = 'QUARTER', days = 5, command = COMMAND, by = owner }: Row = {}): string =>
  `insert into report_schedule (id, kind, subject_id, period, days_after, owner_id, known_at, command_id) values ('${id}', '${kind}', ${text(subject)}, '${period}', ${days}, '${by}', now(), '${command}')`;
const recipient = (id: string, command = COMMAND): string => `insert into report_schedule_recipient (schedule_id, user_id, known_at, command_id) values ('${id}', '${owner}', now(), '${command}')`;

interface Turn {
  readonly subject?: string;
  readonly endsOn?: string;
  readonly attempt?: number;
  readonly outcome?: string;
  readonly draft?: string | null;
  readonly problem?: boolean;
}

const turn = ({ subject = fundId, endsOn = '2031-03-31', attempt = 1, outcome = 'REFUSED', draft = null, problem = outcome === 'REFUSED' }: Turn = {}): string =>
  `insert into report_schedule_turn (schedule_id, subject_id, period_ends_on, attempt, outcome, draft_id, problem_code, problem_ko, problem_en, known_at, command_id)
   values ('${scheduleId}', '${subject}', '${endsOn}', ${attempt}, '${outcome}', ${text(draft)}, ${problem ? "'no', '안 됨', 'no'" : 'null, null, null'}, now(), '${COMMAND}')`;

describe('a schedule of reports', () => {
  it('is never changed and never deleted, nor is what came of it', async () => {
    for (const table of ['report_schedule', 'report_schedule_recipient', 'report_schedule_end', 'report_schedule_turn']) {
      expect([table, (await refusalOf('APPLICATION', `delete from ${table}`))?.code]).toEqual([table, '42501']);
      expect([table, (await refusalOf('APPLICATION', `update ${table} set command_id = command_id`))?.code]).toEqual([table, '42501']);
    }
    expect((await refusalOf('OWNER', `update report_schedule set days_after = 9 where id = '${scheduleId}'`))?.code).toBeDefined();
  });

  it('is stated by the command that lays it, of its own transaction', async () => {
    const id = randomUUID();
    expect((await refusalOf('APPLICATION', (sql) => sql.query(`${schedule({ id })}; ${recipient(id)}`)))?.code).toMatch(/^23/);
    expect((await refusalOf('APPLICATION', (sql) => sql.query(`${schedule({ id, command: stated })}; ${recipient(id, stated)}`)))?.code).toMatch(/^23/);
  });

  it('has recipients, and belongs to who laid it', async () => {
    expect(await refusalOf('OWNER', schedule({ command: stated }))).toEqual(refused('report_schedule_has_recipients'));
    const [id, other] = [randomUUID(), await userId('auditor')];
    expect(await refusalOf('OWNER', (sql) => sql.query(`${schedule({ id, command: stated, by: other })}; ${recipient(id, stated)}`))).toEqual(refused('report_schedule_is_its_owners'));
  });

  it('gets no recipient afterwards', async () => {
    const late = `insert into report_schedule_recipient (schedule_id, user_id, known_at, command_id) values ('${scheduleId}', '${owner}', now(), '${COMMAND}')`;
    expect(await refusalOf('APPLICATION', late)).toEqual(refused('report_schedule_recipient_in_time'));
  });

  it('is about a year and everything, where it is the annual report, and never a day late by half a year', async () => {
    expect(await refusalOf('APPLICATION', schedule({ kind: 'ANNUAL' }))).toEqual(refused('report_schedule_annual'));
    for (const changes of [{ days: 0 }, { days: 181 }, { period: 'MONTH' }, { kind: 'GRANT_FORM' }]) expect((await refusalOf('APPLICATION', schedule(changes)))?.code).toBe('23514');
  });

  it('is laid by nobody in whose sight it is not', async () => {
    const apart = (await formFund(Client.as('manager'))).id;
    const id = randomUUID();
    const attempt = withSql('APPLICATION', (sql) => sql.query(schedule({ id })), [`fund/${apart}`], await userId('manager'));
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what came of a schedule', () => {
  it('is stated by the command that drafts', async () => {
    expect((await refusalOf('APPLICATION', turn()))?.code).toMatch(/^23/);
  });

  it('is about what it was laid for, at the end of a period that was not over then', async () => {
    for (const changes of [{ subject: randomUUID() }, { endsOn: '2031-03-30' }, { endsOn: '2031-02-28' }, { endsOn: '2020-12-31' }]) {
      expect(await refusalOf('OWNER', turn(changes))).toEqual(refused('report_schedule_turn_fits'));
    }
  });

  it('names its draft or its reason, and the draft is one of this very report', async () => {
    expect(await refusalOf('OWNER', turn({ outcome: 'DRAFTED' }))).toEqual(refused('report_schedule_turn_draft'));
    expect(await refusalOf('OWNER', turn({ problem: false }))).toEqual(refused('report_schedule_turn_problem'));
    expect(await refusalOf('OWNER', turn({ outcome: 'DRAFTED', draft: stated }))).toEqual(refused('report_schedule_turn_is_its_draft'));
  });

  it('is drafted or found once, and attempts are counted', async () => {
    const twice = (first: Turn, second: Turn) => refusalOf('OWNER', (sql) => sql.query(`${turn(first)}; ${turn(second)}`));
    expect(await refusalOf('OWNER', turn({ attempt: 2 }))).toEqual(refused('report_schedule_turn_in_turn'));
    expect(await twice({ outcome: 'FOUND' }, { attempt: 2 })).toEqual(refused('report_schedule_turn_in_turn'));
    expect(await twice({ outcome: 'FOUND' }, { attempt: 2, outcome: 'FOUND' })).toEqual({ code: '23505', constraint: 'report_schedule_turn_once' });
    expect((await twice({}, {}))?.code).toBe('23505');
  });
});
