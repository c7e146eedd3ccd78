import type { Client, Json } from './client.js';
import { businessNumber } from './funds.js';

/** An amendment of the agreement as a request: the obligation rises to 60 % from the middle of 2026. */
export function amendment(changes: Json = {}): Json {
  return {
    title: '규약 제1차 변경',
    decidedOn: '2026-06-15',
    effectiveFrom: '2026-07-01',
    summary: '의무투자비율 상향',
    terms: [{ key: 'fund.obligation.ratio-basis-points', value: '6000', clause: '규약 제23조(개정)' }],
    ...changes,
  };
}

/** Ten units of a partner go to somebody new. */
export function transfer(fromPartnerId: string, changes: Json = {}): Json {
  return {
    fromPartnerId,
    newPartner: { name: '시험 양수인', kind: 'LIMITED', businessNumber: businessNumber() },
    units: '10',
    effectiveOn: '2025-05-02',
    consent: '조합원총회 2025-04-30 의결',
    ...changes,
  };
}

/** Another year of life. */
export const extension = (changes: Json = {}): Json => ({ lifeTo: '2033-01-14', decidedOn: '2026-09-30', reason: '회수 지연', ...changes });

export const dissolution = (changes: Json = {}): Json => ({ dissolvedOn: '2026-10-30', cause: 'PARTNERS_DECIDED', reason: '전원 동의', liquidator: '시험기술지주(주)', ...changes });

export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly units: string;
  readonly commitmentWon: string;
  readonly calledWon: string;
  readonly paidInWon: string;
  readonly uncalledWon: string;
}

/** The partners of a fund in their order, as of a day where one is given. */
export async function partnersOf(client: Client, fundId: string, asOf?: string): Promise<Standing[]> {
  const answer = await client.get(`/funds/${fundId}${asOf === undefined ? '' : `?asOf=${asOf}`}`);
  return (answer.body as { partners: Standing[] }).partners;
}
