import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';

/** Why a holding is impaired. Source: 손상차손 가이드라인 (docs/domain.md §2.9). */
export const IMPAIRMENT_REASONS = ['FULL_CAPITAL_EROSION', 'DEFAULT', 'SUSPENSION', 'REHABILITATION', 'LAWSUIT', 'AUDIT_OPINION', 'OTHER'] as const;
export type ImpairmentReason = (typeof IMPAIRMENT_REASONS)[number];

export const IMPAIRMENT_REASON_NAMES: Readonly<Record<ImpairmentReason, Bilingual>> = {
  FULL_CAPITAL_EROSION: { ko: '완전자본잠식', en: 'full capital erosion' },
  DEFAULT: { ko: '부도·지급불능', en: 'default' },
  SUSPENSION: { ko: '휴업·폐업·영업중단', en: 'business suspended' },
  REHABILITATION: { ko: '회생·파산 신청', en: 'rehabilitation or bankruptcy' },
  LAWSUIT: { ko: '중대한 소송', en: 'material lawsuit' },
  AUDIT_OPINION: { ko: '감사의견 부적정·거절', en: 'adverse or no audit opinion' },
  OTHER: { ko: '기타', en: 'other' },
};

/** Why less than the guideline asks for will do. */
export const IMPAIRMENT_EXCEPTIONS = ['IFRS_CONVERSION', 'YOUNG_COMPANY', 'FOLLOW_ON'] as const;
export type ImpairmentException = (typeof IMPAIRMENT_EXCEPTIONS)[number];

export const IMPAIRMENT_EXCEPTION_NAMES: Readonly<Record<ImpairmentException, Bilingual>> = {
  IFRS_CONVERSION: { ko: 'K-IFRS 전환에 따른 일시적 자본잠식', en: 'temporary erosion by the change to K-IFRS' },
  YOUNG_COMPANY: { ko: '설립 5년 이내 기업', en: 'company in its first years' },
  FOLLOW_ON: { ko: '유의미한 후속투자 유치', en: 'meaningful follow-on investment' },
};

/** A round that others put money into: CB and SAFE count. */
export interface FollowOnRound {
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  /** Part of the company that was bought; null where it is not fixed yet (SAFE). */
  readonly share: BasisPoints | null;
}

/** The numbers of the guideline; policy rows, like every limit. */
export interface ImpairmentTerms {
  /** Part of the cost that each reason asks to be written down. */
  readonly asks: Readonly<Record<ImpairmentReason, BasisPoints>>;
  readonly youngYears: number;
  readonly followOnShare: BasisPoints;
  readonly followOnWon: Won;
  /** Whether an impairment, or taking one back, may stand without the auditor's signature. */
  readonly auditorAction: 'WARN' | 'BLOCK';
  readonly clause: string;
}

export interface ImpairmentFacts {
  readonly valuedOn: LocalDate;
  readonly costWon: Won;
  readonly fairValueWon: Won;
  readonly impairmentWon: Won;
  /** As it was before. */
  readonly formerImpairmentWon: Won;
  readonly reasons: readonly ImpairmentReason[];
  readonly isIfrsConversion: boolean;
  readonly incorporatedOn: LocalDate | null;
  readonly followOn: FollowOnRound | null;
  readonly isSigned: boolean;
}
