import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';

/** What an institution is decides who pays what (국가연구개발혁신법 시행령 별표 1). */
export const INSTITUTION_TYPES = ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE', 'NON_PROFIT'] as const;
export type InstitutionType = (typeof INSTITUTION_TYPES)[number];

export const INSTITUTION_NAMES: Readonly<Record<InstitutionType, Bilingual>> = {
  SME: { ko: '중소기업', en: 'Small or medium enterprise' },
  MID_SIZE: { ko: '중견기업', en: 'Mid-size enterprise' },
  MID_SIZE_LARGE_SALES: { ko: '중견기업(평균매출 3천억원 이상)', en: 'Mid-size enterprise with average sales of 300 billion won or more' },
  LARGE: { ko: '공기업·대기업', en: 'Public or large enterprise' },
  NON_PROFIT: { ko: '비영리기관', en: 'Non-profit institution' },
};

/** One wording of the shares, in force from a day on. */
export interface ShareVersion {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  readonly limits: Readonly<Record<InstitutionType, ShareLimit>>;
  readonly clause: string;
}

export interface ShareLimit {
  /** The most the government bears of the whole. */
  readonly governmentAtMost: BasisPoints;
  /** The least of the own share that is cash. */
  readonly cashAtLeast: BasisPoints;
}

/** Who brings what to a project; amounts in won. */
export interface Contributions {
  readonly governmentWon: Won;
  readonly ownCashWon: Won;
  readonly ownInKindWon: Won;
}
