import type { LocalDate } from '#libs/calendar';
import type { CallLine } from '../call/call.js';
import type { BudgetLine } from '../line/line.js';
import type { SettlementTerms } from '../settlement/settlement.js';
import type { ShareVersion } from '../share/share.js';

/** What the rows of a register are measured by; the programme's policies and the law. */
export interface GrantLimits {
  readonly shares: readonly ShareVersion[];
  readonly settlement: SettlementTerms;
  /** Lines of which an increase needs an approved change (시행령 제14조제2항). */
  readonly approvalLines: readonly BudgetLine[];
  /** Evidence that any instrument has used already, by `scheme key`. */
  readonly usedEvidence: ReadonlySet<string>;
  /** The lines of the call; null: every line of the law. */
  readonly lines: readonly Pick<CallLine, 'code' | 'inKind'>[] | null;
  /** Dates after it have not happened; null: not asked. */
  readonly today: LocalDate | null;
}
