import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatWon, groupDigits } from '../../format/won.js';
import { rangeBounds, rangeCount, type CellRange } from './cell-range.js';
import type { Column } from './column.js';
import styles from './data-table.module.css';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly range: CellRange | null;
}

/** What Excel says at the bottom of its window about the selected cells: how many, and their sum. */
export function SelectionSummary<Row>({ columns, rows, range }: Props<Row>): ReactElement | null {
  const { t } = useTranslation();
  if (range === null || rangeCount(range) < 2) return null;
  const { top, bottom, left, right } = rangeBounds(range);
  const selected = columns.slice(left, right + 1);
  const picked = rows.slice(top, bottom + 1);
  const sums = (['won', 'count'] as const).map((kind) => picked.flatMap((row) => selected.filter((column) => column.kind === kind).map((column) => column.value(row))).filter((value) => typeof value === 'bigint'));
  const [won = [], counts = []] = sums;
  const add = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
  return (
    <div className={styles['summary']} role="status">
      <span>{t('table.selected', { count: rangeCount(range) })}</span>
      {won.length > 0 && <strong className="number">{t('table.sumWon', { sum: formatWon(add(won)) })}</strong>}
      {counts.length > 0 && <strong className="number">{t('table.sum', { sum: groupDigits(add(counts)) })}</strong>}
      <span className={styles['keys']}>{t('table.keys')}</span>
    </div>
  );
}
