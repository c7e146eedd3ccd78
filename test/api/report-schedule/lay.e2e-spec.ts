import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { lay, listed, scheduleBody, userId } from '../../support/report-schedules.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

describe('laying a schedule of reports', () => {
  let fund: { id: string; number: string };

  beforeAll(async () => {
    fund = await formFund(Client.as('manager'));
  }, 120_000);

  itIsClosedTo('checker', 'layReportSchedule', async (client) => client.post('/reports/schedules', await scheduleBody(fund.id)));

  it('shows what goes out, to whom, and on which working day next', async () => {
    const { id } = await formFund(Client.as('manager'));
    const answer = await lay(id);
    expectStatus(answer, 201);
    const shown = await listed(answer.body.id as string);
    expect(shown).toMatchObject({ kind: 'FUND_QUARTERLY', period: 'QUARTER', daysAfter: 10, endedOn: null, untilOn: null, recipients: [expect.any(String), expect.any(String)] });
    expect(shown?.nextOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('is laid once under one key', async () => {
    const body = await scheduleBody((await formFund(Client.as('manager'))).id);
    const [finance, key] = [Client.as('finance'), randomUUID()];
    const [first, second] = [await finance.post('/reports/schedules', body, { key }), await finance.post('/reports/schedules', body, { key })];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });

  it.each([
    ['/untilOn', 'report-schedule.ends-before-it-starts', { untilOn: '2025-12-31' }],
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

  it('refuses a second one about the same report, and names the first', async () => {
    const body = await scheduleBody((await formFund(Client.as('manager'))).id);
    expectStatus(await Client.as('finance').post('/reports/schedules', body), 201);
    const second = await Client.as('finance').post('/reports/schedules', { ...body, name: '다른 이름' });
    expect([second.status, second.body.code]).toEqual([409, 'report-schedule.laid-already']);
    expect(second.body.detail).toContain(body.name);
  });

  it('is about what its owner sees, and in sight of those who see it', async () => {
    const other = await formFund(Client.as('manager'));
    const narrow = await scopedPerson('FINANCE_MAKER', [`fund/${fund.id}`]);
    const beyond = await lay(other.id, {}, narrow);
    expect([beyond.status, beyond.body.errors?.[0]?.code]).toEqual([400, 'report-schedule.subject-not-possible']);
    const [own, others] = [await lay(fund.id, {}, narrow), await lay(other.id)];
    expect([own.status, others.status]).toEqual([201, 201]);
    expect([await listed(own.body.id as string, narrow), await listed(others.body.id as string, narrow)]).toEqual([expect.objectContaining({ subjectNumber: fund.number }), undefined]);
    const { body } = await narrow.get('/reports/schedules/choices');
    expect(body.subjects.map(({ id }: { id: string }) => id)).toEqual(Array(4).fill(fund.id));
  });
});
