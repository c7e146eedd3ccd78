import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { issued } from '../support/issues.js';
import { lay, userId } from '../support/report-schedules.js';
import { today } from '../support/services.js';
import { refusalOf, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to schedules of reports, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

let fundId: string;
let scheduleId: string;
let owner: string;
let issueId: string;

beforeAll(async () => {
  fundId = (await formFund(Client.as('manager'))).id;
  scheduleId = (await lay(fundId)).body.id as string;
  issueId = (await issued(fundId, today())).id as string;
  owner = await userId('finance');
}, 120_000);

interface Row {
  readonly kind?: string;
  readonly subject?: string | null;
  readonly period?: string;
  readonly until?: string;
}

const text = (value: string | null): string => (value === null ? 'null' : `'${value}'`);
const schedule = ({ kind = 'ILPA_PERFORMANCE', subject = fundId, period = 'QUARTER', until = 'null' }: Row = {}): string =>
  `insert into report_schedule (id, name, kind, subject_id, period, days_after, from_on, until_on, owner_id, known_at, command_id)
   values ('${randomUUID()}', '시험', '${kind}', ${text(subject)}, '${period}', 5, '2026-01-01', ${until}, '${owner}', now(), '${randomUUID()}')`;
const scheduled = (endsOn: string, subject = fundId): string =>
  `insert into report_schedule_issue (issue_id, schedule_id, subject_id, period_ends_on, known_at, command_id) values ('${issueId}', '${scheduleId}', '${subject}', '${endsOn}', now(), '${randomUUID()}')`;

describe('a schedule of reports', () => {
  it('is never changed and never deleted', async () => {
    for (const table of ['report_schedule', 'report_schedule_recipient', 'report_schedule_end', 'report_schedule_issue']) {
      expect([table, (await refusalOf('APPLICATION', `delete from ${table}`))?.code]).toEqual([table, '42501']);
      expect([table, (await refusalOf('APPLICATION', `update ${table} set command_id = command_id`))?.code]).toEqual([table, '42501']);
    }
    expect((await refusalOf('OWNER', `update report_schedule set days_after = 9 where id = '${scheduleId}'`))?.code).toBeDefined();
  });

  it('is stated by the command that lays it', async () => {
    expect((await refusalOf('APPLICATION', schedule()))?.code).toMatch(/^23/);
  });

  it('is the only one about its reports', async () => {
    expect(await refusalOf('APPLICATION', schedule({ kind: 'FUND_QUARTERLY' }))).toEqual(refused('report_schedule_once'));
    expect(await refusalOf('APPLICATION', schedule({ kind: 'FUND_QUARTERLY', subject: null }))).toEqual(refused('report_schedule_once'));
  });

  it('is about a year and everything, where it is the annual report', async () => {
    expect(await refusalOf('APPLICATION', schedule({ kind: 'ANNUAL' }))).toEqual(refused('report_schedule_annual'));
  });

  it('ends no earlier than it begins', async () => {
    expect((await refusalOf('APPLICATION', schedule({ until: "'2025-12-31'" })))?.code).toBe('23514');
  });

  it('issues what it was laid for and nothing else', async () => {
    // The issue is of another kind of report.
    expect(await refusalOf('APPLICATION', scheduled('2026-09-30'))).toEqual(refused('report_schedule_issue_fits'));
    expect(await refusalOf('APPLICATION', scheduled('2025-12-31'))).toEqual(refused('report_schedule_issue_fits'));
  });

  it('is ended by the command that ends it', async () => {
    expect((await refusalOf('APPLICATION', `insert into report_schedule_end (schedule_id, reason, known_at, command_id) values ('${scheduleId}', '시험 종료', now(), '${randomUUID()}')`))?.code).toMatch(/^23/);
  });
});
