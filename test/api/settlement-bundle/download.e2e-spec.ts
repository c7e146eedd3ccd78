import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { expectStatus, refusal } from '../../support/answers.js';
import { unpacked } from '../../support/archives.js';
import { Client, type Json } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { made } from '../../support/grants.js';
import { pdfText } from '../../support/packs.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { endedStage, settled, TV12, type TestStage } from '../../support/settlements.js';
import { withSql } from '../../support/sql.js';

const [finance, auditor] = [Client.as('finance'), Client.as('auditor')];
const reason = '외부검증 감사인에게 제출';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const bundle = (id: string, client = auditor, why = reason) => client.post(`/grant-settlements/${id}/bundle`, { reason: why });

describe('what an auditor from outside verifies a settlement by', () => {
  itIsClosedTo('manager', 'downloadSettlementBundle', (client) => client.post(`/grant-settlements/${NOWHERE}/bundle`, { reason }));
  itIsClosedTo('admin', 'getGrantSettlementNotice', (client) => client.get(`/grant-settlements/${NOWHERE}/notice`));
  itFindsNothingAt((id) => bundle(id));
  itFindsNothingAt((id) => auditor.get(`/grant-settlements/${id}/notice`));

  let stage: TestStage;
  let settlementId: string;
  let paper: Buffer;
  let report: Buffer;
  beforeAll(async () => {
    stage = await endedStage(TV12);
    [paper, report] = [Buffer.from(pdfBytes(randomUUID())), Buffer.from(pdfBytes(randomUUID()))];
    const [paperId, reportId] = [await uploaded(paper, '검수조서.pdf'), await uploaded(report, '검증보고서.PDF')];
    const { rows } = await withSql('OWNER', (sql) => sql.query<{ id: string }>(`select e.id from grant_expense e where e.agreement_id = $1 order by e.number limit 2`, [stage.agreement.id]));
    for (const { id } of rows) made('a paper', await finance.post(`/grant-expenses/${id}/evidence`, { paper: 'INSPECTION', reference: '제3호', documentId: paperId }));
    const verified = { kind: 'SETTLEMENT', stage: 1, auditor: '가람회계법인', opinion: 'CLEAN', reportedOn: today(), receivedOn: today(), documentId: reportId };
    made('a verification', await finance.post(`/grant-agreements/${stage.agreement.id}/verifications`, verified));
    settlementId = await settled(stage.agreement.id);
  }, 180_000);

  const uploaded = async (bytes: Buffer, name: string): Promise<string> => (await finance.upload('/documents', bytes, name)).body.id as string;

  it('is one archive: the form twice, every file once, and an index of all of them', async () => {
    const answer = await bundle(settlementId);
    expectStatus(answer, 200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = await unpacked(answer.bytes);
    expect([...files.keys()]).toEqual(['index.xlsx', 'form.pdf', 'form.xlsx', `files/${sha256(paper)}.pdf`, `files/${sha256(report)}.pdf`]);
    expect(files.get(`files/${sha256(paper)}.pdf`)?.equals(paper)).toBe(true);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((files.get('index.xlsx') ?? Buffer.alloc(0)) as never);
    const cells: unknown[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value))));
    const form = files.get('form.pdf') ?? Buffer.alloc(0);
    expect(cells).toEqual(expect.arrayContaining([sha256(paper), sha256(report), sha256(form), '검수조서 제3호', '정산 검증보고서 가람회계법인', `사본 · auditor · 사유: ${reason}`, 54_200_000, '불인정']));
    expect(cells.filter((cell) => cell === '검수조서 제3호')).toHaveLength(2);
    expect(workbook.getWorksheet('집행')?.actualRowCount).toBeGreaterThanOrEqual(10);
  });

  it('is on record with its reason before it leaves, and asks for one', async () => {
    expect(refusal(await bundle(settlementId, auditor, '네'))).toEqual([400, 'request.invalid', '/reason']);
    expectStatus(await bundle(settlementId, finance, `제출 ${settlementId}`), 200);
    const { rows } = await withSql('AUDITOR', (sql) => sql.query<{ login: string; reason: string }>(`select login, reason from access_log where action = 'settlement-bundle.download' and subject_id = $1 order by accessed_at`, [settlementId]));
    expect(rows).toEqual([{ login: 'auditor', reason }, { login: 'finance', reason: `제출 ${settlementId}` }]);
  });

  it('goes with the notice of the result, which says what goes back and until when one may object', async () => {
    const answer = await finance.get(`/grant-settlements/${settlementId}/notice`);
    expectStatus(answer, 200);
    const { number, objectionUntil } = (await finance.get(`/grant-settlements/${settlementId}`)).body as Json;
    const text = await pdfText(answer);
    const [year, month, day] = (objectionUntil as string).split('-').map(Number);
    for (const words of ['정산결과통보서', number as string, '금일천일백삼십일만오천원', `${year}.${month}.${day}.까지서면으로이의`, 'C반납금=A×30/31', '9000000']) expect(text).toContain(words.replaceAll(/\s/gu, ''));
    expect(text).not.toContain('납부계획');
    expect((await finance.get(`/grant-settlements/${settlementId}/notice`)).bytes.equals(answer.bytes)).toBe(true);
  });
});
