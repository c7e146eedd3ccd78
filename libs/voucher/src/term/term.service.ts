import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { decidePolicies, type PolicySource, type PolicyValue } from '#libs/policy';
import { yearBook } from '../year/year.charts.js';
import { figuresOfYear, getOpenYear, policiesOfYear } from '../year/year.query.js';
import { termLooksAhead, termValue } from './term.rules.js';

export interface DecideTerm {
  readonly yearId: string;
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

/** `voucher-term.decide`: a term of one programme year from a day on. What applied before stays on record. */
export const decideVoucherTerm: Command<DecideTerm, DecidedTerm> = {
  name: 'voucher-term.decide',
  async execute(tx, context, { yearId, key, value, effectiveFrom, clause, source }) {
    const year = await getOpenYear(tx, yearId);
    const { vouchersIssued } = await figuresOfYear(tx, yearId);
    const before = (await policiesOfYear(tx, year, effectiveFrom)).find(key)?.value ?? null;
    const after = termValue(key, value, '/value');
    context.judge([termLooksAhead(effectiveFrom, context.today, vouchersIssued)]);
    await decidePolicies(tx, context, [{ scope: yearBook(yearId), key, value: after, effectiveFrom, effectiveTo: null, clause, source, knownAt: context.now }]);
    context.announce('voucher.changed', { yearId });
    return { key, before, after };
  },
};
