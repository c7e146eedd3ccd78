import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { actorOfAccount } from '#libs/access';
import { localDate } from '#libs/calendar';
import { NO_ORIGIN, type Actor } from '#libs/command';
import { InvariantError } from '#libs/errors';
import { REPORT_SCHEDULE_COMMANDS, ScheduleDesk } from '#libs/report';
import { IssueDesk } from '../../libs/report/src/issue/issue-desk.service.js';
import { issueReport } from '../../libs/report/src/issue/issue.service.js';
import { listDeliveries, type Delivery } from '../../libs/report/src/schedule/delivery/delivery.query.js';
import { getSchedule } from '../../libs/report/src/schedule/schedule.query.js';
import type { LayReportSchedule, ReportSchedule } from '../../libs/report/src/schedule/schedule.js';
import { viewSchedule } from '../../libs/report/src/schedule/schedule.view.js';
import { listTurnStandings, type TurnStanding } from '../../libs/report/src/schedule/turn.query.js';
import { clockedOffice, type ClockedOffice } from '../support/clocked-office.js';
import { userId } from '../support/report-schedules.js';
import { withSql } from '../support/sql.js';

const [layReportSchedule, , endReportSchedule] = REPORT_SCHEDULE_COMMANDS;

/** A holiday after Chuseok of 2023 lies between the end of a quarter and its report, and every report wants the signature of compliance. */
describe('reports that are issued by the calendar', () => {
  let office: ClockedOffice;
  let desk: ScheduleDesk;
  let fundId: string;
  let scheduleId: string;

  const at = (day: string): void => office.clock.set(`${day}T09:00:00+09:00`);
  const outcomes = async (): Promise<string[]> => (await desk.draftDue()).map(({ outcome, periodEndsOn }) => `${outcome} ${periodEndsOn}`);
  const rows = <Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> => withSql('OWNER', async (client) => (await client.query<Row>(sql, parameters)).rows);
  const fundOf = async (number: string): Promise<string> => (await rows<{ id: string }>('select id from fund where number = $1', [number]))[0]?.id ?? '';
  const schedule = (id = scheduleId): Promise<ReportSchedule> => office.cast.look((tx) => getSchedule(tx, id));
  const nextOn = async (): Promise<string | null> => viewSchedule(await schedule(), office.clock.today()).nextOn;
  const turns = (id = scheduleId): Promise<TurnStanding[]> => office.cast.look((tx) => listTurnStandings(tx, id, office.clock.now(), 200));
  const requestOf = async (endsOn: string): Promise<string> => (await turns()).find(({ periodEndsOn }) => periodEndsOn === endsOn)?.approvalId ?? '';
  const actorFor = async (login: string, permission: string): Promise<Actor> => office.cast.look(async (tx) => actorOfAccount(tx, await userId(login), permission));
  const received = async (login: string): Promise<Delivery[]> => office.cast.look(async (tx) => (await listDeliveries(tx, await userId(login), 200)).filter(({ subjectNumber }) => subjectNumber === 'FND-2021-02'));
  /** Compliance has to sign it before anything is drafted by it. */
  const lay = async (changes: Partial<LayReportSchedule> = {}): Promise<string> => {
    const recipientIds = [await userId('auditor'), await userId('director')];
    const requestId = await office.cast.draft('finance', layReportSchedule, { kind: 'FUND_COMPLIANCE', subjectId: fundId, period: 'QUARTER', daysAfter: 2, recipientIds, ...changes });
    return ((await office.cast.signOnce(requestId)) as { id: string }).id;
  };

  beforeAll(async () => {
    office = await clockedOffice('2023-09-22T10:00:00+09:00');
    desk = office.app.get(ScheduleDesk);
    fundId = await fundOf('FND-2021-02');
    scheduleId = await lay();
  }, 400_000);

  afterAll(() => office.stop(), 60_000);

  it('are drafted on the first working day after the days of the schedule', async () => {
    at('2023-10-02');
    expect(await outcomes()).toEqual([]);
    at('2023-10-03');
    expect([await outcomes(), await nextOn()]).toEqual([[], '2023-10-04']);
  });

  it('are drafted once, however many ask at the same moment and however often', async () => {
    at('2023-10-04');
    const both = await Promise.all([outcomes(), outcomes()]);
    expect(both.flat()).toEqual(['DRAFTED 2023-09-30']);
    expect(await outcomes()).toEqual([]);
    at('2023-10-05');
    expect([await outcomes(), await nextOn()]).toEqual([[], '2024-01-02']);
  });

  it('wait for their signature, and come to the recipients with it', async () => {
    expect([await turns(), await received('auditor')]).toEqual([[expect.objectContaining({ state: 'WAITING', issueId: null, attempts: 1 })], []]);
    await office.cast.signOnce(await requestOf('2023-09-30'));
    expect(await turns()).toMatchObject([{ state: 'ISSUED', issueNumber: expect.stringMatching(/^RPT-A-2023-/), periodEndsOn: '2023-09-30' }]);
    expect(await received('auditor')).toMatchObject([{ state: 'NEW', takenAt: null, version: 1, status: 'VALID', asOf: '2023-09-30' }]);
    expect(await received('manager')).toEqual([]);
  });

  it('are new to each recipient until they take them away', async () => {
    const actor = await actorFor('auditor', 'report.download');
    const attendance = { tell: () => undefined, signal: new AbortController().signal };
    await office.app.get(IssueDesk).download({ actor, origin: NO_ORIGIN, attendance }, (await received('auditor'))[0]?.issueId ?? '', { format: 'csv', reason: '정기 보고서 수령', receipt: false });
    expect(await received('auditor')).toMatchObject([{ state: 'TAKEN', takenAt: office.clock.now() }]);
    expect(await received('director')).toMatchObject([{ state: 'NEW' }]);
  });

  it('are not drafted twice when the program falls over between the draft and the record of it', async () => {
    at('2024-01-02');
    await rows('revoke insert on report_schedule_turn from baton_app');
    await expect(desk.draftDue()).rejects.toThrow('not looked at to the end');
    const submitted = `select id from command_log where outcome = 'SUBMITTED' and input ->> 'asOf' = '2023-12-31' and input ->> 'subjectId' = $1`;
    const drafts = await rows<{ id: string }>(submitted, [fundId]);
    expect([drafts.length, (await turns()).length]).toEqual([1, 1]);
    await rows('grant insert (schedule_id, subject_id, period_ends_on, attempt, outcome, draft_id, problem_code, problem_ko, problem_en, known_at, command_id) on report_schedule_turn to baton_app');
    expect(await desk.draftDue()).toMatchObject([{ outcome: 'DRAFTED', periodEndsOn: '2023-12-31', draftId: drafts[0]?.id }]);
    expect(await rows(submitted, [fundId])).toEqual(drafts);
  });

  it('stay as they are when compliance sends them back', async () => {
    await office.cast.sendBack(await requestOf('2023-12-31'), '자료를 다시 확인해 주세요.');
    at('2024-01-03');
    expect([await outcomes(), (await turns())[0]?.state]).toEqual([[], 'STOPPED']);
  });

  it('are left to those who issued them by hand, and come to the recipients as well', async () => {
    at('2024-04-01');
    const input = await office.app.get(IssueDesk).toIssue(await actorFor('manager', issueReport.name), { kind: 'FUND_COMPLIANCE', subjectId: fundId, asOf: localDate('2024-03-31'), reason: '부처의 요청으로 먼저 발급' });
    await office.cast.do('manager', issueReport, input);
    expect((await received('director')).map(({ asOf }) => asOf)).toEqual(['2024-03-31', '2023-09-30']);
    at('2024-04-02');
    expect([await outcomes(), (await turns())[0]]).toEqual([['FOUND 2024-03-31'], expect.objectContaining({ state: 'ISSUED', approvalId: null })]);
  });

  it('are refused for a reason that everybody sees, and tried again when somebody asks', async () => {
    await rows(`update app_user set active = false where login = 'finance'`);
    at('2024-07-02');
    expect([await outcomes(), await outcomes()]).toEqual([['REFUSED 2024-06-30'], []]);
    at('2024-07-03');
    expect([await outcomes(), (await schedule()).refused]).toEqual([[], 1]);
    expect((await turns())[0]).toMatchObject({ state: 'REFUSED', attempts: 1, problemKo: expect.stringContaining('이나래') });
    const manager = await actorFor('manager', 'report-schedule.draft');
    expect(await desk.draft(manager, scheduleId)).toMatchObject([{ outcome: 'REFUSED', attempt: 2 }]);
    await rows(`update app_user set active = true where login = 'finance'`);
    expect(await desk.draft(manager, scheduleId)).toMatchObject([{ outcome: 'DRAFTED', attempt: 3 }]);
    expect([(await schedule()).refused, (await turns())[0]]).toEqual([0, expect.objectContaining({ state: 'WAITING', attempts: 3, problemKo: null })]);
  });

  it('are refused where their figures do not tie, and only they', async () => {
    at('2024-07-04');
    const everything = await lay({ kind: 'PARTNER_STATEMENTS', subjectId: null, period: 'HALF' });
    at('2025-01-02');
    const issues = office.app.get(IssueDesk);
    const real = issues.toIssue.bind(issues);
    const broken = jest.spyOn(issues, 'toIssue').mockImplementation((actor, request) => (request.kind === 'PARTNER_STATEMENTS' && request.subjectId === fundId ? Promise.reject(new InvariantError('the sums differ')) : real(actor, request)));
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const tried = (await desk.draftDue()).filter((turn) => turn.scheduleId === everything);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('the sums differ'));
    broken.mockRestore();
    said.mockRestore();
    const funds = await rows('select id from fund');
    expect([tried.length, tried.filter(({ outcome }) => outcome === 'REFUSED').map(({ subjectId }) => subjectId)]).toEqual([funds.length, [fundId]]);
    const shown = (await turns(everything)).find(({ state }) => state === 'REFUSED');
    expect([(await schedule(everything)).refused, shown?.problemKo]).toEqual([1, expect.stringContaining('맞지 않')]);
  });

  it('end with the schedule: nothing more is drafted, and nothing more comes', async () => {
    at('2025-01-13');
    const before = (await received('director')).length;
    await office.cast.do('compliance', endReportSchedule, { scheduleId, reason: '담당 변경' });
    await office.cast.signOnce(await requestOf('2024-12-31'));
    expect((await received('director')).length).toBe(before);
    at('2025-04-02');
    expect((await desk.draftDue()).filter((turn) => turn.scheduleId === scheduleId)).toEqual([]);
    expect([await nextOn(), await schedule()]).toEqual([null, expect.objectContaining({ endedOn: '2025-01-13', endReason: '담당 변경' })]);
  });
});
