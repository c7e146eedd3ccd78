import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Life } from '#libs/life';

/** 연구장비 성능평가 (P14) and 시험·분석 (P15). */
export const ORDER_KINDS = ['EQUIP_EVAL', 'TEST'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_KIND_NAMES: Readonly<Record<OrderKind, Bilingual>> = {
  EQUIP_EVAL: { ko: '연구장비 성능평가', en: 'Equipment performance evaluation' },
  TEST: { ko: '시험·분석', en: 'Test and analysis' },
};

/** 적합, 부적합, or a measurement that is neither. */
export const ORDER_RESULTS = ['MET', 'NOT_MET', 'MEASURED'] as const;
export type OrderResult = (typeof ORDER_RESULTS)[number];

export type OrderState = 'REQUESTED' | 'ACCEPTED' | 'DECLINED' | 'CERTIFIED' | 'APPROVED' | 'CANCELLED';
export type OrderEvent = 'accept' | 'decline' | 'certify' | 'approve' | 'cancel';

/** From the request to the decision to pay; the payment itself is a matter of payment runs. */
export const SERVICE_ORDER_LIFE: Life<OrderState, OrderEvent> = {
  states: {
    REQUESTED: { ko: '의뢰', en: 'requested' },
    ACCEPTED: { ko: '접수', en: 'accepted' },
    DECLINED: { ko: '반려', en: 'declined' },
    CERTIFIED: { ko: '성적서 발급', en: 'certified' },
    APPROVED: { ko: '지급결정', en: 'approved' },
    CANCELLED: { ko: '취소', en: 'cancelled' },
  },
  events: {
    accept: { ko: '접수', en: 'accept' },
    decline: { ko: '반려', en: 'decline' },
    certify: { ko: '성적서 등록', en: 'certify' },
    approve: { ko: '지급결정', en: 'approve' },
    cancel: { ko: '취소', en: 'cancel' },
  },
  table: {
    REQUESTED: { accept: 'ACCEPTED', decline: 'DECLINED', cancel: 'CANCELLED' },
    ACCEPTED: { certify: 'CERTIFIED', cancel: 'CANCELLED' },
    CERTIFIED: { approve: 'APPROVED' },
    DECLINED: {},
    APPROVED: {},
    CANCELLED: {},
  },
  reasons: {
    'CERTIFIED/cancel': { ko: '성적서가 나온 의뢰는 취소할 수 없습니다. 지급을 결정해 주세요.', en: 'A certificate was issued: decide the payment instead.' },
  },
};

export interface OrderStep {
  readonly event: OrderEvent;
  readonly happenedOn: LocalDate;
  readonly reason: string | null;
  readonly certificate: string | null;
  readonly result: OrderResult | null;
  readonly companyPaidOn: LocalDate | null;
  readonly actor: string;
}

/** What a company asks a laboratory for; amounts in won, as digits. */
export interface ServiceOrder {
  readonly id: string;
  readonly callId: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly companyId: string;
  readonly company: string;
  readonly agreementId: string | null;
  readonly agreementNumber: string | null;
  readonly labId: string;
  readonly lab: string;
  readonly subject: string;
  readonly items: readonly string[];
  readonly requestedOn: LocalDate;
  /** Whose budget bears it. */
  readonly fiscalYear: number;
  /** The last year that it was carried over to; null where it never was. */
  readonly carriedTo: number | null;
  readonly feeWon: string;
  readonly governmentWon: string;
  readonly companyWon: string;
  readonly state: OrderState;
  readonly sinceOn: LocalDate;
  readonly steps: readonly OrderStep[];
}
