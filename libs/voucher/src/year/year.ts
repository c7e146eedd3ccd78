import { localDate, type LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';
import type { LegalRegime } from '../clawback/clawback.js';

/** A/S vouchers serve companies after a transfer; KTTN vouchers need a broker (docs/domain.md §3.3). */
export type VoucherKind = 'AS' | 'KTTN';

/** What each kind is called, how its vouchers are numbered, and the code of the programme that its years belong to. */
export const VOUCHER_KINDS: Readonly<Record<VoucherKind, Bilingual & { readonly prefix: string; readonly programme: string }>> = {
  AS: { ko: 'A/S 바우처', en: 'A/S voucher', prefix: 'AS', programme: 'AS-VOUCHER' },
  KTTN: { ko: 'KTTN 바우처', en: 'KTTN voucher', prefix: 'KT', programme: 'KTTN-VOUCHER' },
};

/** The dedicated agency (전담기관) unless another one is named [assumption]. */
export const DEFAULT_AGENCY = '과학기술일자리진흥원';
/** How long a programme that is founded with its first year is planned to run [assumption]. */
export const PROGRAMME_YEARS = 10;

/** Which statute governs clawbacks is decided once, with the year (docs/domain.md §3.5). */
export const LEGAL_REGIMES: readonly LegalRegime[] = ['PUBLIC_FINANCE', 'SUBSIDY', 'RND'];

/** One programme year; its terms are policies of the scope `voucher/<id>`. */
export interface VoucherYear {
  readonly id: string;
  readonly programmeId: string;
  readonly kind: VoucherKind;
  readonly fiscalYear: number;
  readonly name: string;
  readonly agency: string;
  readonly legalRegime: LegalRegime;
  /** The day on which its books were closed for the year; null while it runs. */
  readonly closedOn: LocalDate | null;
}

export interface ServiceMenuItem {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
}

/** What the terms in force say; each with its clause in the policies. */
export interface YearTerms {
  /** Most public money on one voucher. */
  readonly faceWon: Won;
  /** The company's share of the supply price. */
  readonly selfBurden: BasisPoints;
  readonly vatRate: BasisPoints;
  /** DEPOSIT: the company pays its share in before the issue. DIRECT: it pays the provider itself. */
  readonly selfBurdenChannel: 'DEPOSIT' | 'DIRECT';
  /** Validity in months from the issue, and whether the fiscal year's end cuts it. */
  readonly validityMonths: number;
  readonly endsWithFiscalYear: boolean;
  /** Years after the technology-transfer contract within which a company applies; null: not asked for. */
  readonly transferWithinYears: number | null;
  readonly brokerRequired: boolean;
  /** Most of the supply price that a broker may charge. */
  readonly brokerFeeCap: BasisPoints;
  /** May money and pieces that came back be issued again in the same fiscal year? */
  readonly reissuesReturned: boolean;
  /** A use beyond the balance: refused, or borne by the company. */
  readonly beyondBalance: 'WARN' | 'BLOCK';
  /** Services that may be bought; empty: any. */
  readonly menu: readonly ServiceMenuItem[];
}

export const firstDayOf = (fiscalYear: number): LocalDate => localDate(`${fiscalYear}-01-01`);
export const lastDayOf = (fiscalYear: number): LocalDate => localDate(`${fiscalYear}-12-31`);
