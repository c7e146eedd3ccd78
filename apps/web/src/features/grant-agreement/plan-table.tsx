import { Fragment, type ClipboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import styles from './grant-agreement.module.css';
import { cellKey, pasteInto, sumOf, wonIn, type PlanCells, type PlanColumn, type PlanRow } from './plan-grid.js';

interface Props {
  readonly call: GrantCall;
  readonly rows: readonly PlanRow[];
  readonly columns: readonly PlanColumn[];
  readonly cells: PlanCells;
  readonly onChange: (cells: PlanCells) => void;
}

/** Who brings what, and on which lines it is to be spent, year by year: typed, or pasted from Excel; sums live. */
export function PlanGrid({ call, rows, columns, cells, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const columnName = useColumnName(columns);
  const nameOf = ({ block, code }: PlanRow): string => (block === 'SOURCE' ? term('fundingSource', code) : `${code} ${say(call.lines.find((line) => line.code === code)?.name ?? { ko: code, en: code })}`);
  const paste = (event: ClipboardEvent, row: number, column: number): void => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    onChange(pasteInto(cells, rows, columns, { row, column }, text));
  };
  return (
    <div className={styles['scroll']}>
      <table className={styles['grid']} aria-label={t('grantAgreement.plan')}>
        <thead>
          <tr>
            <th scope="col">{t('grantAgreement.item')}</th>
            <th scope="col">{t('grantAgreement.resource')}</th>
            {columns.map((column) => (
              <th key={cellKey('', column)} scope="col" className={styles['right']}>
                {columnName(column)}
              </th>
            ))}
            <th scope="col" className={styles['right']}>
              {t('grantAgreement.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.key}>
              {row.block !== rows[index - 1]?.block && (
                <tr className={styles['block']}>
                  <th colSpan={columns.length + 3} scope="rowgroup">
                    {t(row.block === 'SOURCE' ? 'grantAgreement.sources' : 'grantAgreement.lines')}
                  </th>
                </tr>
              )}
              <tr>
                <td>{nameOf(row)}</td>
                <td>{term('planResource', row.resource)}</td>
                {columns.map((column, at) => {
                  const key = cellKey(row.key, column);
                  return (
                    <td key={key} className={styles['right']}>
                      <input
                        className={styles['cell']}
                        inputMode="numeric"
                        aria-label={`${nameOf(row)} ${term('planResource', row.resource)} ${columnName(column)}`}
                        aria-invalid={wonIn(cells, key) === null}
                        value={cells[key] ?? ''}
                        onChange={(event) => onChange({ ...cells, [key]: event.target.value })}
                        onBlur={() => {
                          const parsed = parseWonInput(cells[key] ?? '');
                          if (parsed.ok) onChange({ ...cells, [key]: formatWon(parsed.amount) });
                        }}
                        onPaste={(event) => paste(event, index, at)}
                      />
                    </td>
                  );
                })}
                <td className={styles['right']}>{formatWon(sumOf(cells, columns.map((column) => cellKey(row.key, column))))}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          {(['CASH', 'IN_KIND'] as const).map((resource) => (
            <Balance key={resource} resource={resource} rows={rows} columns={columns} cells={cells} />
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function useColumnName(columns: readonly PlanColumn[]): (column: PlanColumn) => string {
  const { t } = useTranslation();
  return ({ stage, fiscalYear }) => (columns.some((other) => other.stage !== stage) ? t('grantAgreement.stageYear', { stage, year: fiscalYear }) : t('grantAgreement.year', { year: fiscalYear }));
}

/** Whether lines and sources agree, column by column. */
function Balance({ resource, rows, columns, cells }: Pick<Props, 'rows' | 'columns' | 'cells'> & { readonly resource: PlanRow['resource'] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const differences = columns.map((column) => {
    const of = (block: PlanRow['block']): bigint => sumOf(cells, rows.filter((row) => row.block === block && row.resource === resource).map((row) => cellKey(row.key, column)));
    return of('SOURCE') - of('LINE');
  });
  const shown = (difference: bigint): string => (difference === 0n ? t('grantAgreement.balanced') : formatWon(difference));
  return (
    <tr>
      <td>{t('grantAgreement.difference')}</td>
      <td>{term('planResource', resource)}</td>
      {differences.map((difference, index) => (
        <td key={index} className={classes(styles['right'], difference !== 0n && styles['off'])}>
          {shown(difference)}
        </td>
      ))}
      <td className={styles['right']}>{shown(differences.reduce((sum, each) => sum + each, 0n))}</td>
    </tr>
  );
}
