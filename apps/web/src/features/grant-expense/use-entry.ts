import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { problemFrom } from '../../api/problem.js';
import { useDebounced } from '../../design/use-debounced.js';
import { previewExpenses, type ExpenseItem, type ReadExpense, type RecordedExpenses } from './grant-expense.requests.js';
import { emptyRow, isBlank, itemOf, rowOf, verdictsOf, withPasted, type GridField, type GridRow, type RowVerdict } from './grid-row.js';

const PAUSE_MS = 500;

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
  /** Drops the rows at these places of what was sent; the others stay to be put right. */
  readonly drop: (recorded: readonly number[]) => void;
}

/** The rows of a claim while they are typed: each complete row is judged by the code that records it, half a second after the last key. */
export function useEntry(callId: string, agreementId: string): Entry {
  const next = useRef(1);
  const fresh = useCallback((): GridRow => emptyRow((next.current += 1), agreementId), [agreementId]);
  const [rows, setRows] = useState<readonly GridRow[]>(() => [emptyRow(0, agreementId)]);
  const complete = rows.flatMap((row) => {
    const item = itemOf(row);
    return item === null ? [] : [{ key: row.key, item }];
  });
  const asked = useDebounced(JSON.stringify(complete), PAUSE_MS);
  const sent = JSON.parse(asked) as { key: number; item: ExpenseItem }[];
  const shown = useQuery({ queryKey: ['grant-call', callId, 'expense-preview', asked], queryFn: () => previewExpenses(callId, sent.map(({ item }) => item)), enabled: sent.length > 0, retry: false, placeholderData: (before) => before });
  const verdicts = verdictsShown(sent.map(({ key }) => key), shown.data, shown.error);
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
    paste: (at, text) => setRows((before) => withPasted(before, at, text, (next.current += 1_000))),
    load: (read) => setRows((before) => [...before.filter((row) => !isBlank(row)), ...read.map((each) => rowOf(each, (next.current += 1), agreementId))]),
    add: () => setRows((before) => [...before, { ...fresh(), agreementId: before.at(-1)?.agreementId ?? agreementId, line: before.at(-1)?.line ?? '' }]),
    remove: (index) => setRows((before) => (before.length > 1 ? before.toSpliced(index, 1) : [fresh()])),
    drop: (recorded) => {
      const gone = new Set(recorded.map((index) => complete[index]?.key));
      setRows((before) => {
        const left = before.filter(({ key }) => !gone.has(key));
        return left.length > 0 ? left : [fresh()];
      });
    },
  };
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
