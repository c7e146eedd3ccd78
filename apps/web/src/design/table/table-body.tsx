import type { ReactElement } from 'react';
import { classes } from '../classes.js';
import { rangeCount, rangeHolds } from './cell-range.js';
import { isNumeric, shownText, type Column } from './column.js';
import styles from './data-table.module.css';
import type { CellRangeControl } from './use-cell-range.js';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly control: CellRangeControl;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly rowTone: ((row: Row) => 'muted' | 'warning' | 'danger' | undefined) | undefined;
}

function CellContent<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactElement {
  if (column.cell !== undefined) return <>{column.cell(row)}</>;
  const text = shownText(column.kind, column.value(row));
  if (column.text !== 'clip') return <>{text}</>;
  return (
    <span className={styles['clipped']} title={text}>
      {text}
    </span>
  );
}

export function TableBody<Row>({ columns, rows, rowKey, control, onOpen, rowTone }: Props<Row>): ReactElement {
  const { range, cellHandlers } = control;
  const many = range !== null && rangeCount(range) > 1;
  const head = range?.head ?? { row: 0, column: 0 };
  return (
    <tbody>
      {rows.map((row, rowIndex) => {
        const tone = rowTone?.(row);
        return (
          <tr key={rowKey(row)} className={classes(tone !== undefined && styles[tone])} onDoubleClick={() => onOpen?.(row)}>
            {columns.map((column, columnIndex) => {
              const cell = { row: rowIndex, column: columnIndex };
              const isHead = head.row === rowIndex && head.column === columnIndex;
              return (
                <td
                  key={column.id}
                  role="gridcell"
                  data-cell={`${rowIndex}:${columnIndex}`}
                  tabIndex={isHead ? 0 : -1}
                  aria-selected={range !== null && rangeHolds(range, cell)}
                  className={classes(
                    isNumeric(column.kind) && styles['numeric'],
                    (column.text === 'wrap' || column.text === 'long') && styles['wrap'],
                    column.text === 'long' && styles['long'],
                    many && rangeHolds(range, cell) && styles['selected'],
                  )}
                  {...cellHandlers(cell)}
                >
                  <CellContent column={column} row={row} />
                </td>
              );
            })}
          </tr>
        );
      })}
    </tbody>
  );
}
