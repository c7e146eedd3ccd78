import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Tag } from '../../design/tag.js';
import { Toggle } from '../../design/toggle.js';
import { formatWon } from '../../format/won.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { confirmMatches, refreshBank, useBankLines, type BankLine, type MatchLine, type Period } from './bank-statement.requests.js';
import { LinePanel } from './line-panel.js';
import styles from './bank-statement.module.css';

const isOpen = ({ state }: BankLine): boolean => state === 'OPEN' || state === 'PARTLY';
/** What a line certainly is, as the request wants it. */
const certainOf = ({ id, candidates: [best] }: BankLine): MatchLine[] => (best?.certainty === 'CERTAIN' ? [{ lineId: id, records: best.records.map(({ kind, recordId }) => ({ kind, recordId })) }] : []);

/** Lines on the left, what the chosen one may be on the right; arrows go through the lines. */
export function DeskCard({ period }: { readonly period: Period }): ReactElement {
  const { t } = useTranslation();
  const lines = useBankLines(period);
  const [all, setAll] = useState(false);
  return (
    <Card title={t('reconciliation.desk')} note={t('reconciliation.deskNote')} actions={<Toggle selected={all} onChange={setAll}>{t('reconciliation.showAll')}</Toggle>}>
      <Loaded query={lines}>{(found) => <Desk lines={all ? found.lines : found.lines.filter(isOpen)} />}</Loaded>
    </Card>
  );
}

function Desk({ lines }: { readonly lines: readonly BankLine[] }): ReactElement {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0];
  if (chosen === undefined) return <p role="status">{t('reconciliation.allSettled')}</p>;
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = lines[lines.indexOf(chosen) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    setChosenId(next.id);
    document.getElementById(`bank-line-${next.id}`)?.focus();
  };
  return (
    <>
      <CertainOnes items={lines.flatMap(certainOf)} />
      <div className={styles['desk']}>
        <div className={styles['lines']} role="group" aria-label={t('reconciliation.lines')} onKeyDown={move}>
          {lines.map((line) => (
            <LineButton key={line.id} line={line} current={line.id === chosen.id} onChoose={() => setChosenId(line.id)} />
          ))}
        </div>
        <LinePanel key={chosen.id} line={chosen} />
      </div>
    </>
  );
}

function LineButton({ line, current, onChoose }: { readonly line: BankLine; readonly current: boolean; readonly onChoose: () => void }): ReactElement {
  const { t } = useTranslation();
  const certainty = isOpen(line) ? line.candidates[0]?.certainty : undefined;
  return (
    <button type="button" id={`bank-line-${line.id}`} className={styles['line']} aria-current={current} tabIndex={current ? 0 : -1} onClick={onChoose}>
      <span>{line.valueOn}</span>
      <span>
        {line.counterparty ?? line.kind ?? '–'}
        <br />
        <span className={styles['note']}>{[line.kind, line.memo].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles['amount']}>{formatWon(line.amountWon)}</span>
      <Tag tone={certainty === 'CERTAIN' || line.state === 'MATCHED' ? 'success' : certainty === 'LIKELY' ? 'warning' : 'neutral'}>{certainty === undefined ? t(`reconciliation.states.${line.state}`) : t(`reconciliation.certainty.${certainty}`)}</Tag>
    </button>
  );
}

/** All that nobody has to think about, in one step. */
function CertainOnes({ items }: { readonly items: readonly MatchLine[] }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const intent = useIntent();
  const confirm = useWrite({
    mutationFn: (chosen: readonly MatchLine[]) => confirmMatches(chosen, intent.headersFor(chosen)),
    onSuccess: async () => {
      intent.done();
      await refreshBank();
    },
  });
  if (items.length === 0 || !may('bank-match.confirm')) return null;
  return (
    <div className={styles['deeds']}>
      <Button tone="primary" pending={confirm.isPending} onPress={() => confirm.mutate(items)}>
        {t('reconciliation.confirmCertain', { count: items.length })}
      </Button>
      <Refusal error={confirm.error} />
    </div>
  );
}
