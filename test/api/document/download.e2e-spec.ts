import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

const FILE = `기술이전 계약서; '최종' (100%).pdf`;

describe('downloading a document', () => {
  const bytes = pdfBytes(randomUUID());
  let id: string;

  beforeAll(async () => {
    id = (await Client.as('manager').upload('/documents', bytes, FILE)).body.id as string;
  });

  itIsClosedTo('admin', 'downloadDocument', (client) => client.post(`/documents/${NOWHERE}/download`, { reason: '점검' }));

  it('hands out the very bytes, under their name, never to be run or cached', async () => {
    const answer = await Client.as('compliance').post(`/documents/${id}/download`, { reason: '판정' });
    expect([answer.status, answer.bytes.equals(bytes)]).toEqual([200, true]);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%EA%B8%B0/);
    expect([answer.headers.get('x-content-type-options'), answer.headers.get('cache-control')]).toEqual(['nosniff', 'private, no-store']);
  });

  it('is on record with its reason before anything leaves, an auditor’s too', async () => {
    const reason = `감사 ${randomUUID()}`;
    expect((await Client.as('auditor').post(`/documents/${id}/download`, { reason })).status).toBe(200);
    const rows = await withSql('AUDITOR', async (sql) => (await sql.query('select login, action, subject_id, subject_label from access_log where reason = $1', [reason])).rows as object[]);
    expect(rows).toEqual([{ login: 'auditor', action: 'document.read', subject_id: id, subject_label: FILE }]);
  });

  it('asks why, and finds nothing that is not there', async () => {
    expect(refusal(await Client.as('manager').post(`/documents/${id}/download`, {}))).toEqual([400, 'request.invalid', '/reason']);
    expect(refusal(await Client.as('manager').post(`/documents/${id}/download`, { reason: '  ' }))).toEqual([400, 'request.invalid', '/reason']);
    expect(refusal(await Client.as('manager').post(`/documents/${NOWHERE}/download`, { reason: '점검' }))).toEqual([404, 'resource.not-found']);
  });
});
