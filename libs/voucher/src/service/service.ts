import type { Life } from '#libs/life';

export type ServiceState = 'CONTRACTED' | 'DELIVERED' | 'ACCEPTED' | 'INSPECTED' | 'CLAIMED' | 'CAPTURED' | 'PAID' | 'CANCELLED' | 'REFUNDED';

export type ServiceEvent = 'deliver' | 'accept' | 'inspect' | 'claim' | 'capture' | 'reverseCapture' | 'pay' | 'bounce' | 'sendBack' | 'reassign' | 'cancel' | 'refundPart' | 'refundWhole';

/**
 * The life of one service bought with a voucher (docs/domain.md §3.2): its contract holds the public share, the
 * decision to pay captures it, its cancellation releases it; the money leaves with a payment run, once the bank has paid it, and is owed again where the bank sends it back. A claim that is sent back goes to the provider again; a suspended provider is
 * replaced before it has delivered.
 */
export const SERVICE_LIFE: Life<ServiceState, ServiceEvent> = {
  states: {
    CONTRACTED: { ko: '서비스계약', en: 'contracted' },
    DELIVERED: { ko: '결과보고', en: 'delivered' },
    ACCEPTED: { ko: '수요기업 검수', en: 'accepted' },
    INSPECTED: { ko: '전담기관 점검', en: 'inspected' },
    CLAIMED: { ko: '정산청구', en: 'claimed' },
    CAPTURED: { ko: '지급결정', en: 'approved for payment' },
    PAID: { ko: '지급', en: 'paid' },
    CANCELLED: { ko: '취소', en: 'cancelled' },
    REFUNDED: { ko: '환불', en: 'refunded' },
  },
  events: {
    deliver: { ko: '결과보고', en: 'deliver' },
    accept: { ko: '검수', en: 'accept' },
    inspect: { ko: '점검', en: 'inspect' },
    claim: { ko: '정산청구', en: 'claim' },
    capture: { ko: '지급결정', en: 'decide to pay' },
    reverseCapture: { ko: '지급결정 취소', en: 'undo the decision to pay' },
    pay: { ko: '지급', en: 'pay' },
    bounce: { ko: '지급 반송', en: 'come back from the bank' },
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
    CLAIMED: { capture: 'CAPTURED', sendBack: 'INSPECTED', cancel: 'CANCELLED' },
    CAPTURED: { pay: 'PAID', reverseCapture: 'CANCELLED' },
    PAID: { bounce: 'CAPTURED', refundPart: 'PAID', refundWhole: 'REFUNDED' },
    CANCELLED: {},
    REFUNDED: {},
  },
  reasons: {
    'DELIVERED/claim': { ko: '수요기업의 검수와 전담기관의 점검을 마친 뒤 정산을 청구할 수 있습니다.', en: 'A claim follows the acceptance by the company and the inspection by the agency.' },
    'DELIVERED/reassign': { ko: '결과보고를 낸 서비스는 공급기관을 바꿀 수 없습니다. 보완요청으로 되돌리거나 취소해 주세요.', en: 'A delivered service keeps its provider. Send it back, or cancel it.' },
    'INSPECTED/capture': { ko: '세금계산서를 붙인 정산청구가 있어야 지급을 결정할 수 있습니다.', en: 'A decision to pay needs a claim with its tax invoice.' },
    'CLAIMED/pay': { ko: '지급결정을 먼저 해야 합니다. 청구를 확인하고 지급을 결정해 주세요.', en: 'A payment follows the decision to pay. Check the claim and decide on it first.' },
    'CAPTURED/cancel': { ko: '지급이 결정된 서비스입니다. 지급결정을 취소해 주세요.', en: 'Payment has been decided. Undo that decision instead.' },
    'PAID/cancel': { ko: '이미 지급된 서비스는 취소할 수 없습니다. 환불로 처리해 주세요.', en: 'A paid service is not cancelled. Record a refund.' },
  },
};
