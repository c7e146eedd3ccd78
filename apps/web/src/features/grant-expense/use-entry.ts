import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { problemFrom } from '../../api/problem.js';
import { draftOr, keepDraft } from '../../design/form/draft.js';
import { useDebounced } from '../../design/use-debounced.js';
import { previewExpenses, type ExpenseItem, type ReadExpense, type RecordedExpenses } from './grant-expense.requests.js';
import { blankCells, emptyRow, isBlank, itemOf, rowOf, verdictsOf, withPasted, type GridField, type GridRow, type RowVerdict } from './grid-row.js';
import { readCell, unreadCells, type CellOptions } from './read-cell.js';

const PAUSE_MS = 500;
const KEYS_OF_A_PASTE = 10_000;

export interface Entry {
  readonly rows: readonly GridRow[];
  readonly verdicts: ReadonlyMap<number, RowVerdict>;
  /** What the rows that are complete would do; undefined while nothing was asked. */
  readonly preview: RecordedExpenses | undefined;
  readonly asking: boolean;
  readonly items: ExpenseItem[];
  readonly type: (index: number, field: GridField, value: string) => void;
  readonly paste: (at: { row: number; field: GridField }, text: string) => void;
  readonly load: (read: readonly ReadExpense[]) => void;
  readonly add: () => void;
  readonly remove: (index: number) => void;
  /** From now on every row says what it lacks: somebody tried to record it, or pasted it. */
  readonly check: () => void;
  /** Drops the rows at these places of what was sent; the others stay to be put right. */
  readonly drop: (recorded: readonly number[]) => void;
}

/** The rows of a claim while they are typed: each complete row is judged by the code that records it, half a second after the last key. */
export function useEntry(callId: string, agreementId: string, options: CellOptions): Entry {
  const { rows, setRows, newKey } = useRows(callId, agreementId);
  const [checked, setChecked] = useState(() => !rows.every(isBlank));
  const fresh = (): GridRow => emptyRow(newKey(), agreementId);
  const complete = rows.flatMap((row) => {
    const item = unreadCells(row, options).length > 0 ? null : itemOf(row);
    return item === null ? [] : [{ key: row.key, item }];
  });
  const asked = useDebounced(JSON.stringify(complete), PAUSE_MS);
  const sent = JSON.parse(asked) as { key: number; item: ExpenseItem }[];
  const shown = useQuery({ queryKey: ['grant-call', callId, 'expense-preview', asked], queryFn: () => previewExpenses(callId, sent.map(({ item }) => item)), enabled: sent.length > 0, retry: false, placeholderData: (before) => before });
  const verdicts = new Map([...verdictsShown(sent.map(({ key }) => key), shown.data, shown.error), ...unfinished(rows, options, checked)]);
  const change = (index: number, changed: GridRow): void => setRows((before) => before.with(index, changed));
  return {
    rows,
    verdicts,
    preview: sent.length === 0 ? undefined : shown.data,
    asking: shown.isFetching || asked !== JSON.stringify(complete),
    items: complete.map(({ item }) => item),
    type: (index, field, value) => {
      const row = rows[index];
      if (row !== undefined) change(index, { ...row, [field]: value });
    },
    paste: (at, text) => {
      setRows((before) => withPasted(before, at, text, newKey(), (field, cell) => readCell(field, cell, options)));
      setChecked(true);
    },
    load: (read) => {
      setRows((before) => [...before.filter((row) => !isBlank(row)), ...read.map((each) => rowOf(each, newKey(), agreementId))]);
      setChecked(true);
    },
    add: () => setRows((before) => [...before, { ...fresh(), agreementId: before.at(-1)?.agreementId ?? agreementId, line: before.at(-1)?.line ?? '' }]),
    remove: (index) => setRows((before) => (before.length > 1 ? before.toSpliced(index, 1) : [fresh()])),
    check: () => setChecked(true),
    drop: (recorded) => {
      const gone = new Set(recorded.map((index) => complete[index]?.key));
      setRows((before) => {
        const left = before.filter(({ key }) => !gone.has(key));
        return left.length > 0 ? left : [fresh()];
      });
    },
  };
}

/** The rows, kept in the window's own storage until they are recorded: neither a look elsewhere nor a reload takes them away. */
function useRows(callId: string, agreementId: string): { readonly rows: readonly GridRow[]; readonly setRows: Dispatch<SetStateAction<readonly GridRow[]>>; readonly newKey: () => number } {
  const draft = `expenses/${callId}`;
  const [rows, setRows] = useState<readonly GridRow[]>(() => {
    const kept = draftOr(draft, { rows: [] as readonly GridRow[] }).rows;
    return kept.length > 0 ? kept : [emptyRow(0, agreementId)];
  });
  const last = useRef(Math.max(...rows.map(({ key }) => key)));
  useEffect(() => keepDraft(draft, rows.every(isBlank) ? null : { rows }), [draft, rows]);
  // A paste takes keys for as many rows as it may bring.
  const newKey = useCallback(() => (last.current += KEYS_OF_A_PASTE), []);
  return { rows, setRows, newKey };
}

/** What the typist can put right without asking anybody: cells that cannot be read, and once a row was to be recorded, those that are empty. */
function unfinished(rows: readonly GridRow[], options: CellOptions, checked: boolean): readonly [number, RowVerdict][] {
  return rows.flatMap((row): [number, RowVerdict][] => {
    if (isBlank(row)) return [];
    const [unread, blank] = [unreadCells(row, options), checked ? blankCells(row) : []];
    return unread.length + blank.length === 0 ? [] : [[row.key, { tone: unread.length > 0 ? 'danger' : 'incomplete', said: [], unread, blank }]];
  });
}

/** A request that is refused as a whole says at which row. */
function verdictsShown(keys: readonly number[], answer: RecordedExpenses | undefined, error: Error | null): ReadonlyMap<number, RowVerdict> {
  if (error === null) return answer === undefined ? new Map() : verdictsOf(answer, keys);
  const faults = problemFrom(error).errors.flatMap(({ pointer, text }) => {
    const [, , index = '', field = ''] = pointer.split('/');
    const key = keys[Number(index)];
    return key === undefined ? [] : [[key, { tone: 'danger', said: [{ field, text }] }] as const];
  });
  return new Map(faults);
}
