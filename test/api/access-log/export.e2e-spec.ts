import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { createHash, randomUUID } from 'node:crypto';
import { busyMonth, logAccess, somebody } from '../../support/access-entries.js';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';
import { leaveAt, told, type Frame } from '../../support/told-files.js';

const MONTH = '2013-04';
const BUSY = '2013-07';
const ENTRIES = 20_000;

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

describe('taking a long log away', () => {
  const compliance = Client.as('compliance');
  const newsOf = (frames: readonly Frame[]): { phase: string; done: number; total: number | null }[] => frames.filter(({ letter }) => letter === 'N').map(({ json }) => json);

  beforeAll(() => busyMonth(BUSY, ENTRIES), 60_000);

  it('is told row by row as it is written, and ends with the hash of what came', async () => {
    const frames = await told(compliance, '/access-log/export', { month: BUSY, reason: '진행 상황 확인' });
    const [first, ...news] = newsOf(frames);
    expect(first).toEqual({ phase: 'READING', done: 0, total: null });
    // The entries, a line for the person, and one for the kind.
    const total = ENTRIES + 2;
    expect([news[0], news.at(-1)]).toEqual([0, total].map((done) => ({ phase: 'FILLING', done, total })));
    expect(news.every(({ done }, at) => done > (news[at - 1]?.done ?? -1))).toBe(true);
    const file = Buffer.concat(frames.filter(({ letter }) => letter === 'B').map(({ bytes }) => bytes));
    expect(frames.at(-1)).toMatchObject({ letter: 'E', json: { sizeBytes: file.length, sha256: createHash('sha256').update(file).digest('hex') } });
    expect(frames.find(({ letter }) => letter === 'H')?.json).toMatchObject({ sizeBytes: file.length, disposition: expect.stringContaining('2013-07.xlsx') });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file as unknown as ExcelJS.Buffer);
    expect(book.worksheets[2]?.getColumn(8).values.filter((value) => typeof value === 'string' && value.startsWith('시험기업'))).toHaveLength(ENTRIES);
  }, 120_000);

  it('is given up when its reader leaves while rows are written: nothing is on record, and the next is whole', async () => {
    const reason = `쓰는 동안 중지 ${randomUUID()}`;
    const left = await leaveAt(compliance, '/access-log/export', { month: BUSY, reason }, ({ letter, json }) => letter === 'N' && json.phase === 'FILLING');
    expect(left?.json).toMatchObject({ phase: 'FILLING' });
    // Workbooks are written one after the other: this one waits until that one is out of the way.
    expect((await told(compliance, '/access-log/export', { month: BUSY, reason: '중지한 뒤 다시 받기' })).at(-1)?.letter).toBe('E');
    expect(await withSql('AUDITOR', async (sql) => (await sql.query('select 1 from access_log where reason = $1', [reason])).rowCount)).toBe(0);
  }, 120_000);
});
