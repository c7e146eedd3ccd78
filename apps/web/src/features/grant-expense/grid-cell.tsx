import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { useTerm } from '../../i18n/term.js';
import type { GridField, GridRow } from './grid-row.js';
import styles from './expenses.module.css';

export interface GridChoices {
  readonly agreements: readonly { readonly id: string; readonly number: string; readonly institution: string }[];
  /** Lines of the agreement of the row: code and name. */
  readonly lines: readonly { readonly code: string; readonly name: string }[];
}

interface Props {
  readonly row: GridRow;
  readonly index: number;
  readonly field: GridField;
  readonly fault: 'fault' | 'doubt' | null;
  readonly choices: GridChoices;
  readonly onType: (value: string) => void;
}

const RESOURCES = ['CASH', 'IN_KIND'];
const EVIDENCE = ['TAX_INVOICE', 'CARD', 'TRANSFER', 'CASH_RECEIPT', 'PAYROLL', 'IN_KIND', 'OTHER'];
const WIDTHS: Readonly<Partial<Record<GridField, string>>> = { agreementId: '11rem', line: '11rem', resource: '6.4rem', spentOn: '9rem', payeeNumber: '10.4rem', payeeName: '12rem', purpose: '14rem', supplyWon: '10rem', vatWon: '8.4rem', evidenceKind: '10.4rem', evidenceNumber: '12rem', committedOn: '9rem' };

/** One cell: a choice where there is a list, plain text otherwise, so that anything can be pasted. */
export const GridCell = memo(function GridCell({ row, index, field, fault, choices, onType }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const options = useOptions(field, choices, term);
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

function useOptions(field: GridField, { agreements, lines }: GridChoices, term: ReturnType<typeof useTerm>): readonly { readonly value: string; readonly label: string }[] | null {
  switch (field) {
    case 'agreementId':
      return agreements.map(({ id, number, institution }) => ({ value: id, label: `${number} ${institution}` }));
    case 'line':
      return lines.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
    case 'resource':
      return RESOURCES.map((value) => ({ value, label: term('lineResource', value) }));
    case 'evidenceKind':
      return [{ value: '', label: '–' }, ...EVIDENCE.map((value) => ({ value, label: term('evidenceKind', value) }))];
    default:
      return null;
  }
}
