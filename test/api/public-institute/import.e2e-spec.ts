import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { workbookBytes } from '../../support/files.js';
import { businessNumber } from '../../support/funds.js';
import { instituteName } from '../../support/recognition.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';

const HEADER = '기관명\t사업자등록번호\t구분\t지정일\t근거';
const sheet = (...rows: string[]): string => [HEADER, ...rows].join('\r\n');
const row = (name: string, kind = '정부출연연구기관', from = '2015-03-02'): string => `${name}\t${businessNumber()}\t${kind}\t${from}\t과기출연법`;

/** The same cells as a workbook. */
function workbookOf(text: string): Buffer {
  const cells = (line: string): string => line.split('\t').map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  const rows = text.split('\r\n').map((line, index) => `<row r="${index + 1}">${cells(line)}</row>`);
  return workbookBytes(Buffer.from(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`));
}

describe('importing a list of public institutes', () => {
  const compliance = Client.as('compliance');
  const paste = (text: string, query = '', ask = {}) => compliance.post(`/public-institutes/paste${query}`, { text }, ask);
  const [repeated, other] = [sheet(row(instituteName())), sheet(row(instituteName()))];

  itIsClosedTo('manager', 'pastePublicInstitutes', (client) => client.post('/public-institutes/paste', { text: repeated }));
  itIsClosedTo('manager', 'importPublicInstitutes', (client) => client.upload('/public-institutes/import', workbookOf(repeated), '명부.xlsx'));
  itWritesOncePerKey((ask, variation) => paste(variation === 'first' ? repeated : other, '', ask));

  it('gives each row its verdict and takes the sound ones; the same again adds nothing', async () => {
    const [one, two] = [instituteName(), instituteName()];
    const text = sheet(row(one), row(two, '대학교'), row(one.replace(' ', '')), row(instituteName(), '정부출연연구기관', '2199-01-01'), `${instituteName()}\t123-45-67890\t대학\t2015-03-02\t`);
    const dry = await paste(text, '?dryRun=true');
    expectStatus(dry, 201);
    expect(dry.body).toMatchObject({ dryRun: true, recorded: 1, sheet: { dataRows: 5, accepted: 1, rejected: 4 } });
    const done = await paste(text);
    expect(done.body).toMatchObject({ dryRun: false, recorded: 1 });
    const codes = (done.body.sheet.rows as Json[]).flatMap(({ row: number, remarks }) => (remarks as Json[]).map(({ code }) => [number, code]));
    expect(codes).toEqual([
      [3, 'REFERENCE_UNKNOWN'],
      [4, 'DUPLICATE_ROW'],
      [5, 'DATE_IN_FUTURE'],
      [6, 'BRN_CHECKSUM'],
    ]);
    expect((await paste(text)).body).toMatchObject({ recorded: 0, sheet: { accepted: 1, unchanged: 1, rejected: 4 } });
  });

  it('takes a workbook by its first sheet', async () => {
    const name = instituteName();
    const uploaded = await compliance.upload('/public-institutes/import', workbookOf(sheet(row(name, '대학'))), '명부.xlsx');
    expectStatus(uploaded, 201);
    expect(uploaded.body).toMatchObject({ fileName: '명부.xlsx', recorded: 1 });
    expect((await compliance.get(`/public-institutes?text=${encodeURIComponent(name)}`)).body).toEqual([expect.objectContaining({ name, kind: 'UNIVERSITY', source: '과기출연법' })]);
  });

  it('explains a table that is none', async () => {
    const answer = await paste('이름\t금액\r\n홍길동\t1000');
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ recorded: 0, sheet: { accepted: 0 } });
    expect(answer.body.sheet.rows[0].remarks[0].text.ko).toMatch(/[가-힣]/);
  });
});
