import type { PolicySet } from '#libs/policy';
import { termText, YEAR_TERMS } from '../term/term.js';
import { yearBook } from './year.charts.js';
import type { VoucherYearDto, VoucherYearSummaryDto, YearTermDto } from './year.dto.js';
import type { YearFigures } from './year.query.js';
import type { VoucherYear } from './year.js';

function viewYearSummary(year: VoucherYear, figures: YearFigures): VoucherYearSummaryDto {
  const { id, programmeId, kind, fiscalYear, name, agency, closedOn } = year;
  const { yearId: _year, budgetWon, budgetLeftWon, outstandingWon, ...pieces } = figures;
  return {
    ...{ id, programmeId, kind, fiscalYear, name, agency, closedOn },
    ...{ budgetWon: budgetWon.toString(), budgetLeftWon: budgetLeftWon.toString(), outstandingWon: outstandingWon.toString() },
    ...pieces,
  };
}

export function viewYearSummaries(years: readonly VoucherYear[], figures: ReadonlyMap<string, YearFigures>): VoucherYearSummaryDto[] {
  return years.flatMap((year) => {
    const of = figures.get(year.id);
    return of === undefined ? [] : [viewYearSummary(year, of)];
  });
}

export function viewYear(year: VoucherYear, figures: YearFigures, policies: PolicySet): VoucherYearDto {
  return { ...viewYearSummary(year, figures), legalRegime: year.legalRegime, book: yearBook(year.id), terms: viewTerms(year, policies) };
}

/** The terms in force in the order in which they are read; those that nobody decided are left out. */
export function viewTerms(year: VoucherYear, policies: PolicySet): YearTermDto[] {
  return Object.entries(YEAR_TERMS).flatMap(([key, kind]) => {
    const row = policies.find(key);
    if (row === null) return [];
    const { clause, source, effectiveFrom, knownAt, scope, value } = row;
    return [{ key, kind, value: termText(kind, value), clause, source, effectiveFrom, knownAt, ofThisYear: scope === yearBook(year.id) }];
  });
}
