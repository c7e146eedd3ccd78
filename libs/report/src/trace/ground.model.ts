import { invariant } from '#libs/errors';
import { both, instantText } from '../report/report-text.js';
import type { Origin, ReportBlock, ReportDraft, ReportRow, ReportSection, ReportTable, TraceableFigure } from '../report/report.js';
import { centred, column } from '../table/column.js';
import { REGISTERS, type Ground, type RecordOrigin } from './ground.js';
import { groundText, isSumOfColumn, ties } from './ground.rules.js';
import { labelsIn, namedFigures, operandsIn, type NamedFigure, type NamedFigures, type ReferenceFinder } from './named-figures.rules.js';
import { isLedger } from './origin.js';
import { own, someOf } from './trace.model.js';

/** Who wrote a record: the command, what it is called, and when it was done. */
export interface RecordLine extends RecordOrigin {
  readonly command: string;
  readonly title: string;
  readonly actedAt: Date;
}

/** Records that rows of a draft rest on, each once. */
export function recordsOf(draft: ReportDraft): RecordOrigin[] {
  const records = draft.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap(({ record }) => record ?? []) : [])));
  return [...new Map(records.map((record) => [recordKey(record), record])).values()];
}

const recordKey = ({ register, id }: RecordOrigin): string => `${register} ${id}`;

/** A reference of the list: how its text is told, and where the figures stand that rest on it. */
interface Listed {
  readonly reference: string;
  readonly places: Set<string>;
  readonly text: () => string;
}

/** References as they are given away: the same ground has one, in the order of the report. */
interface Book {
  readonly listed: Map<string, Listed>;
  readonly counts: Map<string, number>;
}

/** 산: worked out, 기: on record, 규: laid down. A plain number is a sum of entries. */
const MARKS: Readonly<Record<Exclude<Ground['kind'], 'SAME'>, string>> = { SUM: '산', RATIO: '산', WORDS: '산', STATED: '기', RULE: '규' };

function give({ listed, counts }: Book, mark: string, key: string, place: string, text: () => string): string {
  const known = listed.get(`${mark} ${key}`);
  if (known !== undefined) {
    known.places.add(place);
    return known.reference;
  }
  const next = (counts.get(mark) ?? 0) + 1;
  counts.set(mark, next);
  const reference = `[${mark}${next}]`;
  listed.set(`${mark} ${key}`, { reference, places: new Set([place]), text });
  return reference;
}

/** Where the points of the curve stand; they are no single figure. */
const PACE = '투자기간 경과 대비 인정 투자액';

/** Everything that is asked while the blocks of one report get their references. */
interface Desk {
  readonly book: Book;
  readonly named: NamedFigures;
  readonly records: ReadonlyMap<string, RecordLine>;
}

/**
 * A draft whose ledger figures have their references, with one beside every other figure that says what it rests on, and the annex
 * that tells what they stand for. Throws `InvariantError` where a formula does not give the figure that is shown.
 */
export function groundedDraft(draft: ReportDraft, lines: readonly RecordLine[]): ReportDraft {
  const records = new Map(lines.map((line) => [recordKey(line), line]));
  const book: Book = { listed: new Map(), counts: new Map() };
  const named = new Map<string, NamedFigure>();
  const desk: Desk = { book, named, records };
  const finder: ReferenceFinder = { single: (figure, place) => referenceOf(desk, figure, null, place), cell: (table, at, key) => cellReference(desk, table, at, key) };
  for (const [name, figure] of namedFigures(draft, finder)) named.set(name, figure);
  const sections = draft.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => groundedBlock(desk, block)) }));
  if (book.listed.size === 0) return { ...draft, sections };
  return { ...draft, sections: [...sections.slice(0, -1), groundSection([...book.listed.values()]), ...sections.slice(-1)] };
}

function referenceOf(desk: Desk, { origin, reference }: { readonly origin?: Origin; readonly reference?: string }, table: ReportTable | null, place: string): string | undefined {
  return origin === undefined || isLedger(origin) ? reference : groundReference(desk, origin, table, place);
}

function groundReference({ book, named }: Desk, ground: Ground, table: ReportTable | null, place: string): string | undefined {
  if (ground.kind === 'SAME') return named.get(ground.of[0].slice(1))?.reference();
  const key = groundText(ground, labelsIn(named, table, false));
  return give(book, MARKS[ground.kind], key, place, () => groundText(ground, labelsIn(named, table, true)));
}

function recordReference({ book, records }: Desk, record: RecordOrigin, place: string): string {
  const line = records.get(recordKey(record));
  invariant(line !== undefined, `there is no row ${record.id} of ${record.register}`);
  return give(book, MARKS.STATED, recordKey(record), place, () => `${REGISTERS[record.register]} 기록 · ${line.title}(명령 ${line.command}) · ${instantText(line.actedAt)}`);
}

/** Of a cell: its own, else that of its column, else that of its row. */
function cellReference(desk: Desk, table: ReportTable, at: number | 'TOTAL', key: string): string | undefined {
  const row = at === 'TOTAL' ? { cells: table.totals ?? {}, origins: table.totalOrigins, references: table.totalReferences, record: undefined } : table.rows[at];
  const origin = row?.origins?.[key];
  const place = placeOf(table, row?.cells ?? {}, key);
  if (origin !== undefined && !isLedger(origin)) return groundReference(desk, origin, table, place);
  const ground = table.grounds?.[key];
  if (row?.references?.[key] !== undefined) return row.references[key];
  if (ground !== undefined) return groundReference(desk, ground, table, columnPlace(table, key));
  if (row?.record !== undefined) return recordReference(desk, row.record, rowPlace(table, row.cells));
  return at === 'TOTAL' && isSumOfColumn(table, key) ? sumReference(desk, table, key, place) : undefined;
}

/** A total that others repeat is told as what every total without a reference is. */
const sumReference = ({ book }: Desk, table: ReportTable, key: string, place: string): string => give(book, MARKS.SUM, place, place, () => `'${columnPlace(table, key)}' 열의 합`);

const headerIn = ({ columns }: ReportTable, key: string): string => columns.filter((each) => each.key === key).map(({ group, header }) => [group?.ko, header.ko].filter(Boolean).join(' ')).join('');
const rowName = ({ columns }: ReportTable, cells: Readonly<Record<string, string>>): string => columns.map(({ key }) => cells[key] ?? '').find((text) => text !== '') ?? '';
const columnPlace = (table: ReportTable, key: string): string => `${table.caption.ko} · ${headerIn(table, key)}`;
const rowPlace = (table: ReportTable, cells: Readonly<Record<string, string>>): string => `${table.caption.ko} · ${rowName(table, cells)}`;
const placeOf = (table: ReportTable, cells: Readonly<Record<string, string>>, key: string): string => `${rowPlace(table, cells)} · ${headerIn(table, key)}`;

function groundedBlock(desk: Desk, block: ReportBlock): ReportBlock {
  const single = <T extends TraceableFigure>(figure: T, label: string, value: string) => {
    const { origin, name: _, ...rest } = figure;
    if (origin !== undefined && !isLedger(origin)) requireTie(desk, origin, null, {}, value, label);
    return { ...rest, ...own('reference', referenceOf(desk, figure, null, label)) };
  };
  switch (block.kind) {
    case 'tiles':
      return { ...block, tiles: block.tiles.map((tile) => single(tile, tile.label.ko, tile.value)) };
    case 'facts':
      return { ...block, rows: block.rows.map((fact) => single(fact, fact.label.ko, fact.value)) };
    case 'gauge':
      return single(block, block.label.ko, block.valuePercent);
    case 'pace':
      return single(block, PACE, '');
    case 'table':
      return groundedTable(desk, block);
    case 'text':
      return single(block, block.text.ko, '');
  }
}

function groundedTable(desk: Desk, table: ReportTable): ReportTable {
  const { grounds = {}, totalOrigins, totalNames: _, ...rest } = table;
  const columns = table.columns.map((each) => {
    const ground = grounds[each.key];
    return ground === undefined ? each : { ...each, ...own('reference', groundReference(desk, ground, table, columnPlace(table, each.key))) };
  });
  const rows = table.rows.map(({ origins, record, names: _names, ...row }): ReportRow => {
    for (const [key, ground] of Object.entries(grounds)) if (origins?.[key] === undefined && row.references?.[key] === undefined) requireTie(desk, ground, table, row.cells, row.cells[key] ?? '', placeOf(table, row.cells, key));
    const references = { ...row.references, ...cellReferences(desk, table, row.cells, origins) };
    return { ...row, ...own('references', someOf(references)), ...own('reference', record === undefined ? undefined : recordReference(desk, record, rowPlace(table, row.cells))) };
  });
  const totals = table.totals ?? {};
  for (const [key, ground] of Object.entries(grounds)) if (totalOrigins?.[key] === undefined && !isSumOfColumn(table, key)) requireTie(desk, ground, table, totals, totals[key] ?? '', placeOf(table, totals, key));
  const totalReferences = { ...table.totalReferences, ...cellReferences(desk, table, totals, totalOrigins) };
  return { ...rest, columns, rows, ...own('totalReferences', someOf(totalReferences)) };
}

function cellReferences(desk: Desk, table: ReportTable, cells: Readonly<Record<string, string>>, origins: Readonly<Record<string, Origin>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(origins).flatMap(([key, origin]) => {
      if (isLedger(origin)) return [];
      const place = placeOf(table, cells, key);
      requireTie(desk, origin, table, cells, cells[key] ?? '', place);
      const reference = groundReference(desk, origin, table, place);
      return reference === undefined ? [] : [[key, reference]];
    }),
  );
}

function requireTie({ named }: Desk, ground: Ground, table: ReportTable | null, cells: Readonly<Record<string, string>>, shown: string, place: string): void {
  invariant(ties(ground, shown, operandsIn(named, table, cells)), `'${place}' shows ${shown}, which is not ${groundText(ground, labelsIn(named, table, false))}`);
}

/** The annex: what each reference stands for that is no sum of entries. */
export const GROUND_SECTION = 'grounds';

function groundSection(listed: readonly Listed[]): ReportSection {
  return {
    id: GROUND_SECTION,
    title: both('부록: 산식·기록·규칙 근거', 'Annex: formulas, records and rules behind the figures'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '[산1]은 산식, [기1]은 기록, [규1]은 규칙을 가리킵니다. 열 제목의 참조는 그 열의 모든 수치에, 행 첫 칸의 참조는 그 행에서 따로 참조가 없는 수치에 적용됩니다. 참조가 없는 합계는 그 열의 합입니다. 덧셈과 비율의 산식은 보고서를 만들 때 다시 계산하여 표시된 수치와 다르면 이 보고서는 만들어지지 않습니다.',
          '[산n] stands for a formula, [기n] for a record, [규n] for a rule. One in the head of a column goes for all its figures, one in the first cell of a row for those figures of the row that have none. Totals without one are sums of their column. Sums and ratios are worked out again when the report is made, or it is not made.',
        ),
      },
      {
        kind: 'table',
        caption: both(`산식·기록·규칙 (${listed.length}건)`, `Formulas, records and rules (${listed.length})`),
        columns: [centred('reference', '참조', 'Reference'), column('place', '수치의 위치', 'Figure'), column('ground', '산식·기록·규칙', 'What it rests on')],
        rows: listed.map(({ reference, places, text }) => {
          const [first = ''] = places;
          return { cells: { reference, place: places.size > 1 ? `${first} 외 ${places.size - 1}곳` : first, ground: text() } };
        }),
      },
    ],
  };
}
