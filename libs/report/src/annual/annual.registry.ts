import { invariant } from '#libs/errors';
import type { ReportDefinition } from '../report/report-definition.js';
import { traced } from '../trace/trace.query.js';
import { annualModel } from './annual.model.js';
import { annualPdf } from './annual.pdf.js';
import { pointOf, readAnnualFacts } from './annual.query.js';
import { annualXlsx } from './annual.xlsx.js';
import { annualGrounds } from './grounds.js';

/** Report E, of a fiscal year. */
export const ANNUAL: ReportDefinition = {
  kind: 'ANNUAL',
  letter: 'E',
  draft: async (tx, year, point) => {
    const facts = await readAnnualFacts(tx, yearOf(year), point);
    const books = new Map(facts.books.map(({ book, number }) => [book, number]));
    return traced(tx, annualModel(facts), facts, books);
  },
  grounds: (year, point) => {
    const [asOf, knownBefore] = pointOf(yearOf(year), point);
    return annualGrounds({ asOf, knownBefore });
  },
  pdf: annualPdf,
  xlsx: annualXlsx,
};

/** The subject of an annual report is its year. */
function yearOf(subjectId: string): number {
  invariant(/^\d{4}$/.test(subjectId), `'${subjectId}' is no year`);
  return Number(subjectId);
}
