import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './plain-table.module.css';
import { useOverflow } from './use-overflow.js';

export interface PlainColumn<Row> {
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'left' | 'right' | 'center';
  readonly wrap?: boolean;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string | number;
  readonly tone?: (row: Row) => string | undefined;
  /** Cells of a last row, one for each column. */
  readonly totals?: readonly ReactNode[];
}

/** A small table to read; tables to work with are `DataTable`. */
export function PlainTable<Row>({ label, columns, rows, rowKey, tone, totals }: Props<Row>): ReactElement {
  const { ref, overflows } = useOverflow<HTMLDivElement>();
  return (
    <div ref={ref} className={styles['scroll']} {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={alignment(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowKey(row, rowIndex)} className={styles[tone?.(row) ?? '']}>
              {columns.map((column, index) => (
                <td key={index} className={alignment(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals !== undefined && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={index} className={alignment(column)}>
                  {totals[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function alignment<Row>({ align, wrap }: PlainColumn<Row>): string {
  return classes(align !== undefined && styles[align], wrap === true && styles['wrap']);
}
