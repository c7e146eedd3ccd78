import { expectStatus } from './answers.js';
import { Client, type Answer, type Json } from './client.js';
import { nextSecond } from './packs.js';

/** A point of the compliance report of a fund as somebody sees it on the screen, to be issued as it is. */
export async function previewed(fundId: string, asOf: string, client = Client.as('manager')): Promise<Json> {
  await nextSecond();
  const answer = await client.get(`/reports/fund-compliance/${fundId}?asOf=${asOf}`);
  expectStatus(answer, 200);
  return { asOf, knownAt: answer.body.meta.generatedAt as string };
}

export async function issue(fundId: string, asOf: string, changes: Json = {}, client = Client.as('manager')): Promise<Answer> {
  return client.post('/reports/issues', { kind: 'FUND_COMPLIANCE', subjectId: fundId, reason: '분기 보고서 발급', ...(await previewed(fundId, asOf)), ...changes });
}

export async function reissue(issueId: string, fundId: string, asOf: string, changes: Json = {}): Promise<Answer> {
  return Client.as('manager').post(`/reports/issues/${issueId}/reissue`, { reason: '정정 사항 반영', ...(await previewed(fundId, asOf)), ...changes });
}

/** An issued report. */
export async function issued(fundId: string, asOf: string): Promise<Json> {
  const answer = await issue(fundId, asOf);
  expectStatus(answer, 201);
  return answer.body;
}

export const take = (issueId: string, format: string, client = Client.as('compliance')): Promise<Answer> => client.post(`/reports/issues/${issueId}/downloads`, { format, reason: '발급 보고서 확인' });
