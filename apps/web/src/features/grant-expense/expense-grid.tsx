import { Fragment, useRef, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../design/icon.js';
import { GridCell } from './grid-cell.js';
import { GridHead } from './grid-head.js';
import { GRID_FIELDS, type GridField, type GridRow, type RowVerdict } from './grid-row.js';
import type { CellOptions } from './read-cell.js';
import { SaidRow } from './said-row.js';
import styles from './expenses.module.css';

interface Props {
  readonly rows: readonly GridRow[];
  readonly verdicts: ReadonlyMap<number, RowVerdict>;
  readonly options: CellOptions;
  readonly onType: (index: number, field: GridField, value: string) => void;
  /** Cells from the clipboard, with the place at which they were dropped. */
  readonly onPaste: (at: { row: number; field: GridField }, text: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly onSubmit: () => void;
}

const ICONS = { ok: 'check', warning: 'warning', danger: 'block', incomplete: 'minus' } as const;

/** Rows to be typed or pasted like a sheet: Enter goes down, Ctrl+Enter records, cells from Excel land where the cursor is. */
export function ExpenseGrid({ rows, verdicts, options, onType, onPaste, onAdd, onRemove, onSubmit }: Props): ReactElement {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (place === null) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSubmit();
    if (event.key === 'Enter' || (event.altKey && event.key === 'ArrowDown')) {
      event.preventDefault();
      if (place.row === rows.length - 1) onAdd();
      // The new row is there after the next paint.
      requestAnimationFrame(() => focusCell(table.current, place.row + 1, place.field));
    } else if (event.altKey && event.key === 'ArrowUp') focusCell(table.current, place.row - 1, place.field);
    else if (event.altKey && event.key === 'Delete') onRemove(place.row);
  };
  const paste = (event: ClipboardEvent): void => {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (place === null || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(place, text);
  };
  return (
    <div className={styles['scroll']}>
      <table ref={table} className={styles['grid']} aria-label={t('grantExpense.entry')} onKeyDown={move} onPaste={paste}>
        <GridHead fields={GRID_FIELDS} />
        <tbody>
          {rows.map((row, index) => {
            const verdict = verdicts.get(row.key) ?? { tone: 'incomplete', said: [] };
            const fields = new Set([...verdict.said, ...(verdict.unread ?? [])].map(({ field }) => field));
            return (
              <Fragment key={row.key}>
                <tr data-tone={verdict.tone}>
                  <td className={styles['index']}>{index + 1}</td>
                  <td className={styles['verdict']}>
                    <span role="img" aria-label={t(`grantExpense.rowTone.${verdict.tone}`)} title={t(`grantExpense.rowTone.${verdict.tone}`)}>
                      <Icon name={ICONS[verdict.tone]} />
                    </span>
                  </td>
                  {GRID_FIELDS.map((field) => (
                    <GridCell key={field} row={row} index={index} field={field} fault={fields.has(field) ? (verdict.tone === 'danger' ? 'fault' : 'doubt') : null} options={options(field)} onType={(value) => onType(index, field, value)} />
                  ))}
                </tr>
                <SaidRow verdict={verdict} />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function placeOf(target: EventTarget): { row: number; field: GridField } | null {
  const cell = target instanceof HTMLElement ? target.dataset['cell'] : undefined;
  const [row = '', field = ''] = cell?.split('/') ?? [];
  const known = GRID_FIELDS.find((each) => each === field);
  return known === undefined ? null : { row: Number(row), field: known };
}

function focusCell(table: HTMLElement | null, row: number, field: GridField): void {
  table?.querySelector<HTMLElement>(`[data-cell="${row}/${field}"]`)?.focus();
}
