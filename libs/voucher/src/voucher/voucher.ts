import type { Bilingual } from '#libs/errors';
import type { Life } from '#libs/life';

export type VoucherState =
  | 'APPLIED' | 'SCREENED' | 'EVALUATED' | 'WAITLISTED' | 'SELECTED' | 'AGREED' | 'ISSUED' | 'SUSPENDED'
  | 'REJECTED' | 'WITHDRAWN' | 'CANCELLED' | 'EXPIRED' | 'CLAWBACK' | 'RECOVERED' | 'WRITTEN_OFF';

export type VoucherEvent =
  | 'screen' | 'evaluate' | 'waitlist' | 'select' | 'reject' | 'agree' | 'issue'
  | 'hold' | 'release' | 'capture' | 'refund' | 'topUp' | 'extend' | 'split' | 'suspend' | 'resume'
  | 'expire' | 'withdraw' | 'cancel' | 'clawBack' | 'recover' | 'writeOff' | 'reopen';

const STATES: Readonly<Record<VoucherState, Bilingual>> = {
  APPLIED: { ko: '신청', en: 'applied' },
  SCREENED: { ko: '요건검토', en: 'screened' },
  EVALUATED: { ko: '평가', en: 'evaluated' },
  WAITLISTED: { ko: '예비', en: 'on the waiting list' },
  SELECTED: { ko: '선정', en: 'selected' },
  AGREED: { ko: '협약', en: 'agreed' },
  ISSUED: { ko: '발급', en: 'issued' },
  SUSPENDED: { ko: '사용정지', en: 'suspended' },
  REJECTED: { ko: '탈락', en: 'rejected' },
  WITHDRAWN: { ko: '포기', en: 'withdrawn' },
  CANCELLED: { ko: '협약해약', en: 'cancelled' },
  EXPIRED: { ko: '소멸', en: 'expired' },
  CLAWBACK: { ko: '환수', en: 'clawback' },
  RECOVERED: { ko: '환수완료', en: 'recovered' },
  WRITTEN_OFF: { ko: '결손', en: 'written off' },
};

const EVENTS: Readonly<Record<VoucherEvent, Bilingual>> = {
  screen: { ko: '요건검토', en: 'screen' },
  evaluate: { ko: '평가', en: 'evaluate' },
  waitlist: { ko: '예비 지정', en: 'put on the waiting list' },
  select: { ko: '선정', en: 'select' },
  reject: { ko: '탈락', en: 'reject' },
  agree: { ko: '협약', en: 'agree' },
  issue: { ko: '발급', en: 'issue' },
  hold: { ko: '서비스계약(사용예약)', en: 'hold for a service' },
  release: { ko: '사용예약 해제', en: 'release a hold' },
  capture: { ko: '지급', en: 'pay (capture)' },
  refund: { ko: '환불', en: 'refund' },
  topUp: { ko: '증액', en: 'top up' },
  extend: { ko: '기간연장', en: 'extend' },
  split: { ko: '분할', en: 'split' },
  suspend: { ko: '사용정지', en: 'suspend' },
  resume: { ko: '정지해제', en: 'resume' },
  expire: { ko: '소멸', en: 'expire' },
  withdraw: { ko: '포기', en: 'withdraw' },
  cancel: { ko: '협약해약', en: 'cancel' },
  clawBack: { ko: '환수', en: 'claw back' },
  recover: { ko: '환수금 완납', en: 'recover' },
  writeOff: { ko: '결손처분', en: 'write off' },
  reopen: { ko: '환수 재개', en: 'open the clawback again' },
};

const EXITS_AFTER_ISSUE = { expire: 'EXPIRED', withdraw: 'WITHDRAWN', cancel: 'CANCELLED', clawBack: 'CLAWBACK' } as const;

/**
 * The life of a voucher from the application on (docs/domain.md §3.2). The services bought with it live their own lives,
 * see `SERVICE_LIFE`. Services under way when a voucher expires are still paid or released: an expired voucher keeps its
 * holds; and money may come back from a provider, or be claimed back, long after the end. Another improper payment may come to
 * light after a first clawback. Where a receipt of a clawback was none, the clawback has not ended after all.
 */
export const VOUCHER_LIFE: Life<VoucherState, VoucherEvent> = {
  states: STATES,
  events: EVENTS,
  table: {
    APPLIED: { screen: 'SCREENED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    SCREENED: { evaluate: 'EVALUATED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    EVALUATED: { select: 'SELECTED', waitlist: 'WAITLISTED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    WAITLISTED: { select: 'SELECTED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
    SELECTED: { agree: 'AGREED', withdraw: 'WITHDRAWN', cancel: 'CANCELLED' },
    AGREED: { issue: 'ISSUED', withdraw: 'WITHDRAWN', cancel: 'CANCELLED' },
    ISSUED: {
      hold: 'ISSUED', release: 'ISSUED', capture: 'ISSUED', refund: 'ISSUED', topUp: 'ISSUED', extend: 'ISSUED', split: 'ISSUED',
      suspend: 'SUSPENDED', ...EXITS_AFTER_ISSUE,
    },
    SUSPENDED: { release: 'SUSPENDED', refund: 'SUSPENDED', resume: 'ISSUED', ...EXITS_AFTER_ISSUE },
    EXPIRED: { capture: 'EXPIRED', release: 'EXPIRED', refund: 'EXPIRED', clawBack: 'CLAWBACK' },
    WITHDRAWN: { refund: 'WITHDRAWN', clawBack: 'CLAWBACK' },
    CANCELLED: { refund: 'CANCELLED', clawBack: 'CLAWBACK' },
    CLAWBACK: { clawBack: 'CLAWBACK', recover: 'RECOVERED', writeOff: 'WRITTEN_OFF' },
    RECOVERED: { clawBack: 'CLAWBACK', reopen: 'CLAWBACK' },
    WRITTEN_OFF: { recover: 'RECOVERED', clawBack: 'CLAWBACK', reopen: 'CLAWBACK' },
    REJECTED: {},
  },
  reasons: {
    'SELECTED/issue': { ko: '협약 전에는 발급할 수 없습니다. 협약을 체결하고 자부담금 납입을 확인한 뒤 발급해 주세요.', en: 'A voucher is issued after the agreement. Conclude it and confirm the self-burden first.' },
    'WAITLISTED/agree': { ko: '예비 순위는 협약할 수 없습니다. 포기·해약으로 자리가 나면 먼저 선정으로 올려 주세요.', en: 'A place on the waiting list cannot agree. Select it first, once a place falls free.' },
    'SUSPENDED/hold': { ko: '사용정지된 바우처로는 새 계약을 할 수 없습니다. 정지 사유를 해소하고 정지를 해제해 주세요.', en: 'A suspended voucher takes no new contract. Clear the reason and resume it.' },
    'SUSPENDED/capture': { ko: '사용정지된 바우처에서는 지급할 수 없습니다. 정지를 해제하거나 사용예약을 해제해 주세요.', en: 'Nothing is paid from a suspended voucher. Resume it, or release the hold.' },
    'EXPIRED/extend': { ko: '이미 소멸되어 잔액이 사업예산으로 돌아갔습니다. 기간연장은 만료일 전에 해야 합니다.', en: 'The voucher has expired and its balance went back to the programme. Extend before the last day.' },
    'EXPIRED/hold': { ko: '유효기간이 끝난 바우처로는 새 계약을 할 수 없습니다.', en: 'An expired voucher takes no new contract.' },
    'ISSUED/issue': { ko: '이미 발급된 바우처입니다. 금액을 늘리려면 증액을 이용해 주세요.', en: 'The voucher has been issued already. To raise its amount, top it up.' },
  },
};
