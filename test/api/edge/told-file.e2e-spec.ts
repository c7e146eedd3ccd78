import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { longBook } from '../../support/books.js';
import { baseUrl, Client } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { nextSecond } from '../../support/packs.js';
import { NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';
import { askTold, leaveAt, told, type Frame } from '../../support/told-files.js';

const EXTRACTS = '/reports/ledger-extracts';
const LINES = 20_000;
const PATIENCE_MS = 60_000;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const fileOf = (frames: readonly Frame[]): Buffer => Buffer.concat(frames.filter(({ letter }) => letter === 'B').map(({ bytes }) => bytes));
const lettersOf = (frames: readonly Frame[]): string => frames.map(({ letter }) => letter).join('');

/** Extracts that are read out of the database at this moment. */
async function openCursors(): Promise<number> {
  return withSql('OWNER', async (client) => {
    const { rows } = await client.query<{ open: number }>(`select count(*)::int as open from pg_stat_activity where usename in ('baton_app', 'baton_auditor') and state <> 'idle' and query like '%row_by_row%'`);
    return rows[0]?.open ?? 0;
  });
}

async function recordsOf(reason: string): Promise<number> {
  return withSql('OWNER', async (client) => (await client.query('select 1 from access_log where reason = $1', [reason])).rowCount ?? 0);
}

/** The cursor is closed, its connection is back in the pool, and the next in line gets a thread: their whole file. */
async function expectNothingLeftBehind(book: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let open = await openCursors();
  for (; open > 0 && Date.now() < deadline; open = await openCursors()) await pause(50);
  expect(open).toBe(0);
  const after = await told(Client.as('compliance'), EXTRACTS, { book, reason: '중지한 뒤 다시 받기' });
  expect(after.at(-1)?.letter).toBe('E');
}

describe('a file that is told of while it is made', () => {
  const compliance = Client.as('compliance');
  let book: string;
  let knownAt: string;

  beforeAll(async () => {
    book = await longBook(LINES / 2);
    await nextSecond();
    knownAt = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
    await nextSecond();
  }, 120_000);

  it('says which lines were read and which pages are written, and is the file that comes without words', async () => {
    const input = { book, knownAt, reason: '진행 상황 확인' };
    const frames = await told(compliance, EXTRACTS, input);
    expect(lettersOf(frames)).toMatch(/^N+H(N|B)+E$/);
    const news = frames.filter(({ letter }) => letter === 'N').map(({ json }) => json as { phase: string; done: number; total: number | null });
    expect(news[0]).toEqual({ phase: 'READING', done: 0, total: null });
    expect(news.filter(({ phase, total }) => phase === 'READING' && total !== null).every(({ done, total }) => total === LINES && done <= LINES)).toBe(true);
    const last = news.at(-1);
    expect([last?.phase, last?.done]).toEqual(['WRITING', last?.total]);
    expect(last?.total).toBeGreaterThan(LINES / 100);

    const plain = await compliance.post(EXTRACTS, input);
    expectStatus(plain, 200);
    const { json: end } = frames.at(-1) as Frame;
    expect(end).toEqual({ sizeBytes: plain.bytes.length, sha256: sha256(plain.bytes) });
    expect(sha256(fileOf(frames))).toBe(sha256(plain.bytes));
    expect(frames.find(({ letter }) => letter === 'H')?.json).toMatchObject({ mediaType: 'application/pdf', sizeBytes: null, disposition: expect.stringContaining('attachment') });
    expect(plain.headers.get('content-disposition')).toBe(frames.find(({ letter }) => letter === 'H')?.json.disposition);
  });

  it('says before how long a report is, and hands out what is on record', async () => {
    const { id } = await formFund(Client.as('manager'));
    await nextSecond();
    const frames = await told(compliance, `/reports/fund-compliance/${id}/downloads`, { format: 'pdf', reason: '분기 보고' });
    expect(lettersOf(frames)).toMatch(/^N+HN*B+E$/);
    const [line] = (await compliance.get('/reports/downloads?limit=1')).body as { sha256: string; sizeBytes: number }[];
    expect(frames.at(-1)?.json).toEqual({ sizeBytes: line?.sizeBytes, sha256: line?.sha256 });
    expect(frames.find(({ letter }) => letter === 'H')?.json.sizeBytes).toBe(line?.sizeBytes);
  });

  it.each(['xlsx', 'csv'])('says how many rows of how many are in a report as %s', async (format) => {
    const { id } = await formFund(Client.as('manager'));
    await nextSecond();
    const frames = await told(compliance, `/reports/fund-compliance/${id}/downloads`, { format, reason: '분기 보고' });
    expect(lettersOf(frames)).toMatch(/^N+HN*B+E$/);
    const filled = frames.flatMap(({ letter, json }) => (letter === 'N' && json.phase === 'FILLING' ? [json as { done: number; total: number }] : []));
    expect(filled.every(({ done, total }, at) => total === filled[0]?.total && done > (filled[at - 1]?.done ?? -1))).toBe(true);
    expect(filled.at(-1)).toEqual({ phase: 'FILLING', done: filled[0]?.total, total: filled[0]?.total });
    expect(frames.at(-1)?.json.sha256).toBe(sha256(fileOf(frames)));
  });

  it('tells a refusal as the problem that it is, at the field, and nothing after it', async () => {
    const gone = await told(compliance, EXTRACTS, { book: `fund/${NOWHERE}`, reason: '없는 장부 확인' });
    expect([gone.at(-1)?.letter, gone.at(-1)?.json.status, gone.at(-1)?.json.code]).toEqual(['P', 404, 'resource.not-found']);
    const short = await told(compliance, EXTRACTS, { book, reason: '짧다' });
    expect(lettersOf(short)).toBe('P');
    expect(short[0]?.json).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
  });

  it('is closed to those to whom the file is closed, in the plain way', async () => {
    const answer = await askTold(Client.as('admin'), EXTRACTS, { book, reason: '권한 없는 사람' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'application/problem+json; charset=utf-8']);
    await answer.arrayBuffer();
  });

  it('is given up when its reader leaves while lines are read, and is not on record', async () => {
    const reason = '읽는 동안 중지';
    const left = await leaveAt(Client.as('auditor'), EXTRACTS, { book, reason }, ({ letter, json }) => letter === 'N' && json.total !== null);
    expect(left?.json).toMatchObject({ phase: 'READING' });
    await expectNothingLeftBehind(book);
    expect(await recordsOf(reason)).toBe(0);
  });

  it('is given up when its reader leaves in the middle; what came is on record', async () => {
    const reason = '받는 동안 중지';
    const left = await leaveAt(compliance, EXTRACTS, { book, reason }, ({ letter }) => letter === 'B');
    expect(left?.letter).toBe('B');
    await expectNothingLeftBehind(book);
    expect(await recordsOf(reason)).toBe(1);
  });

  it('is given up for whoever asked without words, too', async () => {
    const body = { book, reason: '말없이 중지' };
    const leave = new AbortController();
    const asked = fetch(`${baseUrl()}/api${EXTRACTS}`, { method: 'POST', headers: compliance.headers({ body }), body: JSON.stringify(body), signal: leave.signal });
    const deadline = Date.now() + PATIENCE_MS;
    while ((await openCursors()) === 0 && Date.now() < deadline) await pause(2);
    leave.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expectNothingLeftBehind(book);
    expect(await recordsOf(body.reason)).toBe(0);
  });
});
