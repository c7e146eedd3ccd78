import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { DivisionBasis, DivisionRecipient } from './royalty.policy.js';

/** Licensed out, or used by the company that owns it. */
export type ResultUse = 'LICENCE' | 'OWN_USE';

export const RESULT_USES: Readonly<Record<ResultUse, Bilingual>> = {
  LICENCE: { ko: '기술실시(기술료 수입)', en: 'Licensed out' },
  OWN_USE: { ko: '직접 사업화(매출)', en: 'Own use' },
};

/** Income of a year as it was declared last; amounts in won, as digits. */
export interface Declaration {
  readonly id: string;
  readonly year: number;
  /** 1 for the first declaration, more for corrections. */
  readonly turn: number;
  readonly incomeWon: string;
  readonly collectedOn: LocalDate | null;
  readonly declaredOn: LocalDate;
  readonly jobs: number | null;
}

export interface Division {
  readonly id: string;
  readonly year: number;
  readonly basis: DivisionBasis;
  readonly amountWon: string;
  readonly dividedOn: LocalDate;
  readonly parts: readonly { readonly recipient: DivisionRecipient; readonly leastBasisPoints: number | null; readonly amountWon: string }[];
}

/** One result in the hands of one company (사업화 이력), with what it brought. */
export interface Technology {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly companyId: string;
  readonly company: string;
  readonly name: string;
  readonly patentNumber: string | null;
  readonly use: ResultUse;
  readonly contributionBasisPoints: number | null;
  readonly contractedOn: LocalDate;
  readonly declarations: readonly Declaration[];
  readonly divisions: readonly Division[];
}
