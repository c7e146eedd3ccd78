import type { Bilingual } from '#libs/errors';
import type { EvidenceKind } from '#libs/invoice';

/** How a payment is proved (docs/domain.md §4.5). */
export const EVIDENCE_KINDS = ['TAX_INVOICE', 'CARD', 'TRANSFER', 'CASH_RECEIPT', 'PAYROLL', 'IN_KIND', 'OTHER'] as const satisfies readonly EvidenceKind[];

/** What an expense may have to rest on beside its slip or invoice. */
export const PAPERS = ['QUOTES', 'INSPECTION', 'PAYROLL', 'PARTICIPATION', 'TRAVEL_ORDER', 'RECEIPT', 'MINUTES', 'CONTRACT', 'DELIVERABLE', 'EVALUATION', 'OTHER'] as const;
export type Paper = (typeof PAPERS)[number];

export const PAPER_NAMES: Readonly<Record<Paper, Bilingual>> = {
  QUOTES: { ko: '비교견적서·나라장터 계약서', en: 'comparative quotes or a contract of the public market' },
  INSPECTION: { ko: '검수조서', en: 'record of inspection' },
  PAYROLL: { ko: '급여대장·이체확인증', en: 'payroll with its transfer' },
  PARTICIPATION: { ko: '참여율 확인서', en: 'record of participation' },
  TRAVEL_ORDER: { ko: '출장명령서', en: 'travel order' },
  RECEIPT: { ko: '출장 영수증', en: 'travel receipts' },
  MINUTES: { ko: '회의록(참석자 명단)', en: 'minutes with those present' },
  CONTRACT: { ko: '계약서', en: 'contract' },
  DELIVERABLE: { ko: '결과물', en: 'deliverable' },
  EVALUATION: { ko: '현물 평가 근거', en: 'ground of the valuation in kind' },
  OTHER: { ko: '기타 증빙', en: 'other evidence' },
};

/** When which papers are wanted: for the lines and purposes that name one of `words`, from an amount on; won. */
export interface PaperRule {
  readonly papers: readonly Paper[];
  /** Searched for in the name of the line and in the purpose. */
  readonly words: readonly string[];
  readonly fromWon: bigint;
  /** Null: whatever it was paid with. */
  readonly resource: 'CASH' | 'IN_KIND' | null;
}
