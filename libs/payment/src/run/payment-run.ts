import type { LocalDate } from '#libs/calendar';
import type { Life } from '#libs/life';

export type RunState = 'DRAFTED' | 'RELEASED' | 'EXPORTED' | 'VOIDED';
export type RunEvent = 'release' | 'export' | 'void';

/** Once the bank has been told, a run is not given up any more: its lines are paid, rejected or returned. */
export const PAYMENT_RUN_LIFE: Life<RunState, RunEvent> = {
  states: {
    DRAFTED: { ko: '기안', en: 'drafted' },
    RELEASED: { ko: '지급승인', en: 'released' },
    EXPORTED: { ko: '은행전송', en: 'given to the bank' },
    VOIDED: { ko: '취소', en: 'void' },
  },
  events: {
    release: { ko: '지급승인', en: 'release' },
    export: { ko: '이체파일 생성', en: 'export' },
    void: { ko: '취소', en: 'void' },
  },
  table: {
    DRAFTED: { release: 'RELEASED', void: 'VOIDED' },
    // A second format, or the same file again.
    RELEASED: { export: 'EXPORTED', void: 'VOIDED' },
    EXPORTED: { export: 'EXPORTED' },
    VOIDED: {},
  },
  reasons: {
    'DRAFTED/export': { ko: '아직 지급승인되지 않았습니다. 기안·결재하지 않은 담당자가 지급승인한 뒤 이체파일을 만들 수 있습니다.', en: 'It has not been released. Somebody who neither drafted nor signed it releases it first.' },
    'EXPORTED/void': {
      ko: '이체파일이 이미 은행에 전달되었을 수 있어 취소할 수 없습니다. 은행이 처리하지 않은 건은 건별로 지급불능을 기록해 주세요.',
      en: 'The bank may have the file already, so the run cannot be given up. Record the lines that the bank did not pay as rejected, one by one.',
    },
  },
};

/** What the screens say of a run: its state, and SETTLED once the bank has answered for each of its lines. */
export const RUN_STANDINGS = ['DRAFTED', 'RELEASED', 'EXPORTED', 'SETTLED', 'VOIDED'] as const;
export type RunStanding = (typeof RUN_STANDINGS)[number];

export const LINE_STATES = ['OPEN', 'PAID', 'REJECTED', 'RETURNED'] as const;
export type LineState = (typeof LINE_STATES)[number];

export const FILE_FORMATS = ['PAIN_001', 'BULK_TRANSFER'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The account that a book pays from; one applies from its day until the next one does. */
export interface PayingAccount {
  readonly id: string;
  readonly book: string;
  readonly bankAccountId: string;
  readonly effectiveFrom: LocalDate;
  readonly payerName: string;
  readonly businessNumber: string | null;
  readonly street: string;
  readonly building: string;
  readonly postCode: string;
  readonly town: string;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly holderMasked: string;
  /** It can be used on the day asked for. */
  readonly open: boolean;
}
