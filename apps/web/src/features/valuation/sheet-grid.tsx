import { useState, type ClipboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { classes } from '../../design/classes.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { useTerm } from '../../i18n/term.js';
import { RowDetailDialog } from './row-detail-dialog.js';
import { isChanged, pasteInto, type SheetColumn, type SheetRow } from './sheet-rows.js';
import type { ValuationSheet } from './valuation.requests.js';
import styles from './valuation.module.css';

interface Props {
  readonly rows: readonly SheetRow[];
  readonly asked: ValuationSheet['asked'];
  readonly onChange: (rows: readonly SheetRow[]) => void;
}

/** The quarter as a sheet: amounts are typed or pasted from Excel, reasons are a click away. */
export function SheetGrid({ rows, asked, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [detail, setDetail] = useState<number | null>(null);
  const change = (index: number, changes: Partial<SheetRow>): void => onChange(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  const paste = (event: ClipboardEvent, row: number, column: SheetColumn): void => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const pasted = pasteInto(rows, text, { row, column });
    onChange(pasted.rows);
    setSaid([t('valuationSheet.pasted', { count: pasted.filled }), ...(pasted.unknown.length > 0 ? [t('valuationSheet.unpasted', { count: pasted.unknown.length, numbers: pasted.unknown.join(', ') })] : [])].join(' '));
  };
  const opened = detail === null ? undefined : rows[detail];
  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['grid']} aria-label={t('valuationSheet.sheetTitle')}>
          <thead>
            <tr>
              {[t('valuationSheet.number'), t('valuationSheet.company'), t('valuationSheet.cost'), t('valuationSheet.fairValue'), t('valuationSheet.impairment'), t('valuationSheet.method'), t('valuationSheet.detail')].map((header, index) => (
                <th key={index} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <GridRow key={row.holding.investmentId} row={row} onChange={(changes) => change(index, changes)} onPaste={(event, column) => paste(event, index, column)} onDetail={() => setDetail(index)} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['note']} aria-live="polite">
        {said}
      </p>
      {opened !== undefined && detail !== null && <RowDetailDialog row={opened} asked={asked} onChange={(changes) => change(detail, { ...changes, touched: true })} onClose={() => setDetail(null)} />}
    </>
  );
}

interface RowProps {
  readonly row: SheetRow;
  readonly onChange: (changes: Partial<SheetRow>) => void;
  readonly onPaste: (event: ClipboardEvent, column: SheetColumn) => void;
  readonly onDetail: () => void;
}

function GridRow({ row, onChange, onPaste, onDetail }: RowProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { number, company, costWon } = row.holding;
  const amount = (column: SheetColumn): ReactElement => (
    <input
      className={styles['cell']}
      aria-label={`${number} ${t(`valuationSheet.${column}`)}`}
      aria-invalid={!parseWonInput(row[column] === '' ? '0' : row[column]).ok}
      value={row[column]}
      onChange={(event) => onChange({ [column]: event.target.value })}
      onBlur={() => {
        const parsed = parseWonInput(row[column]);
        if (parsed.ok) onChange({ [column]: formatWon(parsed.amount) });
      }}
      onPaste={(event) => onPaste(event, column)}
    />
  );
  return (
    <tr className={classes(isChanged(row) && styles['changed'])}>
      <td>{number}</td>
      <td>{company}</td>
      <td className={styles['right']}>{formatWon(costWon)}</td>
      <td>{amount('fairValue')}</td>
      <td>{amount('impairment')}</td>
      <td>
        <input className={classes(styles['cell'], styles['method'])} aria-label={`${number} ${t('valuationSheet.method')}`} value={row.method} maxLength={50} onChange={(event) => onChange({ method: event.target.value, touched: true })} />
      </td>
      <td>
        <Button small tone="tertiary" onPress={onDetail}>
          {row.reasons.length === 0 ? t('valuationSheet.detail') : row.reasons.map((reason) => term('impairmentReason', reason)).join(', ')}
        </Button>
      </td>
    </tr>
  );
}
