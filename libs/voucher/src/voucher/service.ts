import type { Life } from './life.js';

export type ServiceState = 'CONTRACTED' | 'DELIVERED' | 'ACCEPTED' | 'INSPECTED' | 'CLAIMED' | 'PAID' | 'CANCELLED' | 'REFUNDED';

export type ServiceEvent = 'deliver' | 'accept' | 'inspect' | 'claim' | 'pay' | 'sendBack' | 'reassign' | 'cancel' | 'refundPart' | 'refundWhole';

/**
 * The life of one service bought with a voucher (docs/domain.md §3.2): its contract holds the public share, its payment
 * captures it, its cancellation releases it. What is sent back goes to the provider again; a suspended provider is
 * replaced before it has delivered.
 */
export const SERVICE_LIFE: Life<ServiceState, ServiceEvent> = {
  states: {
    CONTRACTED: { ko: '서비스계약', en: 'contracted' },
    DELIVERED: { ko: '결과보고', en: 'delivered' },
    ACCEPTED: { ko: '수요기업 검수', en: 'accepted' },
    INSPECTED: { ko: '전담기관 점검', en: 'inspected' },
    CLAIMED: { ko: '정산청구', en: 'claimed' },
    PAID: { ko: '지급', en: 'paid' },
    CANCELLED: { ko: '취소', en: 'cancelled' },
    REFUNDED: { ko: '환불', en: 'refunded' },
  },
  events: {
    deliver: { ko: '결과보고', en: 'deliver' },
    accept: { ko: '검수', en: 'accept' },
    inspect: { ko: '점검', en: 'inspect' },
    claim: { ko: '정산청구', en: 'claim' },
    pay: { ko: '지급', en: 'pay' },
    sendBack: { ko: '보완요청', en: 'send back' },
    reassign: { ko: '공급기관 교체', en: 'reassign' },
    cancel: { ko: '취소', en: 'cancel' },
    refundPart: { ko: '일부 환불', en: 'refund in part' },
    refundWhole: { ko: '전액 환불', en: 'refund' },
  },
  table: {
    CONTRACTED: { deliver: 'DELIVERED', reassign: 'CONTRACTED', cancel: 'CANCELLED' },
    DELIVERED: { accept: 'ACCEPTED', sendBack: 'CONTRACTED', cancel: 'CANCELLED' },
    ACCEPTED: { inspect: 'INSPECTED', sendBack: 'CONTRACTED', cancel: 'CANCELLED' },
    INSPECTED: { claim: 'CLAIMED', sendBack: 'CONTRACTED', cancel: 'CANCELLED' },
    CLAIMED: { pay: 'PAID', sendBack: 'INSPECTED', cancel: 'CANCELLED' },
    PAID: { refundPart: 'PAID', refundWhole: 'REFUNDED' },
    CANCELLED: {},
    REFUNDED: {},
  },
  reasons: {
    'DELIVERED/claim': { ko: '수요기업의 검수와 전담기관의 점검을 마친 뒤 정산을 청구할 수 있습니다.', en: 'A claim follows the acceptance by the company and the inspection by the agency.' },
    'DELIVERED/reassign': { ko: '결과보고를 낸 서비스는 공급기관을 바꿀 수 없습니다. 보완요청으로 되돌리거나 취소해 주세요.', en: 'A delivered service keeps its provider. Send it back, or cancel it.' },
    'INSPECTED/pay': { ko: '세금계산서를 붙인 정산청구가 있어야 지급할 수 있습니다.', en: 'A payment needs a claim with its tax invoice.' },
    'PAID/cancel': { ko: '이미 지급된 서비스는 취소할 수 없습니다. 환불로 처리해 주세요.', en: 'A paid service is not cancelled. Record a refund.' },
  },
};
