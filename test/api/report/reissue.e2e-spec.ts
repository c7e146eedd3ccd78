import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, pendingDeal } from '../../support/funds.js';
import { issued, reissue, take } from '../../support/issues.js';
import { closeUp, pdfText } from '../../support/packs.js';
import { itIsClosedTo } from '../../support/routes.js';
import { today } from '../../support/services.js';

describe('issuing the next version of a report', () => {
  let fund: { id: string; number: string };
  let first: Json;
  let second: Json;

  beforeAll(async () => {
    fund = await formFund(Client.as('manager'));
    first = await issued(fund.id, today());
    expectStatus(await decide(await pendingDeal(fund.id, '700000000'), 'QUALIFIED', { reason: '판정 뒤 정정' }), 201);
    const answer = await reissue(first.id as string, fund.id, today());
    expectStatus(answer, 201);
    second = answer.body;
  }, 120_000);

  itIsClosedTo('compliance', 'reissueReport', (client) => client.post(`/reports/issues/${first.id as string}/reissue`, { reason: '정정 사항 반영', asOf: today(), knownAt: new Date().toISOString() }));

  it('stands under the same number and names figures, entries and people in between', () => {
    expect(second).toMatchObject({ number: first.number, version: 2 });
    const { changes } = second;
    expect(changes.from).toMatchObject({ number: first.number, version: 1, dataSha256: first.dataSha256 });
    expect(changes.figures.some(({ after }: Json) => (after ?? '').includes('700,000,000'))).toBe(true);
    expect(changes.entries.length).toBeGreaterThan(0);
    expect(changes.decisions.map(({ title }: Json) => title)).toEqual(expect.arrayContaining(['투자 기록', '주목적 인정 판정']));
    expect(changes.decisions.every(({ by }: Json) => (by as string).length > 1)).toBe(true);
  });

  it('replaces the version before, which stays what it was', async () => {
    const { body } = await Client.as('compliance').get(`/reports/issues/${second.id as string}`);
    expect(body.versions.map(({ version, status }: Json) => [version, status])).toEqual([[2, 'VALID'], [1, 'REPLACED']]);
    expect((await take(first.id, 'json')).bytes.equals((await take(second.id, 'json')).bytes)).toBe(false);
  });

  it('prints the difference', async () => {
    const text = await pdfText(await take(second.id, 'pdf'));
    expect(text).toContain(closeUp('정정 이력'));
    for (const { after } of second.changes.figures.slice(0, 10)) if (after !== null) expect(text).toContain(closeUp(after as string));
  });

  it('cannot be done twice from the same version, nor without a difference', async () => {
    const again = await reissue(first.id as string, fund.id, today());
    expect([again.status, again.body.code]).toEqual([409, 'report.not-valid']);
    const { body } = await Client.as('compliance').get(`/reports/issues/${second.id as string}`);
    const knownAt = new Date(Date.parse(body.knownBefore as string) - 1).toISOString();
    const same = await reissue(second.id as string, fund.id, today(), { knownAt });
    expect([same.status, same.body.code]).toEqual([409, 'report.nothing-changed']);
  });
});
