import type { ReportDraft } from '../report/report.js';
import { groundedDraft, recordsOf } from '../trace/ground.model.js';
import { figuresOf, tracedDraft } from '../trace/trace.model.js';

/** A draft traced without a database: one entry for each figure of the ledger that is not zero, one command for all records. */
export function tracedWithoutBooks(draft: ReportDraft): ReportDraft {
  const figures = figuresOf(draft);
  const lines = figures.flatMap(({ figureWon }, figure) => (figureWon === 0n ? [] : [{ figure, entryId: String(figure + 1), effectiveOn: draft.meta.asOf, posting: '시험 전기', amountWon: figureWon }]));
  const withEntries = figures.length === 0 ? draft : tracedDraft(draft, figures, lines, { books: new Map(), charts: new Map() });
  return groundedDraft(withEntries, recordsOf(withEntries).map((record) => ({ ...record, command: 'test.record', title: '시험 기록', actedAt: new Date('2022-01-31T01:00:00Z') })));
}
