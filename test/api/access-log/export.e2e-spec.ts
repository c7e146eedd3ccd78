import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { randomUUID } from 'node:crypto';
import { logAccess, somebody } from '../../support/access-entries.js';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const MONTH = '2013-04';

describe('taking the access log of a month away', () => {
  itIsClosedTo('admin', 'exportAccessLog', (client) => client.post('/access-log/export', { month: MONTH, reason: '월간 점검' }));

  it('is a workbook of people, kinds and entries whose texts calculate nothing', async () => {
    const person = somebody();
    await logAccess(person, [{ accessedAt: '2013-04-02T10:00:00+09:00', subjectLabel: '=1+1', subjectCount: 3, reason: '@SUM(A1)' }]);
    const answer = await Client.as('compliance').post('/access-log/export', { month: MONTH, reason: '월간 점검' });
    expectStatus(answer, 200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.bytes as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['사람별', '종류별', '접속기록']);
    const cells = book.worksheets[2]?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])) ?? [];
    expect(cells).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)', person.login, 3]));
    expect(answer.headers.get('content-disposition')).toContain('2013-04.xlsx');
  });

  it('is on record with its reason, an auditor’s too, and asks for one', async () => {
    const reason = `국회 요구 ${randomUUID()}`;
    expectStatus(await Client.as('auditor').post('/access-log/export', { month: MONTH, reason }), 200);
    const rows = await withSql('AUDITOR', async (sql) => (await sql.query('select login, action, subject_id from access_log where reason = $1', [reason])).rows as object[]);
    expect(rows).toEqual([{ login: 'auditor', action: 'access-log.export', subject_id: MONTH }]);
    expect(refusal(await Client.as('compliance').post('/access-log/export', { month: MONTH, reason: '점검' }))).toEqual([400, 'request.invalid', '/reason']);
  });
});
