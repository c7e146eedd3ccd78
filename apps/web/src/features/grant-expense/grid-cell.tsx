import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import type { GridField, GridRow } from './grid-row.js';
import type { CellOption } from './read-cell.js';
import styles from './expenses.module.css';

interface Props {
  readonly row: GridRow;
  readonly index: number;
  readonly field: GridField;
  readonly fault: 'fault' | 'doubt' | null;
  /** What can be chosen; null where anything can be typed. */
  readonly options: readonly CellOption[] | null;
  readonly onType: (value: string) => void;
}

const WIDTHS: Readonly<Partial<Record<GridField, string>>> = { agreementId: '11rem', line: '11rem', resource: '6.4rem', spentOn: '9rem', payeeNumber: '10.4rem', payeeName: '12rem', purpose: '14rem', supplyWon: '10rem', vatWon: '8.4rem', evidenceKind: '10.4rem', evidenceNumber: '12rem', committedOn: '9rem' };

/** One cell: a choice where there is a list, plain text otherwise, so that anything can be pasted. */
export const GridCell = memo(function GridCell({ row, index, field, fault, options, onType }: Props): ReactElement {
  const { t } = useTranslation();
  const common = { 'data-cell': `${index}/${field}`, value: row[field], 'aria-label': t('grantExpense.cell', { row: index + 1, field: t(`grantExpense.fields.${field}`) }), 'aria-invalid': fault === 'fault' };
  return (
    <td style={{ minWidth: WIDTHS[field] }} className={classes((field === 'supplyWon' || field === 'vatWon') && styles['number'])} {...(fault === null ? {} : { [`data-${fault}`]: true })}>
      {options === null ? (
        <input {...common} onChange={(event) => onType(event.target.value)} autoComplete="off" />
      ) : (
        <select {...common} onChange={(event) => onType(event.target.value)}>
          {!options.some(({ value }) => value === row[field]) && <option value={row[field]}>{row[field]}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </td>
  );
});
