import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../design/callout.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import type { BankLine } from './bank-statement.requests.js';
import styles from './bank-statement.module.css';
import { isOpen } from './use-confirm.js';

interface Props {
  readonly lines: readonly BankLine[];
  readonly chosen: BankLine;
  readonly onChoose: (line: BankLine) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The lines of the bank in turn; one of them is the current one. */
export function LineList({ lines, chosen, onChoose, onKeyDown }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles['lines']} role="group" aria-label={t('reconciliation.lines')} onKeyDown={onKeyDown}>
      {lines.map((line) => (
        <LineButton key={line.id} line={line} current={line.id === chosen.id} onChoose={() => onChoose(line)} />
      ))}
    </div>
  );
}

function LineButton({ line, current, onChoose }: { readonly line: BankLine; readonly current: boolean; readonly onChoose: () => void }): ReactElement {
  const { t } = useTranslation();
  const certainty = isOpen(line) ? line.candidates[0]?.certainty : undefined;
  const details = [line.kind, line.memo].filter((text) => text !== null && text !== '').join(' · ');
  return (
    <button type="button" id={`bank-line-${line.id}`} className={styles['line']} aria-current={current} tabIndex={current ? 0 : -1} onClick={onChoose}>
      <span className={styles['on']}>{line.valueOn}</span>
      <span className={styles['who']}>
        {line.counterparty ?? line.kind ?? '–'}
        {details !== '' && <span className={styles['note']}>{details}</span>}
      </span>
      <span className={styles['amount']}>{formatWon(line.amountWon)}</span>
      <Tag tone={toneOf(line, certainty)}>{certainty === undefined ? t(`reconciliation.states.${line.state}`) : t(`reconciliation.certainty.${certainty}`)}</Tag>
    </button>
  );
}

function toneOf({ state }: BankLine, certainty: string | undefined): Tone | 'neutral' {
  if (certainty === 'CERTAIN' || state === 'MATCHED') return 'success';
  return certainty === 'LIKELY' ? 'warning' : 'neutral';
}
