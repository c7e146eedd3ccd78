import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';

/** How company and performer stand to each other, as the company declares it. */
export const RELATIONS = ['NONE', 'OFFICER', 'SHAREHOLDER', 'AFFILIATE', 'FAMILY', 'OTHER'] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_NAMES: Readonly<Record<Relation, Bilingual>> = {
  NONE: { ko: '관계 없음', en: 'none' },
  OFFICER: { ko: '임직원 겸직', en: 'officer or employee of both' },
  SHAREHOLDER: { ko: '주주', en: 'shareholder' },
  AFFILIATE: { ko: '계열·출자 관계', en: 'affiliated' },
  FAMILY: { ko: '친족', en: 'family' },
  OTHER: { ko: '그 밖의 관계', en: 'another relation' },
};

/** What a company plans beside what its application says: with whom, why them, where both are, and who will own what. */
export interface PlanFacts {
  readonly privateWon: Won;
  /** Government won for private won in basis points, of this project; null: that of the pool. */
  readonly matchBasisPoints: number | null;
  readonly researcher: string;
  readonly chosenBecause: string;
  readonly relation: Relation;
  readonly relationNote: string | null;
  /** Codes of zones, and the addresses that say so. */
  readonly companyZone: string | null;
  readonly companyPlace: string | null;
  readonly performerZone: string | null;
  readonly performerPlace: string | null;
  readonly ipTerms: string;
  readonly royaltyTerms: string;
}

/** A plan as it is on record, with the application that carries it. */
export interface MatchingPlan extends PlanFacts {
  readonly applicationId: string;
  readonly companyId: string;
  readonly company: string;
  readonly performerId: string;
  readonly performer: string;
}
