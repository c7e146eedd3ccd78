import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes.js';
import { Icon } from '../icon.js';
import { isNumeric, shownText, totalOf, type Column } from './column.js';
import styles from './data-table.module.css';

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorting: readonly { readonly id: string; readonly desc: boolean }[];
  readonly onSort: (id: string) => void;
}

/** One stop of the Tab key for the whole heading; the arrows go along it, and down into the cells. */
function moveAlongHead(event: KeyboardEvent<HTMLButtonElement>): void {
  const cell = event.currentTarget.closest('th');
  const table = event.currentTarget.closest('table');
  const next = { ArrowLeft: cell?.previousElementSibling?.querySelector('button'), ArrowRight: cell?.nextElementSibling?.querySelector('button'), ArrowDown: table?.querySelector<HTMLElement>('td[tabindex="0"]') }[event.key];
  if (next === null || next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function TableHead<Row>({ columns, sorting, onSort }: HeadProps<Row>): ReactElement {
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          const sorted = sorting.find(({ id }) => id === column.id);
          return (
            <th key={column.id} scope="col" className={classes(isNumeric(column.kind) && styles['numeric'])} aria-sort={sorted === undefined ? 'none' : sorted.desc ? 'descending' : 'ascending'}>
              {column.header !== '' && (
                <button type="button" tabIndex={index === 0 ? 0 : -1} className={styles['sort']} onClick={() => onSort(column.id)} onKeyDown={moveAlongHead}>
                  {column.header}
                  <span className={classes(styles['sort-icon'], sorted !== undefined && styles['sorted'])}>
                    <Icon name={sorted === undefined ? 'sort' : sorted.desc ? 'down' : 'up'} size={14} />
                  </span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface FootProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Some rows are filtered out: the totals are of what is shown. */
  readonly partial: boolean;
}

export function TableFoot<Row>({ columns, rows, partial }: FootProps<Row>): ReactElement {
  const { t } = useTranslation();
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) => (
          <td key={column.id} className={classes(isNumeric(column.kind) && styles['numeric'])}>
            {column.total !== undefined ? shownText(column.kind, totalOf(column, rows)) : index === 0 ? t(partial ? 'table.totalOfShown' : 'table.total') : null}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
