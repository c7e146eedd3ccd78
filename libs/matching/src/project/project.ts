import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { CommitmentBound } from '../match/match.js';
import type { Relation } from '../plan/plan.js';
import type { ZoneMode, ZoneParty } from '../zone/zone.js';
import type { Won } from '#libs/money';

/** How a commitment came about: everything that `governmentCommitment` looked at; won. */
export interface CommitmentFacts {
  readonly privateWon: Won;
  readonly matchBasisPoints: number;
  readonly governmentAtMost: number;
  readonly capWon: Won;
  readonly budgetLeftWon: Won;
  readonly governmentWon: Won;
  readonly bound: CommitmentBound;
  /** In the order in which the pool was given out. */
  readonly position: number;
}

/** Whose project it is, where they are, and what they agreed. */
export interface ProjectFacts extends CommitmentFacts {
  readonly agreementId: string;
  readonly callId: string;
  readonly companyId: string;
  readonly performerId: string;
  readonly researcher: string | null;
  readonly chosenBecause: string | null;
  readonly relation: Relation | null;
  readonly relationNote: string | null;
  readonly zoneId: string | null;
  readonly zoneParty: ZoneParty | null;
  /** As it was written. */
  readonly zoneStated: string | null;
  /** The government's commitment as a register typed it; won. */
  readonly statedGovernmentWon: Won | null;
  readonly ipTerms: string | null;
  readonly royaltyTerms: string | null;
  readonly committedOn: LocalDate;
}

/** What the books say of a project; won. */
export interface ProjectMoney {
  /** Private cash on its account. */
  readonly provenWon: Won;
  readonly allowedWon: Won;
  readonly roomWon: Won;
  /** Decided to be paid and not claimed back. */
  readonly releasedWon: Won;
  readonly overReleasedWon: Won;
  /** Transferred to the performer. */
  readonly paidWon: Won;
}

/** A project as it is read. */
export interface Project extends ProjectFacts, ProjectMoney {
  readonly number: string;
  readonly title: string;
  readonly company: string;
  readonly performer: string;
  readonly state: string;
  readonly zoneName: Bilingual | null;
  readonly zoneMode: ZoneMode | null;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly applicationId: string | null;
}

/** Where a project stood at the end of a day; won. */
export interface ProjectPoint {
  readonly on: LocalDate;
  readonly privateWon: Won;
  readonly allowedWon: Won;
  readonly releasedWon: Won;
}
