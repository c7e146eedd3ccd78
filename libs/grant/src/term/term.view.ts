import type { CommandOutcome } from '#libs/command';
import type { PolicySet } from '#libs/policy';
import { callBook } from '../call/call.charts.js';
import type { GrantCall } from '../call/call.js';
import type { DecidedGrantTermDto, GrantTermDecisionDto, GrantTermDto } from './term.dto.js';
import type { TermDecision } from './term.query.js';
import type { DecidedTerm } from './term.service.js';
import { isOfPools, TERM_KEYS, termKindOf, termText } from './term.js';

/** The terms of grants in force for a call, by key. */
export function viewTerms({ id: callId, kind }: Pick<GrantCall, 'id' | 'kind'>, policies: PolicySet): GrantTermDto[] {
  return policies
    .all()
    .filter(({ key }) => TERM_KEYS.test(key) && (kind === 'MATCHING' || !isOfPools(key)))
    .map(({ key, value, clause, source, effectiveFrom, knownAt, scope }) => ({
      ...{ key, kind: termKindOf(key, value), value: termText(key, value), clause, source },
      ...{ effectiveFrom, knownAt, ofThisCall: scope === callBook(callId) },
    }));
}

export const viewTermDecision = ({ value, ...row }: TermDecision): GrantTermDecisionDto => ({ ...row, kind: termKindOf(row.key, value), value: termText(row.key, value), ofThisCall: true });

export function viewDecidedTerm({ result: { key, before, after }, dryRun }: CommandOutcome<DecidedTerm>): DecidedGrantTermDto {
  return { dryRun, before: before === null ? null : termText(key, before), after: termText(key, after) };
}
