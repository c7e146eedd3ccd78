import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { both, wonText } from '../report/report-text.js';
import { tableOf, type ReportDraft } from '../report/report.js';
import { column } from '../table/column.js';
import { plus, type FigureOrigin } from './origin.js';
import { figuresOf, TRACE_SECTION, tracedDraft, type TraceLine } from './trace.model.js';

const ONE: FigureOrigin = [plus('book/1', 'cash')];
const TWO: FigureOrigin = [plus('book/2', 'cash')];

/** A table of two books with their sum, and a tile that shows the sum once more. */
function draft(sumWon = 42n): ReportDraft {
  const row = (name: string, amountWon: bigint, origin: FigureOrigin) => ({ cells: { name, cashWon: wonText(amountWon) }, origins: { cashWon: origin } });
  return {
    meta: { title: both('시험', 'Test'), subjectNumber: 'T-1', subjectName: '시험', issuer: '시험', asOf: localDate('2021-12-31'), knownBefore: '2022-01-01T00:00:00.000Z', ruleVersion: '-', securityMark: '-' },
    verdict: { code: 'SETTLED', title: both('', ''), text: both('', '') },
    sections: [
      {
        id: 'money',
        title: both('돈', 'Money'),
        blocks: [
          { kind: 'tiles', tiles: [{ label: both('현금', 'Cash'), value: wonText(sumWon), unit: '원', origin: [...ONE, ...TWO] }] },
          {
            kind: 'table',
            caption: both('현금', 'Cash'),
            columns: [column('name', '장부', 'Book'), column('cashWon', '금액', 'Amount')],
            rows: [row('하나', 30n, ONE), row('둘', 12n, TWO), row('빈 장부', 0n, [plus('book/3', 'cash')])],
            totals: { name: '합계', cashWon: wonText(sumWon) },
            totalOrigins: { cashWon: [...ONE, ...TWO] },
          },
        ],
      },
      { id: 'annex', title: both('부록', 'Annex'), blocks: [] },
    ],
    list: { fileName: 'list.csv', title: '목록', sectionId: 'money', index: 0 },
  };
}

const line = (figure: number, entryId: string, amountWon: bigint): TraceLine => ({ figure, entryId, amountWon, effectiveOn: '2021-05-01', posting: '입금' });
const NAMES = { charts: new Map([['cash', '예금']]), books: new Map([['book/1', 'B-1']]) };
/** In the order of `figuresOf`: the sum, book 1, book 2, the empty book. */
const LINES = [line(0, '1', 10n), line(0, '2', 20n), line(0, '3', 12n), line(1, '1', 10n), line(1, '2', 20n), line(2, '3', 12n)];

const traced = (from: ReportDraft, lines: readonly TraceLine[]) => tracedDraft(from, figuresOf(from), lines, NAMES);

describe('figures and their entries', () => {
  it('stand beside their references: the same entries have one, and a figure without entries says so', () => {
    const table = tableOf(traced(draft(), LINES), 'money');
    expect(table.totalReferences).toEqual({ cashWon: '[1]' });
    expect(table.rows.map(({ references }) => references)).toEqual([{ cashWon: '[2]' }, { cashWon: '[3]' }, { cashWon: '[0]' }]);
  });

  it('are listed once; a sum is told by its parts', () => {
    const [references, entries] = [0, 1].map((at) => tableOf(traced(draft(), LINES), TRACE_SECTION, at));
    expect(references?.rows.map(({ cells }) => [cells.reference, cells.parts, cells.amountWon])).toEqual([
      ['[1]', '[2] + [3]', '42'],
      ['[2]', '아래 분개', '30'],
      ['[3]', '아래 분개', '12'],
    ]);
    expect(references?.rows[1]?.cells.accounts).toBe('B-1: 예금');
    expect(entries?.rows.map(({ cells }) => `${cells.reference} ${cells.entry} ${cells.amountWon}`)).toEqual(['[2] 1 10', '[2] 2 20', '[3] 3 12']);
  });

  it('are followed by the annex, before the last one', () => {
    expect(traced(draft(), LINES).sections.map(({ id }) => id)).toEqual(['money', TRACE_SECTION, 'annex']);
  });

  it('leave no origin behind in what is printed and fingerprinted', () => {
    expect(JSON.stringify(traced(draft(), LINES))).not.toContain('rigin');
  });

  it.each([
    ['an entry is missing', LINES.slice(1)],
    ['an entry counts twice', [...LINES, line(1, '9', 30n)]],
    ['an empty figure has entries', [...LINES, line(3, '9', 1n)]],
  ])('do not leave the house where %s', (_, lines) => {
    expect(() => traced(draft(), lines)).toThrow(/its entries add up to/);
  });

  it('do not leave the house where the same lines are said to give two amounts', () => {
    const from = draft();
    const [money, annex] = from.sections;
    const other = draft(43n).sections[0];
    if (money === undefined || annex === undefined || other === undefined) throw new Error('no sections');
    expect(() => figuresOf({ ...from, sections: [money, other, annex] })).toThrow(/of the same lines/);
  });
});
