import { invariant } from '#libs/errors';
import { readRequest, sign } from './approvals.js';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber, recordDeal } from './funds.js';

/** A recorded deal; what `changes` say beside the usual. */
export async function recordedDeal(fundId: string, amountWon: string, changes: Json = {}): Promise<{ id: string; number: string }> {
  const answer = await recordDeal(Client.as('manager'), fundId, amountWon, changes);
  invariant(answer.status === 201, `recording a deal answered ${answer.status} ${answer.bytes.toString()}`);
  return answer.body as { id: string; number: string };
}

/** A company that every call of the result names the same. */
export const company = (name = '(주)한회사'): Json => ({ name, businessNumber: businessNumber(), incorporatedOn: '2022-03-02' });

/** The verdict of one rule in an answer, whether it was recorded or refused. */
export function verdictOn(answer: Answer, rule: string): Json {
  const verdicts = (answer.body.verdicts ?? answer.body.details?.verdicts ?? []) as Json[];
  return verdicts.find((verdict) => verdict.rule === rule);
}

export const waiverBody = (changes: Json = {}): Json => ({ rule: 'investment-stays-within-issuer-limit', validFrom: '2024-06-01', validTo: '2024-12-31', reason: '자문위원회 제3차 의결', ...changes });

/** Asks for a waiver; it waits for its two signatures. */
export async function askedWaiver(fundId: string, changes: Json = {}): Promise<{ id: string; contentHash: string }> {
  const answer = await Client.as('manager').post(`/funds/${fundId}/waivers`, waiverBody(changes));
  invariant(answer.status === 202, `asking for a waiver answered ${answer.status} ${answer.bytes.toString()}`);
  const { id } = answer.body.approval as { id: string };
  return { id, contentHash: (await readRequest(id)).contentHash as string };
}

/** A waiver that compliance and the director signed. */
export async function grantedWaiver(fundId: string, changes: Json = {}): Promise<{ id: string; number: string }> {
  const request = await askedWaiver(fundId, changes);
  await sign('compliance', request);
  const last = await sign('director', request);
  invariant(last.status === 200 && last.body.result !== null && last.body.result !== undefined, `the waiver was not granted: ${last.bytes.toString()}`);
  return last.body.result as { id: string; number: string };
}
