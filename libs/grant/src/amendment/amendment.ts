import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';
import type { LinePlan, SourcePlan, Stage } from '../agreement/agreement.js';
import type { Resource } from '../line/line.js';

/** Approval beforehand (사전승인), or notice within the year it is made (통보). */
export type Need = 'APPROVAL' | 'NOTICE';

export type ChangeKind = 'SOURCE' | 'LINE' | 'PERIOD' | 'STAGE' | 'TITLE' | 'INVESTIGATOR' | 'METHODS' | 'RESEARCHERS';

/** One difference between two versions as people read it; amounts as digits of won. */
export interface Change {
  readonly kind: ChangeKind;
  readonly what: Bilingual;
  readonly before: string | null;
  readonly after: string | null;
  /** Of an amount: after − before. */
  readonly deltaWon: Won | null;
  readonly need: Need;
  readonly clause: string;
}

/** Money that goes from one line to another in one year of one stage (비목 전용). */
export interface LineTransfer {
  readonly stage: number;
  readonly fiscalYear: number;
  readonly resource: Resource;
  readonly from: string;
  readonly to: string;
  readonly amountWon: Won;
}

/** What an amendment says; what is null stays as it is. */
export interface AmendmentDraft {
  readonly sources: readonly SourcePlan[] | null;
  readonly lines: readonly LinePlan[] | null;
  readonly transfers: readonly LineTransfer[];
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
  readonly stages: readonly Stage[] | null;
  readonly title: string | null;
  readonly investigator: string | null;
  readonly investigatorNumber: string | null;
  readonly methods: string | null;
  readonly researchers: string | null;
}
