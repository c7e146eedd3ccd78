import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { closeAll, open, pageTexts } from '../../pdf/read-pdf.js';

async function readPdf(bytes: Buffer): Promise<{ pages: number; text: string; bookmarks: string[] }> {
  const document = await open(bytes);
  const text = (await pageTexts(document)).join('').replaceAll('\n', '');
  const outline = (await document.getOutline()) as readonly { title: string; items: readonly { title: string }[] }[];
  return { pages: document.numPages, text, bookmarks: outline.flatMap(({ title, items }) => [title, ...items.map((each) => each.title)]) };
}

afterAll(closeAll);

describe('notices of a capital call', () => {
  const [manager, finance] = [Client.as('manager'), Client.as('finance')];
  let call: Json;
  let number: string;
  const download = (body: Json): Promise<Answer> => manager.post(`/capital-calls/${call.id as string}/notices`, body);

  beforeAll(async () => {
    const fund = await formFund(manager);
    number = fund.number;
    await manager.post(`/funds/${fund.id}/capital-calls`, { amountWon: '1000000000', purpose: '최초', noticeOn: '2024-01-16', dueOn: '2024-01-31' });
    await finance.post(`/funds/${fund.id}/custodian-accounts`, { bankCode: '088', accountNumber: '100200300400', holder: '시험조합', effectiveFrom: '2024-02-01' });
    const issue = { amountWon: '4000000000', kind: 'ON_DEMAND', purposeCode: 'INVESTMENT', purpose: '2024년 1분기 투자', contact: '김담당 02-000-0000', noticeOn: '2024-02-01', dueOn: '2024-03-04' };
    call = (await manager.post(`/funds/${fund.id}/capital-calls`, issue)).body;
  });

  itIsClosedTo('admin', 'getCallNotice', (client) => client.get(`/capital-calls/${NOWHERE}/notices/${NOWHERE}`));
  itIsClosedTo('admin', 'downloadCallNotices', (client) => client.post(`/capital-calls/${NOWHERE}/notices`, { format: 'PDF' }));
  itFindsNothingAt((id) => manager.get(`/capital-calls/${id}/notices/${NOWHERE}`));
  itFindsNothingAt((id) => manager.post(`/capital-calls/${id}/notices`, { format: 'PDF' }));

  it('say on one page who pays how much, by when and where, in digits and in words', async () => {
    const path = `/capital-calls/${call.id as string}/notices/${call.shares[0].partnerId as string}`;
    const answer = await manager.get(path);
    expectStatus(answer, 200);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(['application/pdf', expect.stringContaining(`${number}-C02-01`)]);
    const { pages, text } = await readPdf(answer.bytes);
    expect(pages).toBe(1);
    const parts = ['출자요청서', '제2차 수시납', '투자재원 (2024년 1분기 투자)', '금2,000,000,000원(금이십억원)', '2024. 3. 4.', '신한은행 100200300400', '10,000,000,000', '500,000,000', '7,500,000,000', '10영업일(2024. 2. 19.)', '연 10%', '김담당', '끝.'];
    for (const part of parts) expect(text).toContain(part);
    expect((await manager.get(path)).bytes.equals(answer.bytes)).toBe(true);
  });

  it('stay what they were when the next call is issued', async () => {
    const path = `/capital-calls/${call.id as string}/notices/${call.shares[1].partnerId as string}`;
    const before = await manager.get(path);
    const { fundId } = { fundId: ((await manager.get('/funds')).body as Json[]).find((fund) => fund.number === number)?.id as string };
    expectStatus(await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '1000', purpose: '다음', noticeOn: '2024-04-01', dueOn: '2024-05-02' }), 201);
    expect((await manager.get(path)).bytes.equals(before.bytes)).toBe(true);
  });

  it('come as one file with a page and a bookmark each, or as an archive', async () => {
    const merged = await download({ format: 'PDF' });
    expectStatus(merged, 200);
    const { pages, text, bookmarks } = await readPdf(merged.bytes);
    expect([pages, bookmarks.filter((title) => title.startsWith('출자요청서')).length]).toEqual([5, 3]);
    expect(text).toContain('금4,000,000,000원(금사십억원)');
    const archive = await download({ format: 'ZIP', partnerIds: (call.shares as Json[]).slice(0, 2).map(({ partnerId }) => partnerId) });
    expect([archive.status, archive.headers.get('content-type'), archive.bytes.toString('latin1').split(`${number}-C02-`).length - 1]).toEqual([200, 'application/zip', 4]);
  });

  it('are written to partners of the call alone', async () => {
    expect(refusal(await download({ format: 'PDF', partnerIds: [NOWHERE] }))).toEqual([400, 'capital-call.not-a-partner', '/partnerIds']);
    expect(refusal(await download({ format: 'DOC' }))).toEqual([400, 'request.invalid', '/format']);
  });
});
