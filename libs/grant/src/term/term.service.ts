import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { decidePolicies, type PolicySource, type PolicyValue } from '#libs/policy';
import { callBook } from '../call/call.charts.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { sampleOfTerm } from './term.query.js';
import { termValue } from './term.rules.js';

export interface DecideTerm {
  readonly callId: string;
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: LocalDate;
  readonly clause: string;
  readonly source: PolicySource;
}

export interface DecidedTerm {
  readonly key: string;
  /** In force on that day before; null where nobody had decided. */
  readonly before: PolicyValue;
  readonly after: PolicyValue;
}

/** `grant-term.decide`: a term of one call from a day on. What applied before stays on record. */
export const decideGrantTerm: Command<DecideTerm, DecidedTerm> = {
  name: 'grant-term.decide',
  async execute(tx, context, { callId, key, value, effectiveFrom, clause, source }) {
    const call = await getCall(tx, callId);
    const after = termValue(key, value, await sampleOfTerm(tx, key, '/key'), '/value');
    const before = (await policiesOfCall(tx, call, effectiveFrom)).find(key)?.value ?? null;
    await decidePolicies(tx, context, [{ scope: callBook(callId), key, value: after, effectiveFrom, effectiveTo: null, clause, source, knownAt: context.now }]);
    context.announce('grant.changed', { callId });
    return { key, before, after };
  },
};
