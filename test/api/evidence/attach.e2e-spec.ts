import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { formFund, pendingDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('attaching evidence', () => {
  const manager = Client.as('manager');
  let investmentId: string;
  const attach = (evidence: unknown, ask = {}, id = investmentId) => manager.post(`/investments/${id}/evidence`, { evidence }, ask);

  beforeAll(async () => {
    investmentId = await pendingDeal((await formFund(manager)).id, '1000000000');
  });

  itIsClosedTo('compliance', 'attachEvidence', (client) => client.post(`/investments/${NOWHERE}/evidence`, { evidence: [{ kind: '정관' }] }));
  itFindsNothingAt((id) => attach([{ kind: '정관' }], {}, id));
  itWritesOncePerKey((ask, variation) => attach([{ kind: variation === 'first' ? '정관' : '등기부등본' }], ask));

  it('adds documents to those that are there, with the file and its hash', async () => {
    const file = (await manager.upload('/documents', pdfBytes(randomUUID()), '등록증.pdf')).body;
    const attached = await attach([{ kind: '연구소기업 등록증', issuedOn: '2023-10-29', validTo: '2026-10-28', issuer: '연구개발특구진흥재단', documentId: file.id.toUpperCase() }]);
    expectStatus(attached, 201);
    expect(attached.body.evidence).toContainEqual(expect.objectContaining({ kind: '연구소기업 등록증', issuer: '연구개발특구진흥재단', documentId: file.id, fileName: '등록증.pdf', sha256: file.sha256 }));
    const kept = (await manager.get(`/investments/${investmentId}`)).body.evidence as Json[];
    expect(kept.filter(({ kind }) => kind === '연구소기업 등록증')).toHaveLength(2);
  });

  it('is refused on what somebody else has changed since', async () => {
    const seen = (await manager.get(`/investments/${investmentId}`)).headers.get('etag') ?? '';
    expect((await attach([{ kind: '정관' }], { headers: { 'if-match': seen } })).status).toBe(201);
    expect(refusal(await attach([{ kind: '정관' }], { headers: { 'if-match': seen } }))).toEqual([409, 'precondition.stale']);
  });

  it.each([
    ['no document', [], '/evidence'],
    ['a document without a kind', [{ issuedOn: '2023-10-29' }], '/evidence/0/kind'],
    ['a kind of blanks', [{ kind: '정관' }, { kind: ' ' }], '/evidence/1/kind'],
    ['a day that does not exist', [{ kind: '정관', issuedOn: '2023-02-30' }], '/evidence/0/issuedOn'],
    ['a file that is no identifier', [{ kind: '정관', documentId: 'x' }], '/evidence/0/documentId'],
    ['text instead of documents', ['정관'], '/evidence/0'],
    ['something that is no list', { kind: '정관' }, '/evidence'],
    ['a holding of more than everything', [{ kind: '주주명부', detail: { holdingBasisPoints: 10_001 } }], '/evidence/0/detail/holdingBasisPoints'],
    ['fifty-one documents', Array.from({ length: 51 }, () => ({ kind: '정관' })), '/evidence'],
  ])('refuses %s', async (_what, evidence, pointer) => {
    expect(refusal(await attach(evidence))).toEqual([400, 'request.invalid', pointer]);
  });

  it('keeps what a document says, and says what the checks make of it', async () => {
    const detail = { number: '제2023-101호', zone: '대덕' };
    const attached = await attach([{ kind: '연구소기업 등록증', issuedOn: '2023-10-29', detail }]);
    expect(attached.body.evidence).toContainEqual(expect.objectContaining({ detail: expect.objectContaining(detail) as unknown, turns: [] }));
    expect((attached.body.verdicts as Json[]).find(({ rule }) => rule === 'lab-company-is-registered')).toMatchObject({ result: 'PASS' });
  });

  it('refuses a term that ends before it begins', async () => {
    const answer = await attach([{ kind: '정관' }, { kind: '기술이전계약서', detail: { termFrom: '2024-01-01', termTo: '2023-12-31' } }]);
    expect(refusal(answer)).toEqual([400, 'evidence.term-ends-before-it-begins', '/evidence/1/detail/termTo']);
  });

  it('refuses a file that nobody uploaded', async () => {
    expect(refusal(await attach([{ kind: '정관', documentId: NOWHERE }]))).toEqual([400, 'evidence.unknown-document', '/evidence/0/documentId']);
  });
});
