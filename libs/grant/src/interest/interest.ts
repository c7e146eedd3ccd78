import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';

/** During or after the period of a stage: table 2 of the form keeps them apart. */
export const INTEREST_TIMES = ['DURING', 'AFTER'] as const;
export type InterestTime = (typeof INTEREST_TIMES)[number];

/** What interest may be used for (국가연구개발혁신법 시행령 제20조제3항; 별지 제7호서식 2.). */
export const INTEREST_PURPOSES = ['PROJECT', 'REINVESTMENT', 'RESULTS', 'OTHER', 'TREASURY'] as const;
export type InterestPurpose = (typeof INTEREST_PURPOSES)[number];

export const PURPOSE_NAMES: Readonly<Record<InterestPurpose, Bilingual>> = {
  PROJECT: { ko: '과제산입', en: 'taken into the project' },
  REINVESTMENT: { ko: '연구재투자', en: 'invested in research' },
  RESULTS: { ko: '성과활용 등', en: 'use of results' },
  OTHER: { ko: '기타용도', en: 'other use' },
  TREASURY: { ko: '국고반납', en: 'returned to the Treasury' },
};

/** What interest was used for; won. */
export interface InterestUse {
  readonly purpose: InterestPurpose;
  readonly amountWon: Won;
  readonly usedOn: LocalDate;
  /** The document that approves it. */
  readonly approval: string | null;
}

/** Interest that the account of a project earned, with what became of it; won. */
export interface Interest {
  readonly id: string;
  readonly agreementId: string;
  readonly stage: number;
  readonly time: InterestTime;
  readonly earnedOn: LocalDate | null;
  readonly earnedWon: Won;
  readonly note: string | null;
  readonly uses: readonly InterestUse[];
  /** Null within the transaction that records it. */
  readonly recorder: string | null;
  readonly voidedOn: LocalDate | null;
  readonly voidReason: string | null;
}
