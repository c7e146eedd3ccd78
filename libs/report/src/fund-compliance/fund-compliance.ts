import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type {
  CapitalCallDto,
  ClassificationRow,
  EvidenceRow,
  FundRow,
  InvestmentRow,
  ObligationPosition,
  PartnerRow,
  VerdictRow,
} from '#libs/fund';
import type { Policy } from '#libs/policy';
import type { FundOutcome } from '../fund-outcome/fund-outcome.js';
import type { PacePoint } from '../report/report.js';
import type { AgreementVersion, ChangeLine, MandateFacts, RestrictionFacts, StatutoryLine } from './conduct/conduct.js';

/** What the names of codes are; given with the facts, because a pure model cannot ask the lib that owns them. */
export interface ComplianceNames {
  readonly routes: Readonly<Record<string, Bilingual>>;
  readonly companyBases: Readonly<Record<string, Bilingual>>;
  readonly statuses: Readonly<Record<string, Bilingual>>;
}

/** Balances of the fund's books at the point of the report, in won. */
export interface LedgerFigures {
  readonly paidInWon: bigint;
  readonly dealCapacityWon: bigint;
  readonly headroomWon: bigint;
  readonly investmentCostWon: bigint;
  readonly distributedWon: bigint;
  readonly expensesWon: bigint;
  readonly cashWon: bigint;
  /** What the entries of the formation granted. */
  readonly grantedCapacityWon: bigint;
  readonly grantedHeadroomWon: bigint;
  /** Voided deals whose cost still stood in the books on that day: they are mirrored on the day of the voiding. */
  readonly standingVoids: readonly string[];
}

export interface ComplianceDeal extends InvestmentRow {
  /** The day on which the deal was rescinded, as of the report. */
  readonly rescindedOn: LocalDate | null;
  /** Must-have documents of the claimed route that are not there. */
  readonly missingEvidence: readonly string[];
}

/** The few figures that are compared between two moments of knowledge. */
export interface Hindsight {
  readonly knownBefore: Date;
  readonly position: ObligationPosition;
  readonly investments: readonly Pick<InvestmentRow, 'id' | 'number' | 'company' | 'amountWon' | 'status' | 'voided'>[];
}

/** Everything the report is made of, read in one snapshot at one point in both times. */
export interface ComplianceFacts {
  readonly fund: FundRow;
  readonly programme: Bilingual;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly position: ObligationPosition;
  /** The same with every pending claim accepted. */
  readonly ifPendingAccepted: ObligationPosition;
  readonly pace: readonly PacePoint[];
  readonly policies: readonly Policy[];
  readonly partners: readonly PartnerRow[];
  readonly calls: readonly CapitalCallDto[];
  readonly investments: readonly ComplianceDeal[];
  readonly classifications: readonly ClassificationRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly verdicts: readonly VerdictRow[];
  readonly ledger: LedgerFigures;
  readonly outcome: FundOutcome;
  readonly mandates: MandateFacts;
  readonly statutory: readonly StatutoryLine[];
  readonly restrictions: RestrictionFacts;
  readonly agreements: readonly AgreementVersion[];
  readonly changes: readonly ChangeLine[];
  /** What was known at the end of the date of the figures, where the report knows more. */
  readonly then: Hindsight | null;
  readonly names: ComplianceNames;
}

/** Whether a deal is part of T, and so of M if it qualifies: cash was paid, and the deal stands. */
export const counts = (deal: ComplianceDeal): boolean => deal.kind !== 'CONVERSION' && !deal.voided && deal.rescindedOn === null;

/** The last decision on record that is in effect on the date of the figures. */
export function decisionOn(facts: ComplianceFacts, investmentId: string): ClassificationRow | null {
  const inEffect = facts.classifications.filter((each) => each.investmentId === investmentId && each.effectiveOn <= facts.asOf);
  return inEffect.at(-1) ?? null;
}
