import { Client, type Answer, type Json } from './client.js';

export interface ConditionForm {
  readonly dimension: string;
  readonly values: readonly string[];
  readonly negated?: boolean;
}

/** One group: all of these. */
export const group = (...conditions: readonly ConditionForm[]): Json => ({ conditions });
export const is = (dimension: string, ...values: readonly string[]): ConditionForm => ({ dimension, values });

/** What a rule asks for: 30 % of the commitments in Daejeon by the end of 2027. */
export const ruleTerms = (changes: Json = {}): Json => ({
  nameKo: '대전 투자',
  nameEn: 'Deals in Daejeon',
  counts: [group(is('region', '대전'))],
  denominator: 'COMMITTED',
  ratioBasisPoints: 3000,
  test: 'BY_DEADLINE',
  deadlineOn: '2028-01-14',
  startsOn: '2024-01-15',
  clause: '규약 제24조',
  source: 'AGREEMENT',
  ...changes,
});

export const mandateForm = (keyId: string, changes: Json = {}): Json => ({ ...ruleTerms(), level: 'FUND', keyId, effectiveFrom: '2024-01-15', ...changes });

export const decideMandate = (keyId: string, changes: Json = {}): Promise<Answer> => Client.as('compliance').post('/mandates', mandateForm(keyId, changes));

/** A rule that has been decided; its id. */
export async function decidedRule(keyId: string, changes: Json = {}): Promise<string> {
  const decided = await decideMandate(keyId, changes);
  if (decided.status !== 201) throw new Error(`deciding a mandate answered ${decided.status}: ${decided.bytes.toString()}`);
  return (decided.body as { ruleId: string }).ruleId;
}

/** What the simulator says of deals made one after the other: [fund, amount, traits]. */
export async function simulate(...deals: readonly (readonly [fundId: string, amountWon: string, traits: Readonly<Record<string, string>>])[]): Promise<Json> {
  const body = { deals: deals.map(([fundId, amountWon, traits]) => ({ fundId, amountWon, traits: Object.entries(traits).map(([dimension, value]) => ({ dimension, value })) })) };
  const answer = await Client.as('manager').post('/deal-simulations', body);
  if (answer.status !== 200) throw new Error(`simulating answered ${answer.status}: ${answer.bytes.toString()}`);
  return answer.body;
}
