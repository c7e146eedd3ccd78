import type { Fault } from '../../design/form/faults.js';
import { parseDateInput } from '../../format/date.js';
import { formatBasisPoints, parseBasisPoints } from '../../format/quantity.js';
import type { DecideFeeTerms, FeeSchedule } from './expense.requests.js';

export const FEE_BASES = ['COMMITTED', 'INVESTED', 'OUTSTANDING', 'NET_COST'] as const;

/** A fee schedule as it is typed; rates in per cent. */
export interface TermsForm {
  terms: { from: string; to: string; base: string; rate: string; clause: string }[];
  reductions: { from: string; to: string; reason: string; keeps: string; clause: string }[];
  clause: string;
  reason: string;
}

export function startingTerms(schedule: FeeSchedule): TermsForm {
  return {
    terms: schedule.terms.map(({ rateBasisPoints, ...term }) => ({ ...term, rate: formatBasisPoints(rateBasisPoints) })),
    reductions: schedule.reductions.map(({ keepsBasisPoints, ...each }) => ({ ...each, keeps: formatBasisPoints(keepsBasisPoints) })),
    clause: schedule.terms[0]?.clause ?? '',
    reason: '',
  };
}

interface Words {
  readonly missingDate: string;
  readonly missingRate: string;
  readonly missingText: string;
}

/** What is typed as it is sent, and what is wrong with it at its field. */
export function termsBody(typed: TermsForm, words: Words): { readonly body: DecideFeeTerms; readonly found: Fault[] } {
  const found: Fault[] = [];
  const date = (text: string, pointer: string): string => {
    const day = parseDateInput(text);
    if (day === null) found.push({ pointer, text: words.missingDate });
    return day ?? '';
  };
  const rate = (text: string, pointer: string): number => {
    const parsed = parseBasisPoints(text);
    if (parsed === null) found.push({ pointer, text: words.missingRate });
    return parsed ?? 0;
  };
  const filled = (text: string, pointer: string): string => {
    if (text.trim() === '') found.push({ pointer, text: words.missingText });
    return text.trim();
  };
  const body: DecideFeeTerms = {
    terms: typed.terms.map((term, index) => ({
      from: date(term.from, `/terms/${index}/from`),
      to: date(term.to, `/terms/${index}/to`),
      base: term.base as 'COMMITTED',
      rateBasisPoints: rate(term.rate, `/terms/${index}/rate`),
      clause: filled(term.clause, `/terms/${index}/clause`),
    })),
    reductions: typed.reductions.map((each, index) => ({
      from: date(each.from, `/reductions/${index}/from`),
      to: date(each.to, `/reductions/${index}/to`),
      keepsBasisPoints: rate(each.keeps, `/reductions/${index}/keeps`),
      reason: filled(each.reason, `/reductions/${index}/reason`),
      clause: filled(each.clause, `/reductions/${index}/clause`),
    })),
    clause: filled(typed.clause, '/clause'),
    reason: filled(typed.reason, '/reason'),
  };
  return { body, found };
}
