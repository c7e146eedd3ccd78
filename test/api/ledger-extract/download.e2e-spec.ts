import { beforeAll, describe, expect, it } from '@jest/globals';
import { readEmbeddedFiles } from '#libs/pdf';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { closeUp, nextSecond, pdfText } from '../../support/packs.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const DEALS = 12;
const REASON = '원장 전체 확인';

describe('the extract of a book', () => {
  const manager = Client.as('manager');
  let book: string;
  const download = (ask: Json = {}, client: Client = Client.as('compliance')): Promise<Answer> => client.post('/reports/ledger-extracts', { book, reason: REASON, ...ask });

  beforeAll(async () => {
    const { id } = await formFund(manager);
    book = `fund/${id}`;
    for (let deal = 1; deal <= DEALS; deal += 1) expectStatus(await recordDeal(manager, id, `${deal}000123`), 201);
    await nextSecond();
  }, 120_000);

  itIsClosedTo('admin', 'downloadLedgerExtract', (client) => client.post('/reports/ledger-extracts', { book: 'fund/x', reason: REASON }));

  it('prints every line of every entry, and sums to which they come', async () => {
    const entries = (await Client.as('compliance').get(`/ledger/entries?book=${encodeURIComponent(book)}&limit=100`)).body as Json[];
    const answer = await download();
    expectStatus(answer, 200);
    const text = await pdfText(answer);
    const lines = entries.flatMap(({ lines: each }) => each as Json[]);
    expect(lines.length).toBeGreaterThan(2 * DEALS);
    for (const { amountWon, nameKo } of lines) {
      expect(text).toContain(amountWon);
      expect(text).toContain(closeUp(nameKo));
    }
    const { files, dataSha256 } = readEmbeddedFiles(answer.bytes);
    const head = JSON.parse(files[0]?.bytes.toString() ?? '{}') as Json;
    expect([head.book, head.entries]).toEqual([book, entries.length]);
    expect((head.accounts as Json[]).reduce((sum, account) => sum + Number(account.lines), 0)).toBe(lines.length);
    expect(text).toContain((dataSha256 ?? 'none').slice(0, 8));
  });

  it('has the same bytes for the same book at the same point, and others for an earlier one', async () => {
    const knownAt = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
    await nextSecond();
    const [one, two] = [await download({ knownAt }), await download({ knownAt })];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    const before = await download({ asOf: '2000-01-01' });
    expectStatus(before, 200);
    const head = JSON.parse(readEmbeddedFiles(before.bytes).files[0]?.bytes.toString() ?? '{}') as Json;
    expect([head.entries, head.accounts]).toEqual([0, []]);
  });

  it('marks the copy of an auditor', async () => {
    const answer = await download({}, Client.as('auditor'));
    expectStatus(answer, 200);
    expect(await pdfText(answer)).toContain(closeUp('사본 · auditor'));
  });

  it('is on record', async () => {
    const { headers } = await download({ reason: '기록 확인용 내려받기' });
    const { rows } = await withSql('OWNER', (client) => client.query('select login, action, subject_id, reason from access_log where reason = $1', ['기록 확인용 내려받기']));
    expect(rows).toEqual([{ login: 'compliance', action: 'report.download', subject_id: headers.get('x-report-number'), reason: '기록 확인용 내려받기' }]);
  });

  it('is not there for a book that nobody keeps, and not for a day to come', async () => {
    expect(refusal(await download({ book: `fund/${NOWHERE}` }))).toEqual([404, 'resource.not-found']);
    expect(refusal(await download({ asOf: '2199-12-31' }))).toEqual([400, 'report.date-to-come', '/asOf']);
  });
});
