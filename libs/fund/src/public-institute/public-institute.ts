import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';

/** 공공연구기관 by the kinds of 기술이전법 §2 제6호. */
export const INSTITUTE_KINDS = ['NATIONAL_PUBLIC', 'GOVERNMENT_FUNDED', 'SPECIFIC', 'UNIVERSITY', 'LOCAL_FUNDED', 'OTHER'] as const;
export type InstituteKind = (typeof INSTITUTE_KINDS)[number];

export const INSTITUTE_KIND_NAMES: Readonly<Record<InstituteKind, Bilingual>> = {
  NATIONAL_PUBLIC: { ko: '국·공립연구기관', en: 'National or public research institute' },
  GOVERNMENT_FUNDED: { ko: '정부출연연구기관', en: 'Government-funded research institute' },
  SPECIFIC: { ko: '특정연구기관', en: 'Specific research institute' },
  UNIVERSITY: { ko: '대학', en: 'University' },
  LOCAL_FUNDED: { ko: '지방자치단체출연연구원', en: 'Institute funded by a local government' },
  OTHER: { ko: '기타 공공연구기관', en: 'Other public research institute' },
};

/** An institute as somebody puts it on the list. */
export interface InstituteDraft {
  readonly name: string;
  /** Ten digits; null where the source names none. */
  readonly number: string | null;
  readonly kind: InstituteKind;
  readonly validFrom: LocalDate;
  /** Where it stands that it is one: a law, a notice, a page of the ministry. */
  readonly source: string;
}

/** An institute on the list; `lastOn` null: still. */
export interface Institute extends InstituteDraft {
  readonly id: string;
  readonly lastOn: LocalDate | null;
  readonly endReason: string | null;
}
