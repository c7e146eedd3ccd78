import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { agreedVoucher, issuedVouchers, openVoucherYear, type TestYear } from '../../support/vouchers.js';
import { closeAll, open, pageTexts } from '../../pdf/read-pdf.js';

const letters = (yearId: string, body: Json): Promise<Answer> => Client.as('auditor').post(`/voucher-years/${yearId}/letters`, body);

/** Pages, text and titles of bookmarks of a file. */
async function readPdf(bytes: Buffer): Promise<{ pages: number; text: string; bookmarks: string[] }> {
  const document = await open(bytes);
  const text = (await pageTexts(document)).join('').replaceAll('\n', '');
  const outline = (await document.getOutline()) as readonly { title: string; items: readonly { title: string }[] }[];
  return { pages: document.numPages, text, bookmarks: outline.flatMap(({ title, items }) => [title, ...items.map((each) => each.title)]) };
}

afterAll(closeAll);

describe('letters to those who hold a voucher', () => {
  let year: TestYear;
  let issued: string[];

  beforeAll(async () => {
    year = await openVoucherYear();
    issued = await issuedVouchers(year.id, 3);
  });

  itIsClosedTo('admin', 'getVoucherLetter', (client) => client.get(`/vouchers/${NOWHERE}/letter`));
  itIsClosedTo('admin', 'downloadVoucherLetters', (client) => client.post(`/voucher-years/${NOWHERE}/letters`, { format: 'PDF' }));
  itFindsNothingAt((id) => Client.as('auditor').get(`/vouchers/${id}/letter`));
  itFindsNothingAt((id) => letters(id, { format: 'PDF' }));

  it('are one page each, with amount in words, validity and conditions', async () => {
    const answer = await Client.as('auditor').get(`/vouchers/${issued[0] ?? ''}/letter`);
    expectStatus(answer, 200);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(['application/pdf', expect.stringContaining('AS-2021-')]);
    const { pages, text } = await readPdf(answer.bytes);
    expect(pages).toBe(1);
    for (const part of ['바우처 발급 통지서', '금5,000,000원(금오백만원)', '2021. 5. 3. ~ 2021. 11. 3.', '공급가액의 80%', '공공재정', '끝.']) expect(text).toContain(part);
    expect((await Client.as('auditor').get(`/vouchers/${issued[0] ?? ''}/letter`)).bytes.equals(answer.bytes)).toBe(true);
  });

  it('come as one file with a page and a bookmark each, or as an archive', async () => {
    const merged = await letters(year.id, { format: 'PDF', voucherIds: issued.slice(0, 2) });
    expectStatus(merged, 200);
    const { pages, text, bookmarks } = await readPdf(merged.bytes);
    expect(pages).toBe(4);
    expect(bookmarks.filter((title) => title.includes('AS-2021-')).length).toBe(2);
    expect(text).toContain('금10,000,000원(금일천만원)');
    const all = await letters(year.id, { format: 'ZIP' });
    expect([all.status, all.headers.get('content-type'), all.bytes.subarray(0, 2).toString(), all.bytes.toString('latin1').split('_AS-2021-').length - 1]).toEqual([200, 'application/zip', 'PK', 6]);
  });

  it('are not written for what was not issued', async () => {
    const agreed = await agreedVoucher(year.id);
    expect(refusal(await Client.as('auditor').get(`/vouchers/${agreed}/letter`))).toEqual([404, 'resource.not-found']);
    expect(refusal(await letters(year.id, { format: 'PDF', voucherIds: [agreed] }))).toEqual([404, 'resource.not-found']);
    const empty = await openVoucherYear();
    expect(refusal(await letters(empty.id, { format: 'PDF' }))).toEqual([409, 'letter.none-issued']);
    expect(refusal(await letters(year.id, { format: 'DOC' }))).toEqual([400, 'request.invalid', '/format']);
  });
});
