import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { ServiceState } from '../service/service.js';
import type { VoucherState } from '../voucher/voucher.js';

export type NextStep = 'EXPIRE' | 'RESUME' | 'DECIDE' | 'PAY' | 'INSPECT' | 'CLAIM' | 'ACCEPT' | 'DELIVER' | 'CONTRACT' | 'COLLECT' | 'RETURN_OWN_MONEY' | 'NONE';

/** What should happen next to an issued voucher, and by whom, in a few words. */
export const NEXT_STEPS: Readonly<Record<NextStep, Bilingual>> = {
  EXPIRE: { ko: '만료 처리', en: 'let it expire' },
  RESUME: { ko: '정지 사유 확인', en: 'clear the suspension' },
  DECIDE: { ko: '지급결정', en: 'decide on a claim' },
  PAY: { ko: '지급', en: 'pay' },
  INSPECT: { ko: '전담기관 점검', en: 'inspect' },
  CLAIM: { ko: '정산청구 대기', en: 'waits for a claim' },
  ACCEPT: { ko: '기업 검수 대기', en: 'waits for the company' },
  DELIVER: { ko: '결과보고 대기', en: 'waits for the delivery' },
  CONTRACT: { ko: '서비스계약 대기', en: 'waits for a contract' },
  COLLECT: { ko: '환수금 수납', en: 'collect the clawback' },
  RETURN_OWN_MONEY: { ko: '자부담금 반환', en: 'return own money' },
  NONE: { ko: '없음', en: 'nothing' },
};

/** What waits for the agency comes first, then what is nearest to payment. */
const BY_SERVICE: readonly (readonly [ServiceState, NextStep])[] = [
  ['CLAIMED', 'DECIDE'],
  ['CAPTURED', 'PAY'],
  ['ACCEPTED', 'INSPECT'],
  ['INSPECTED', 'CLAIM'],
  ['DELIVERED', 'ACCEPT'],
  ['CONTRACTED', 'DELIVER'],
];

interface Situation {
  readonly state: VoucherState;
  readonly validTo: LocalDate | null;
  readonly availableWon: bigint;
  readonly ownLeftWon: bigint;
  readonly services: Readonly<Partial<Record<ServiceState, number>>>;
}

export function nextStepOf({ state, validTo, availableWon, ownLeftWon, services }: Situation, on: LocalDate): NextStep {
  if (state === 'CLAWBACK') return 'COLLECT';
  if ((state === 'ISSUED' || state === 'SUSPENDED') && validTo !== null && validTo < on) return 'EXPIRE';
  if (state === 'SUSPENDED') return 'RESUME';
  const underWay = BY_SERVICE.find(([service]) => (services[service] ?? 0) > 0);
  if (underWay !== undefined) return underWay[1];
  if (state === 'ISSUED') return availableWon > 0n ? 'CONTRACT' : 'NONE';
  return ownLeftWon > 0n ? 'RETURN_OWN_MONEY' : 'NONE';
}
