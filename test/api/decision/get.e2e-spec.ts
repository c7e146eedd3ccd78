import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { draftCall, fundWithSignedCalls, sign } from '../../support/approvals.js';
import { Client, type Json } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { CLAIM, decide, formFund, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

describe('who decided, on what, by which rules', () => {
  itIsClosedTo('manager', 'getDecisions', (client) => client.get(`/audit/decisions/${NOWHERE}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/audit/decisions/${id}`));

  let fundId: string;
  let dealId: string;
  let sha256: string;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    const document = (await Client.as('manager').upload('/documents', pdfBytes(randomUUID()), '등록증.pdf')).body as Json;
    sha256 = document.sha256;
    dealId = (await recordDeal(Client.as('manager'), fundId, '1000000000', { ...CLAIM, evidence: [...CLAIM.evidence, { kind: '정관', documentId: document.id }] })).body.id as string;
    await decide(dealId, 'QUALIFIED');
  });

  it('tells each command with its rules, the values in force then and what was on file', async () => {
    const { subject, decisions, evidence, recognitions } = (await Client.as('auditor').get(`/audit/decisions/${dealId}`)).body as Json;
    expect([subject.kind, subject.fundId]).toEqual(['investment', fundId]);
    expect((decisions as Json[]).map(({ command, actorName, outcome, evidenceCount }) => [command, actorName, outcome, evidenceCount])).toEqual([
      ['classification.decide', '정다온', 'DONE', 3],
      ['investment.record', '김바람', 'DONE', 3],
    ]);
    const [decided, recorded] = decisions as Json[];
    expect(recorded.rules.map(({ rule }: Json) => rule as string)).toContain('investment-stays-within-issuer-limit');
    expect(recorded.rules.every(({ clause, inputs }: Json) => clause !== '' && typeof inputs === 'object')).toBe(true);
    expect(decided.policies.find(({ key }: Json) => key === 'fund.obligation.ratio-basis-points')).toMatchObject({ value: '50.00%', clause: '규약 제23조', scope: `fund/${fundId}` });
    expect((evidence as Json[]).find(({ kind }) => kind === '정관')?.sha256).toBe(sha256);
    expect(recognitions.map(({ decision, decidedBy }: Json) => [decision, decidedBy])).toEqual([['인정', '정다온']]);
  });

  it('keeps the values of then when they change', async () => {
    const { id } = await formFund(Client.as('manager'));
    const deal = (await recordDeal(Client.as('manager'), id, '1000000000')).body.id as string;
    const change = { key: 'fund.lifetime-expenses-won', value: '2700000000', effectiveFrom: '2025-01-01', clause: '개정 규약', source: 'AGREEMENT', reason: '보수 조정' };
    expect((await Client.as('compliance').post(`/funds/${id}/policies`, change)).status).toBe(201);
    const valueAt = async (subject: string, command: string): Promise<string> => {
      const { decisions } = (await Client.as('auditor').get(`/audit/decisions/${subject}`)).body as Json;
      return (decisions as Json[]).find((each) => each.command === command)?.policies.find(({ key }: Json) => key === change.key).value as string;
    };
    expect([await valueAt(deal, 'investment.record'), await valueAt(id, 'policy.decide')]).toEqual(['2,600,000,000원', '2,700,000,000원']);
  });

  it('tells who signed what they saw', async () => {
    const id = await fundWithSignedCalls();
    const request = await draftCall(id);
    await sign('checker', request);
    const { decisions } = (await Client.as('auditor').get(`/audit/decisions/${id}`)).body as Json;
    const done = (decisions as Json[]).find(({ command, outcome }) => command === 'capital-call.issue' && outcome === 'DONE');
    expect(done?.signatures.map(({ signerName, decision, contentHash }: Json) => [signerName, decision, contentHash])).toEqual([['박한별', 'SIGNED', request.contentHash]]);
    expect(done?.approvalNumber).toBe(request.number);
  });

  it('knows nothing of what came after the time it is asked for', async () => {
    const { decisions, recognitions } = (await Client.as('auditor').get(`/audit/decisions/${dealId}?knownAt=2024-01-01`)).body as Json;
    expect([decisions, recognitions]).toEqual([[], []]);
  });

  it('is on record with the people it told of', async () => {
    await Client.as('auditor').get(`/audit/decisions/${dealId}`);
    const entry = await withSql('OWNER', async (sql) => (await sql.query<Json>(`select subject_label from access_log where action = 'decision.read' and subject_kind = 'decision' order by id desc limit 1`)).rows[0]);
    expect(entry?.subject_label).toContain('정다온');
  });
});
