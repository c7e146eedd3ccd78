import type { LocalDate, Period } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { GrantRegime } from '../call/call.js';

/** Who has to act. */
export type DeadlineOwner = 'INSTITUTION' | 'AGENCY' | 'COMPANY' | 'LABORATORY';

export const DEADLINE_OWNERS: Readonly<Record<DeadlineOwner, Bilingual>> = {
  INSTITUTION: { ko: '수행기관', en: 'Institution' },
  AGENCY: { ko: '전문기관', en: 'Agency' },
  COMPANY: { ko: '사업화 기업', en: 'Company' },
  LABORATORY: { ko: '시험·평가기관', en: 'Laboratory' },
};

/** Whose rules a deadline follows: those of one regime, or of both. */
export type DeadlineRegime = GrantRegime | 'BOTH';

/** A duty that is missed is overdue; a term (to object, to use a leave) is merely over. */
export type DeadlineNature = 'DUTY' | 'TERM';

/** How long there is: by one wording of the law, or by a number of the call, or until a day that was told before. */
export type DeadlineLength = { readonly period: Period } | { readonly policy: string; readonly unit: 'days' | 'months'; readonly fallback: number } | 'TOLD';

/** One wording of a rule, in force for events from a day on. */
export interface DeadlineWording {
  readonly since: LocalDate;
  readonly length: DeadlineLength;
  /** By the regime of the call: neither law is named under the other. */
  readonly clause: Readonly<Record<GrantRegime, string>>;
}

export interface DeadlineRule {
  readonly key: string;
  readonly regime: DeadlineRegime;
  readonly title: Bilingual;
  /** What sets it going. */
  readonly occasion: Bilingual;
  readonly owner: DeadlineOwner;
  readonly nature: DeadlineNature;
  /** True where nothing in the program tells that it was done: somebody has to say so. */
  readonly told: boolean;
  readonly wordings: readonly DeadlineWording[];
}

/** Something that happened and set a rule going. */
export interface DeadlineFact {
  readonly key: string;
  readonly callId: string;
  readonly agreementId: string | null;
  /** The thing it is about: an agreement, an asset, a notice, … */
  readonly subjectId: string;
  /** Its name as people know it, and whose it is. */
  readonly label: string;
  readonly party: string | null;
  readonly from: LocalDate;
  /** Where the rule says TOLD: the last day, as it was told; null otherwise. */
  readonly until: LocalDate | null;
  readonly doneOn: LocalDate | null;
}

export type DeadlineState = 'DONE' | 'OVERDUE' | 'SOON' | 'OPEN' | 'PASSED';

export const DEADLINE_STATES: Readonly<Record<DeadlineState, Bilingual>> = {
  OVERDUE: { ko: '기한 지남', en: 'Overdue' },
  SOON: { ko: '임박', en: 'Due soon' },
  OPEN: { ko: '예정', en: 'Coming' },
  DONE: { ko: '완료', en: 'Done' },
  PASSED: { ko: '기간 종료', en: 'Over' },
};

export interface Deadline extends DeadlineFact {
  /** Stable: rule, thing and event. */
  readonly id: string;
  readonly rule: DeadlineRule;
  readonly clause: string;
  readonly nominal: LocalDate;
  readonly effective: LocalDate;
  /** How the day was reached, move by move. */
  readonly steps: readonly Bilingual[];
  readonly state: DeadlineState;
}
