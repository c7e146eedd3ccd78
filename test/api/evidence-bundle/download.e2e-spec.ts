import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { unpacked } from '../../support/archives.js';
import { Client, type Json } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { CLAIM, formFund, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const reason = '판정 근거 확인 요구';

describe('all evidence of one decision', () => {
  itIsClosedTo('manager', 'downloadEvidenceBundle', (client) => client.post(`/audit/decisions/${NOWHERE}/evidence`, { reason }));
  itFindsNothingAt((id) => Client.as('auditor').post(`/audit/decisions/${id}/evidence`, { reason }));

  let fundId: string;
  let dealId: string;
  let file: Buffer;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    file = Buffer.from(pdfBytes(randomUUID()));
    const documentId = (await Client.as('manager').upload('/documents', file, '연구소기업 등록증.pdf')).body.id as string;
    const evidence = [{ kind: '연구소기업 등록증', documentId }, { kind: '주주명부', documentId }, { kind: '=1+1' }];
    dealId = (await recordDeal(Client.as('manager'), fundId, '1000000000', { ...CLAIM, evidence })).body.id as string;
  });

  it('is an archive of every file once, with an index of their hashes', async () => {
    const answer = await Client.as('auditor').post(`/audit/decisions/${dealId}/evidence`, { reason });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-sha256')]).toEqual([200, 'application/zip', createHash('sha256').update(answer.bytes).digest('hex')]);
    const files = await unpacked(answer.bytes);
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect([...files.keys()]).toEqual(['index.xlsx', `files/${sha256}.pdf`]);
    expect(files.get(`files/${sha256}.pdf`)?.equals(file)).toBe(true);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((files.get('index.xlsx') ?? Buffer.alloc(0)) as never);
    const cells: unknown[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value))));
    expect(cells).toEqual(expect.arrayContaining(['연구소기업 등록증', '주주명부', '=1+1', sha256, `사본 · auditor · 사유: ${reason}`]));
  });

  it('says so where there is no file', async () => {
    const answer = await Client.as('auditor').post(`/audit/decisions/${fundId}/evidence`, { reason });
    expect([answer.status, answer.body.code]).toEqual([404, 'evidence.no-files']);
  });

  it('asks for a reason', async () => {
    const answer = await Client.as('auditor').post(`/audit/decisions/${dealId}/evidence`, { reason: '네' });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/reason']);
  });

  it('appears in the monthly review of accesses to personal data', async () => {
    const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
    const reasoned = async (): Promise<number> => {
      const { people } = (await Client.as('compliance').get(`/access-log/figures?month=${month}`)).body as Json;
      return ((people as Json[]).find(({ login }) => login === 'auditor')?.reasoned ?? 0) as number;
    };
    const before = await reasoned();
    const why = `월별 점검 시험 ${randomUUID()}`;
    await Client.as('auditor').post(`/audit/decisions/${dealId}/evidence`, { reason: why });
    expect(await reasoned()).toBeGreaterThan(before);
    const entries = (await Client.as('compliance').get(`/access-log?month=${month}&action=evidence-bundle.download&reasoned=true`)).body as Json[];
    expect(entries.filter((entry) => entry.reason === why).map(({ login, subjectId, subjectCount }) => [login, subjectId, subjectCount])).toEqual([['auditor', dealId, 1]]);
  });
});
