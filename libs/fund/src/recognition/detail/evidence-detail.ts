import type { LocalDate } from '#libs/calendar';

/** By which law a public institute's holding is measured; each asks for a share of its own. */
export const HOLDING_LAWS = ['SPECIAL_ZONE', 'INDUSTRY_EDUCATION', 'TECHNOLOGY_TRANSFER'] as const;
export type HoldingLaw = (typeof HOLDING_LAWS)[number];

/** What a company did in a national R&D project: carry out research in it, or bring its result to market. */
export const PROJECT_ROLES = ['PARTICIPATION', 'COMMERCIALISATION'] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** What a document says, as far as machine checks read it; null where it says nothing. */
export interface EvidenceDetail {
  /** Number of the document, registration or answer. */
  readonly number: string | null;
  /** The public institute on the other side: licensor, employer, shareholder, partner. */
  readonly counterparty: string | null;
  /** Term of a contract or an affiliation, both days included. */
  readonly termFrom: LocalDate | null;
  readonly termTo: LocalDate | null;
  readonly holdingBasisPoints: number | null;
  readonly holdingLaw: HoldingLaw | null;
  readonly valuedOn: LocalDate | null;
  readonly projectNumber: string | null;
  readonly projectRole: ProjectRole | null;
  readonly grade: string | null;
  readonly zone: string | null;
  /** The day from which a registration is cancelled. */
  readonly cancelledOn: LocalDate | null;
}

/** What became of a document: never true, void from the start, true until a day, or replaced by a better copy. */
export const EVIDENCE_TURNS = ['FALSE_DOCUMENT', 'CANCELLED_AB_INITIO', 'LOST_STATUS', 'CORRECTED'] as const;
export type EvidenceTurn = (typeof EVIDENCE_TURNS)[number];

export interface TurnedEvidence {
  readonly turn: EvidenceTurn;
  readonly happenedOn: LocalDate;
}

/** Whether a document still speaks on `on`: a lost status did until it was lost, the other turns mean that it never did. */
export const speaksOn = (turns: readonly TurnedEvidence[], on: LocalDate): boolean => turns.every(({ turn, happenedOn }) => turn === 'LOST_STATUS' && on < happenedOn);
