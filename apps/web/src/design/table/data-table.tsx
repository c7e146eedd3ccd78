import { columnFilteringFeature, createFilteredRowModel, createSortedRowModel, globalFilteringFeature, rowSortingFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toTsv } from '../../format/delimited.js';
import { classes } from '../classes.js';
import { rangeBounds } from './cell-range.js';
import { compareValues, plainText, shownText, type Column } from './column.js';
import styles from './data-table.module.css';
import { SelectionSummary } from './selection-summary.js';
import { TableBody } from './table-body.js';
import { TableFoot, TableHead } from './table-edges.js';
import { TableToolbar } from './table-toolbar.js';
import { useCellRange } from './use-cell-range.js';

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

interface Props<Row extends object> {
  /** Read out as the name of the table; also the name of exported files. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What Enter and a double click do. */
  readonly onOpen?: (row: Row) => void;
  readonly rowTone?: (row: Row) => 'muted' | 'warning' | 'danger' | undefined;
  /** Heads the card that the table fills. */
  readonly title?: string;
  readonly note?: ReactNode;
  /** The rows come from a search of their own beside the table, which finds more than the table holds. */
  readonly searched?: boolean;
  /** Without filter, copy and export: a small table inside a card. */
  readonly plain?: boolean;
  readonly toolbar?: ReactNode;
  readonly empty?: ReactNode;
  /** Fills the height that is left of the window and scrolls inside. */
  readonly tall?: boolean;
}

/** A table for people who live in Excel: sort, filter, cell ranges with their sum, copy, export, totals. */
export function DataTable<Row extends object>({ label, columns, rows, rowKey, onOpen, rowTone, title, note, searched = false, plain = false, toolbar, empty, tall = false }: Props<Row>): ReactElement {
  const { t } = useTranslation();
  const grid = useRef<HTMLTableElement>(null);
  const [filter, setFilter] = useState('');
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: { globalFilter: filter },
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, columnId, wanted: string) => {
      const column = columns.find((candidate) => candidate.id === columnId);
      return column !== undefined && searchable(column, row.original).includes(wanted.trim().toLowerCase());
    },
  });
  const shown = table.getRowModel().rows.map((row) => row.original);
  const control = useCellRange(grid, { rows: shown.length, columns: columns.length }, (index) => {
    const row = shown[index];
    if (row !== undefined) onOpen?.(row);
  });

  const copyRange = (event: React.ClipboardEvent): void => {
    if (control.range === null || (window.getSelection()?.toString() ?? '') !== '') return;
    const { top, bottom, left, right } = rangeBounds(control.range);
    const cells = shown.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((column) => plainText(column.kind, column.value(row))));
    event.clipboardData.setData('text/plain', toTsv(cells));
    event.preventDefault();
  };

  return (
    <div className={styles['table']}>
      {!plain && <TableToolbar title={title} note={note} label={label} columns={columns} rows={shown} count={rows.length} filter={filter} onFilter={searched ? null : setFilter} extra={toolbar} />}
      <div className={classes(styles['scroll'], tall && styles['tall'])}>
        <table ref={grid} role="grid" aria-label={label} aria-rowcount={shown.length + 1} className={styles['grid']} onKeyDown={control.onKeyDown} onCopy={copyRange}>
          <TableHead columns={columns} sorting={table.state.sorting} onSort={(id) => table.getColumn(id)?.toggleSorting()} />
          <TableBody columns={columns} rows={shown} rowKey={rowKey} control={control} onOpen={onOpen} rowTone={rowTone} />
          {columns.some((column) => column.total !== undefined) && shown.length > 0 && <TableFoot columns={columns} rows={shown} partial={shown.length < rows.length} />}
        </table>
        {shown.length === 0 && <div className={styles['empty']}>{rows.length === 0 ? (empty ?? t('table.empty')) : t('table.noMatch')}</div>}
      </div>
      <SelectionSummary columns={columns} rows={shown} range={control.range} />
    </div>
  );
}

function definitionOf<Row extends object>(column: Column<Row>): ColumnDef<typeof features, Row> {
  return {
    id: column.id,
    accessorFn: (row: Row) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortDescFirst: false,
    sortFn: (one, other) => compareValues(column.value(one.original), column.value(other.original)),
  };
}

/** Finds 55억 under '5,500,000,000' and '5500000000' alike. */
function searchable<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row);
  return `${shownText(column.kind, value)} ${plainText(column.kind, value)}`.toLowerCase();
}
