import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { findEvidenceKeys } from '#libs/evidence';
import { type EvidenceScheme } from '#libs/invoice';
import { linesOfCall } from '../../call/call.query.js';
import type { GrantCall } from '../../call/call.js';
import { settlementWordingOn } from '../../settlement/settlement.data.js';
import { SHARE_VERSIONS } from '../../share/share.policy.js';
import { keyOfFact } from '../reading/book.import.js';
import type { GrantLimits } from '../register-limits.rules.js';
import type { ExpenseFact } from '../register.js';

/** Lines of which an increase needs an approved change (국가연구개발혁신법 시행령 제14조제2항): research allowance and indirect cost. */
const APPROVAL_LINES = ['D9', 'I1', 'I2', 'I3'] as const;

/** What the rows of a register for this call are measured by. */
export async function registerLimits(tx: Tx, call: GrantCall, today: LocalDate): Promise<GrantLimits> {
  return { shares: SHARE_VERSIONS, settlement: settlementWordingOn(call.regime, today).recovery, approvalLines: APPROVAL_LINES, usedEvidence: new Set(), lines: await linesOfCall(tx, call.id), today };
}

/** Evidence of these expenses that pays for something already, by `scheme key`. */
export async function evidenceElsewhere(tx: Tx, expenses: readonly ExpenseFact[]): Promise<ReadonlySet<string>> {
  const keys = expenses.flatMap((expense) => {
    const [scheme = '', key = ''] = splitKey(keyOfFact(expense));
    return key === '' ? [] : [{ scheme: scheme as EvidenceScheme, key }];
  });
  return new Set((await findEvidenceKeys(tx, keys)).keys());
}

function splitKey(text: string | null): readonly string[] {
  const at = text?.indexOf(' ') ?? -1;
  return text === null ? [] : [text.slice(0, at), text.slice(at + 1)];
}
