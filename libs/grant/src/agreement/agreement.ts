import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Life } from '#libs/life';
import type { Won } from '#libs/money';
import type { Resource } from '../line/line.js';
import type { InstitutionType } from '../share/share.js';

export type GrantState = 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED' | 'CLOSED';
export type GrantEvent = 'suspend' | 'resume' | 'complete' | 'terminate' | 'close';

const STATES: Readonly<Record<GrantState, Bilingual>> = {
  ACTIVE: { ko: '수행 중', en: 'under way' },
  SUSPENDED: { ko: '지급정지', en: 'suspended' },
  COMPLETED: { ko: '수행 완료', en: 'completed' },
  TERMINATED: { ko: '협약해지', en: 'terminated' },
  CLOSED: { ko: '정산 종결', en: 'settled and closed' },
};

const EVENTS: Readonly<Record<GrantEvent, Bilingual>> = {
  suspend: { ko: '지급정지', en: 'suspend' },
  resume: { ko: '정지해제', en: 'resume' },
  complete: { ko: '수행 완료', en: 'complete' },
  terminate: { ko: '협약해지', en: 'terminate' },
  close: { ko: '종결', en: 'close' },
};

/** From the agreement to the day on which nothing is owed either way (docs/domain.md §4.4). */
export const GRANT_LIFE: Life<GrantState, GrantEvent> = {
  states: STATES,
  events: EVENTS,
  table: {
    ACTIVE: { suspend: 'SUSPENDED', complete: 'COMPLETED', terminate: 'TERMINATED' },
    SUSPENDED: { resume: 'ACTIVE', terminate: 'TERMINATED' },
    COMPLETED: { close: 'CLOSED' },
    TERMINATED: { close: 'CLOSED' },
    CLOSED: {},
  },
  reasons: {},
};

/** Whose money a project runs on. What the government brings is cash. */
export const FUNDING_SOURCES = ['GOVERNMENT', 'OWN', 'LOCAL', 'OTHER'] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

export const SOURCE_NAMES: Readonly<Record<FundingSource, Bilingual>> = {
  GOVERNMENT: { ko: '정부지원연구개발비', en: 'Government' },
  OWN: { ko: '기관부담연구개발비', en: 'Institution' },
  LOCAL: { ko: '지방자치단체', en: 'Local government' },
  OTHER: { ko: '그 외 기관', en: 'Others' },
};

/** What one source brings in one year of one stage; won. */
export interface SourcePlan {
  readonly stage: number;
  readonly fiscalYear: number;
  readonly source: FundingSource;
  readonly resource: Resource;
  readonly amountWon: Won;
}

export type LinePlanKind = 'PLANNED' | 'CARRIED' | 'INTEREST';

/** What is planned on a line in one year of one stage; won. */
export interface LinePlan {
  readonly stage: number;
  readonly fiscalYear: number;
  readonly code: string;
  readonly resource: Resource;
  readonly kind: LinePlanKind;
  readonly amountWon: Won;
}

export interface Stage {
  readonly stage: number;
  readonly beginsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** One institution's agreement as it stands by a version. */
export interface Agreement {
  readonly id: string;
  readonly callId: string;
  readonly number: string;
  readonly applicationId: string | null;
  readonly leadId: string | null;
  readonly role: 'LEAD' | 'JOINT' | 'COMMISSIONED';
  readonly partyId: string;
  readonly partyName: string;
  readonly institution: InstitutionType;
  readonly projectNumber: string | null;
  readonly umbrellaNumber: string | null;
  readonly title: string;
  readonly subProgramme: string | null;
  readonly investigator: string | null;
  readonly agreedOn: LocalDate;
  readonly state: GrantState;
  /** Of the version in force. */
  readonly versionId: string;
  readonly version: number;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
}

/** A line with its money, from the books: planned (with what was carried in and interest taken in), used and left; won. */
export interface AgreementLine {
  readonly id: string;
  readonly stage: number;
  readonly code: string;
  readonly resource: Resource;
  readonly name: Bilingual;
  readonly indirect: boolean;
  readonly plannedWon: Won;
  readonly usedWon: Won;
  readonly leftWon: Won;
}
