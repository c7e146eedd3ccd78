import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../api/download.js';
import { toCsv, toTsv } from '../../format/delimited.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { plainText, type Column } from './column.js';
import { copyText } from './copy-text.js';
import styles from './data-table.module.css';

interface Props<Row> {
  readonly title: string | undefined;
  readonly note: ReactNode;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** As shown: sorted and filtered. */
  readonly rows: readonly Row[];
  readonly count: number;
  readonly filter: string;
  readonly onFilter: ((filter: string) => void) | null;
  readonly extra: ReactNode;
}

export function TableToolbar<Row>({ title, note, label, columns, rows, count, filter, onFilter, extra }: Props<Row>): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const cells = (): string[][] => [columns.map((column) => column.header), ...rows.map((row) => columns.map((column) => plainText(column.kind, column.value(row))))];
  const copy = (): void => {
    copyText(toTsv(cells()));
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div className={styles['toolbar']}>
      {title !== undefined && (
        <h2 className={styles['title']}>
          {title}
          {note !== undefined && <span className={styles['note']}>{note}</span>}
        </h2>
      )}
      {onFilter !== null && (
        <label className={styles['filter']}>
          <Icon name="search" size={18} />
          <input type="search" value={filter} onChange={(event) => onFilter(event.target.value)} placeholder={t('table.filter')} aria-label={t('table.filter')} />
        </label>
      )}
      {extra}
      <div className={styles['exports']}>
        <span className={styles['count']} aria-live="polite">
          {filter === '' ? t('table.rows', { count }) : t('table.rowsOf', { shown: rows.length, count })}
        </span>
        <Button small tone="quiet" icon={copied ? 'check' : 'copy'} onPress={copy}>
          {t(copied ? 'table.copied' : 'table.copy')}
        </Button>
        <Button small tone="quiet" icon="download" onPress={() => saveFile(new Blob([toCsv(cells())], { type: 'text/csv;charset=utf-8' }), `${label}.csv`)}>
          {t('table.csv')}
        </Button>
      </div>
    </div>
  );
}
