import type { KeyboardEvent, ReactElement } from 'react';
import { classes } from '../../design/classes.js';
import { parseWonInput, regroupWhileTyping } from '../../format/won-input.js';
import styles from './applications-page.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind?: 'text' | 'won' | 'score';
  readonly wrong?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** An input in a table: Enter and the arrows go up and down its column as in a spreadsheet. */
export function CellInput({ label, value, onChange, kind = 'text', wrong = false, disabled = false, placeholder }: Props): ReactElement {
  return (
    <input
      className={classes(styles['cell'], kind !== 'text' && styles['amount'], kind === 'score' && styles['short'])}
      aria-label={label}
      aria-invalid={wrong}
      value={value}
      disabled={disabled}
      placeholder={placeholder}
      autoComplete="off"
      inputMode={kind === 'text' ? 'text' : 'decimal'}
      onChange={(event) => onChange(kind === 'won' ? regroupWhileTyping(event.target.value, event.target.value.length).text : event.target.value)}
      onKeyDown={moveInColumn}
    />
  );
}

/** A cell that should hold an amount above zero, and does not. */
export function isNoAmount(text: string): boolean {
  const amount = parseWonInput(text);
  return !amount.ok || amount.amount === 0n;
}

function moveInColumn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const cell = event.currentTarget.closest('td');
  const row = cell?.closest('tr');
  if (step === 0 || cell === null || row === null || row === undefined) return;
  // Enter in a table of figures means the next one, not to send it off.
  event.preventDefault();
  const rows = [...(row.parentElement?.children ?? [])];
  const next = rows[rows.indexOf(row) + step]?.children[cell.cellIndex]?.querySelector('input');
  next?.focus();
  next?.select();
}
