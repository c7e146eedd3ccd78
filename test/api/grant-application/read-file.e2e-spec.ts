import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { openedCall, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const csv = (text: string): Buffer => Buffer.from(text);

describe('reading a file of applications', () => {
  let call: TestCall;

  beforeAll(async () => {
    call = await openedCall();
  });

  itIsClosedTo('auditor', 'readGrantApplicationFile', (client) => client.upload(`/grant-calls/${NOWHERE}/application-files`, csv('x'), 'a.csv'));
  itFindsNothingAt((id) => finance.upload(`/grant-calls/${id}/application-files`, csv('x'), 'a.csv'));

  it('hands the rows back as they would be copied out of the sheet, and records nothing', async () => {
    const answer = await finance.upload(`/grant-calls/${call.id}/application-files`, csv('과제명,기관명,정부지원금\n초소형 센서,,"150,000,000"\n'), '신청.csv');
    expectStatus(answer, 200);
    expect(answer.body.text).toBe('과제명\t기관명\t정부지원금\n초소형 센서\t\t150,000,000');
    expect((await finance.get(`/grant-calls/${call.id}/applications`)).body).toEqual([]);
  });

  it('refuses what is no table, and says what to send instead', async () => {
    const answer = await finance.upload(`/grant-calls/${call.id}/application-files`, Buffer.from('%PDF-1.7'), 'list.pdf');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.detail).toMatch(/xlsx|CSV|엑셀/iu);
  });
});
