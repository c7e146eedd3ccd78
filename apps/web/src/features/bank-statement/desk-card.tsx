import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Toggle } from '../../design/toggle.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { refreshBank, undoMatch, useBankLines, type BankLine, type MatchLine, type Period } from './bank-statement.requests.js';
import { ExplainDialog } from './explain-dialog.js';
import { LineList } from './line-list.js';
import { LinePanel } from './line-panel.js';
import styles from './bank-statement.module.css';
import { useIntent } from '../../api/intent.js';
import { asked, isOpen, useConfirm } from './use-confirm.js';
import { useDeskKeys } from './use-desk-keys.js';

/** What a line certainly is, as the request wants it. */
const certainOf = (line: BankLine): MatchLine[] => (line.candidates[0]?.certainty === 'CERTAIN' ? [asked(line, 0)] : []);

/** Lines on the left, what the chosen one may be on the right; the keyboard goes through all of it. */
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
  const may = usePermissions();
  const desk = useDesk(lines);
  const { chosen, pick, confirm } = desk;
  if (chosen === null) return <p role="status">{t('reconciliation.allSettled')}</p>;
  return (
    <>
      {may('bank-match.confirm') && <CertainOnes items={lines.flatMap(certainOf)} />}
      <div className={styles['desk']}>
        <LineList lines={lines} chosen={chosen} onChoose={desk.choose} onKeyDown={desk.onKeyDown} />
        <LinePanel line={chosen} pick={pick} onPick={desk.setPick} confirm={confirm} onConfirm={desk.confirmAt} onUndo={desk.setUndoing} onExplain={() => desk.setExplaining(true)} />
      </div>
      {desk.explaining && <ExplainDialog lineId={chosen.id} onClose={() => desk.setExplaining(false)} />}
      {desk.undoing !== null && <UndoDialog matchId={desk.undoing} onClose={() => desk.setUndoing(null)} />}
    </>
  );
}

/** Where the cursor is, and what is being done there. A line that is settled leaves the list: the next one takes its place. */
function useDesk(lines: readonly BankLine[]) {
  const may = usePermissions();
  const [at, setAt] = useState<{ readonly id: string | null; readonly index: number }>({ id: null, index: 0 });
  const [pick, setPick] = useState(0);
  const [explaining, setExplaining] = useState(false);
  const [undoing, setUndoing] = useState<string | null>(null);
  const confirm = useConfirm();
  const chosen = lines.find(({ id }) => id === at.id) ?? lines[Math.min(at.index, lines.length - 1)] ?? null;
  const choose = (line: BankLine): void => {
    setAt({ id: line.id, index: lines.indexOf(line) });
    setPick(0);
    confirm.reset();
  };
  const confirmAt = (index: number): void => {
    if (chosen === null || chosen.candidates[index] === undefined || confirm.isPending || !may('bank-match.confirm')) return;
    confirm.mutate([asked(chosen, index)]);
    setPick(0);
  };
  const onKeyDown = useDeskKeys(lines, chosen, {
    choose,
    pick: (index) => chosen?.candidates[index] !== undefined && setPick(index),
    confirm: () => confirmAt(pick),
    undo: () => may('bank-match.undo') && setUndoing(chosen?.matches.at(-1)?.id ?? null),
    explain: () => chosen !== null && isOpen(chosen) && may('bank-line.explain') && setExplaining(true),
  });
  return { chosen, choose, pick, setPick, confirm, confirmAt, onKeyDown, explaining, setExplaining, undoing, setUndoing };
}

/** All that nobody has to think about, in one step. */
function CertainOnes({ items }: { readonly items: readonly MatchLine[] }): ReactElement | null {
  const { t } = useTranslation();
  const confirm = useConfirm();
  if (items.length === 0) return confirm.error === null ? null : <Refusal error={confirm.error} />;
  return (
    <div className={styles['deeds']}>
      <Button tone="primary" pending={confirm.isPending} onPress={() => confirm.mutate(items)}>
        {t('reconciliation.confirmCertain', { count: items.length })}
      </Button>
      <Refusal error={confirm.error} />
    </div>
  );
}

function UndoDialog({ matchId, onClose }: { readonly matchId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  return (
    <ReasonDialog
      title={t('reconciliation.undoTitle')}
      label={t('reconciliation.reason')}
      missing={t('reconciliation.reasonMissing')}
      action={t('reconciliation.undo')}
      run={async (reason) => {
        await undoMatch(matchId, reason, intent.headersFor([matchId, reason]));
        intent.done();
        await refreshBank();
      }}
      onClose={onClose}
    >
      <p>{t('reconciliation.undoLead')}</p>
    </ReasonDialog>
  );
}
