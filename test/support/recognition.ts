import { randomInt } from 'node:crypto';
import { Client, type Answer, type Json } from './client.js';
import { businessNumber, CLAIM, decide, formFund, recordDeal } from './funds.js';

/** An institute of a name that nobody else has, on the list since 2020. */
export function instituteName(): string {
  return `시험연구원 ${randomInt(1e9)}`;
}

export const institute = (changes: Json = {}): Json => ({ name: instituteName(), kind: 'GOVERNMENT_FUNDED', validFrom: '2020-01-01', source: '기술이전법 제2조제6호', ...changes });

export const recordInstitutes = (...institutes: Json[]): Promise<Answer> => Client.as('compliance').post('/public-institutes', { institutes });

/** What the two documents of a lab company say when everything is right. */
export const labEvidence = (counterparty: string): Json[] => [
  { kind: '연구소기업 등록증', issuedOn: '2023-10-29', validTo: '2030-10-28', detail: { number: '제2023-101호', zone: '대덕' } },
  { kind: '주주명부', issuedOn: '2024-05-20', detail: { counterparty, holdingBasisPoints: 1500 } },
];

export interface RecognisedDeal {
  readonly fundId: string;
  readonly investmentId: string;
  readonly institute: string;
  readonly evidence: readonly Json[];
}

/** A deal of two billion won in a fund of its own, recognised as a lab company on documents that say everything. */
export async function recognisedDeal(changes: Json = {}): Promise<RecognisedDeal> {
  const manager = Client.as('manager');
  const name = instituteName();
  await recordInstitutes(institute({ name }));
  const { id: fundId } = await formFund(manager);
  const { body } = await recordDeal(manager, fundId, '2000000000', { recognition: CLAIM.recognition, ...changes });
  const attached = await manager.post(`/investments/${body.id}/evidence`, { evidence: labEvidence(name) });
  const decided = await decide(body.id as string, 'QUALIFIED');
  if (decided.status !== 201) throw new Error(`recognising a deal answered ${decided.status}: ${decided.bytes.toString()}`);
  return { fundId, investmentId: body.id as string, institute: name, evidence: attached.body.evidence as Json[] };
}

/** The company of a further deal into the same one. */
export const sameCompany = (): Json => ({ name: '(주)후속', businessNumber: businessNumber(), incorporatedOn: '2022-03-02' });

/** The result of one rule among the verdicts of an answer. */
export const resultOf = (verdicts: unknown, rule: string): string | undefined => (verdicts as Json[]).find((verdict) => verdict.rule === rule)?.result as string | undefined;
