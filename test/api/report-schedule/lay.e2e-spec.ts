import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { lay, listed, scheduleBody, userId } from '../../support/report-schedules.js';
import { itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

describe('laying a schedule of reports', () => {
  let fund: { id: string; number: string };

  beforeAll(async () => {
    fund = await formFund(Client.as('manager'));
  }, 120_000);

  itIsClosedTo('checker', 'layReportSchedule', async (client) => client.post('/reports/schedules', await scheduleBody(fund.id)));
  itIsClosedTo('auditor', 'listReportScheduleChoices', (client) => client.get('/reports/schedules/choices'));
  itWritesOncePerKey(async (ask, variation) => Client.as('finance').post('/reports/schedules', await scheduleBody(fund.id, { daysAfter: variation === 'first' ? 10 : 11 }), ask));

  it('shows what is drafted, for whom, and on which day next', async () => {
    const answer = await lay(fund.id, { period: 'HALF' });
    expectStatus(answer, 201);
    const shown = await listed(answer.body.id as string);
    expect(shown).toMatchObject({ kind: 'FUND_QUARTERLY', subjectNumber: fund.number, period: 'HALF', daysAfter: 10, endedOn: null, refused: 0, recipients: [expect.any(String), expect.any(String)] });
    expect(shown?.nextOn).toMatch(/^\d{4}-(07|01)-\d\d$/);
    const { body } = await Client.as('auditor').get(`/reports/schedules/${answer.body.id as string}`);
    expect(body).toMatchObject({ ...shown, turns: [] });
  });

  it.each([
    ['/period', 'report-schedule.annual-by-year', { kind: 'ANNUAL' }],
    ['/subjectId', 'report-schedule.annual-has-no-subject', { kind: 'ANNUAL', period: 'YEAR' }],
    ['/subjectId', 'report-schedule.subject-not-possible', { subjectId: NOWHERE }],
    ['/subjectId', 'report-schedule.subject-not-possible', { kind: 'MATCHING' }],
    ['/recipientIds/0', 'report-schedule.recipient-not-possible', { recipientIds: [NOWHERE] }],
  ])('says at %s: %s', async (pointer, code, changes) => {
    const { status, body } = await lay(fund.id, changes);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer, code })]]);
  });

  it('takes nobody as a recipient who may take no report away', async () => {
    const { status, body } = await lay(fund.id, { recipientIds: [await userId('auditor'), await userId('admin')] });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/recipientIds/1']);
  });

  it('is about what its owner sees, and in sight of those who see it and of those who receive it', async () => {
    const other = await formFund(Client.as('manager'));
    const narrow = await scopedPerson('FINANCE_MAKER', [`fund/${fund.id}`]);
    const beyond = await lay(other.id, {}, narrow);
    expect([beyond.status, beyond.body.errors?.[0]?.code]).toEqual([400, 'report-schedule.subject-not-possible']);
    const [own, others, theirs] = [await lay(fund.id, {}, narrow), await lay(other.id), await lay(other.id, { recipientIds: [narrow.id] })];
    expect([own.status, others.status, theirs.status]).toEqual([201, 201, 201]);
    const seen = ((await narrow.get('/reports/schedules')).body as Json[]).map(({ id }) => id as string);
    expect([own, others, theirs].map(({ body }) => seen.includes(body.id as string))).toEqual([true, false, true]);
    expect((await narrow.get(`/reports/schedules/${others.body.id as string}`)).status).toBe(404);
    const { body } = await narrow.get('/reports/schedules/choices');
    expect(body.subjects.map(({ id }: Json) => id)).toEqual(Array(4).fill(fund.id));
  });

  it('may be about everything, for an owner who sees a part of it', async () => {
    const narrow = await scopedPerson('FUND_MANAGER', [`fund/${fund.id}`]);
    const answer = await lay(fund.id, { subjectId: undefined, kind: 'ILPA_PERFORMANCE' }, narrow);
    expectStatus(answer, 201);
    expect(await listed(answer.body.id as string, narrow)).toMatchObject({ subjectNumber: null, kind: 'ILPA_PERFORMANCE' });
  });
});
