import { localDate } from '#libs/calendar';
import { basisPoints, minWon, shareOf, subtractWon, won, type Won } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';
import type { OrderKind } from './service-order.js';

export const ORDER_POLICIES = {
  share: 'grant.service-order-government-share-basis-points',
  cap: 'grant.service-order-government-at-most-won',
  certifyDays: 'grant.service-order-certify-within-days',
} as const;

export interface OrderTerms {
  readonly shareBasisPoints: Readonly<Record<OrderKind, number>>;
  readonly capWon: Won;
  readonly certifyDays: number;
  readonly shareClause: string;
}

const SHARES: Readonly<Record<OrderKind, number>> = { EQUIP_EVAL: 7_000, TEST: 5_000 };
const SHARE_CLAUSE = '기본값: 수수료의 70%(장비 성능평가)·50%(시험·분석)를 정부가 부담';

export function defaultOrderPolicies(knownAt: Date): PolicyDraft[] {
  const laid = (key: string, value: PolicyDraft['value'], clause: string): PolicyDraft => ({ scope: '*', key, value, effectiveFrom: localDate('2020-01-01'), effectiveTo: null, clause, source: 'ASSUMPTION', knownAt });
  return [
    laid(ORDER_POLICIES.share, SHARES, SHARE_CLAUSE),
    laid(ORDER_POLICIES.cap, '20000000', '기본값: 한 건의 정부 부담은 2천만원까지'),
    laid(ORDER_POLICIES.certifyDays, 60, '기본값: 접수한 날부터 60일 안에 성적서'),
  ];
}

export function orderTerms(policies: PolicySet): OrderTerms {
  const row = policies.find(ORDER_POLICIES.share);
  const decided = (row?.value ?? {}) as Readonly<Partial<Record<OrderKind, unknown>>>;
  const points = (kind: OrderKind): number => {
    const value = decided[kind];
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000 ? value : SHARES[kind];
  };
  return {
    shareBasisPoints: { EQUIP_EVAL: points('EQUIP_EVAL'), TEST: points('TEST') },
    capWon: won(policies.amount(ORDER_POLICIES.cap) ?? 20_000_000n),
    certifyDays: policies.integer(ORDER_POLICIES.certifyDays, 60),
    shareClause: row?.clause ?? SHARE_CLAUSE,
  };
}

/** Who pays how much of a fee: the government its share, floored and up to the cap; the company the rest. */
export function splitFee(feeWon: Won, kind: OrderKind, { shareBasisPoints, capWon }: OrderTerms): { readonly governmentWon: Won; readonly companyWon: Won } {
  const governmentWon = minWon(capWon, shareOf(feeWon, basisPoints(shareBasisPoints[kind]), 'floor'));
  return { governmentWon, companyWon: subtractWon(feeWon, governmentWon) };
}
