import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { moveByKey, type Cell, type CellRange, type Size } from './cell-range.js';

export interface CellRangeControl {
  readonly range: CellRange | null;
  readonly clear: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly cellHandlers: (cell: Cell) => { onMouseDown: (event: MouseEvent) => void; onMouseEnter: (event: MouseEvent) => void };
}

/** Selecting cells by mouse and keyboard; `open` is what Enter does with a row. */
export function useCellRange(grid: RefObject<HTMLElement | null>, size: Size, open: (row: number) => void): CellRangeControl {
  const [range, setRange] = useState<CellRange | null>(null);
  const dragging = useRef(false);

  const focus = useCallback(
    (cell: Cell) => {
      grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`)?.focus();
    },
    [grid],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return;
    const head = range?.head ?? { row: 0, column: 0 };
    if (event.key === 'Enter') return open(head.row);
    if (event.key === 'Escape' && range !== null) return setRange({ anchor: head, head });
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return setRange({ anchor: { row: 0, column: 0 }, head: { row: size.rows - 1, column: size.columns - 1 } });
    }
    const next = moveByKey(event.key, event.ctrlKey || event.metaKey, head, size);
    if (next === null) return;
    event.preventDefault();
    setRange({ anchor: event.shiftKey && range !== null ? range.anchor : next, head: next });
    focus(next);
  };

  const cellHandlers = (cell: Cell): ReturnType<CellRangeControl['cellHandlers']> => ({
    onMouseDown: (event) => {
      if (event.button !== 0) return;
      dragging.current = true;
      setRange({ anchor: event.shiftKey && range !== null ? range.anchor : cell, head: cell });
    },
    onMouseEnter: (event) => {
      if (event.buttons !== 1) dragging.current = false;
      if (!dragging.current) return;
      window.getSelection()?.removeAllRanges();
      setRange((current) => (current === null ? null : { anchor: current.anchor, head: cell }));
    },
  });

  return { range, clear: useCallback(() => setRange(null), []), onKeyDown, cellHandlers };
}
