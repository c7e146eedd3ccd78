import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Callout } from '../../design/callout.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { declareConflicts, scoreApplications, type ApplicationSummary } from './application.requests.js';
import { awaitsEvaluator } from './application-stage.js';
import styles from './applications-page.module.css';
import { CellInput } from './cell-input.js';
import { DeedDialog } from './deed-dialog.js';
import { BLANK_OPINION, declarationsOf, isNoScore, isWrong, scoresOf, SHORTEST_NOTE, type Opinion, type Opinions } from './opinion.js';

interface Props {
  readonly yearId: string;
  readonly applications: readonly ApplicationSummary[];
  readonly onClose: () => void;
}

/** An evaluator declares conflicts of interest and scores what they are free to, in one go; what is left blank stays for later. */
export function EvaluateDialog({ yearId, applications, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  // What others do meanwhile must not take rows away under the typing hands.
  const [rows] = useState(() => applications.filter(awaitsEvaluator));
  const [opinions, setOpinions] = useState<Opinions>({});
  const [stated, setStated] = useState(false);
  const [declarations, scores] = [declarationsOf(rows, opinions), scoresOf(rows, opinions)];
  const [declareIntent, scoreIntent] = [useIntent(), useIntent()];
  const submit = useWrite({
    mutationFn: async () => {
      // A second try sends the same declarations under the same key: they are written once.
      if (declarations.length > 0) await declareConflicts(yearId, declarations, declareIntent.headersFor(declarations));
      if (scores.length > 0) await scoreApplications(yearId, scores, scoreIntent.headersFor(scores));
    },
    onSuccess: async () => {
      await refreshYear(yearId);
      onClose();
    },
  });
  const complete = !rows.some((row) => isWrong(row, opinions[row.voucherId] ?? BLANK_OPINION)) && (declarations.length > 0 ? stated : scores.length > 0);
  const title = t('application.evaluateTitle', { count: rows.length });
  const action = t(declarations.length > 0 ? 'application.declareAndScore' : 'application.scoreAction', { count: scores.length });
  return (
    <DeedDialog title={title} lead={t('application.evaluateLead')} action={action} run={complete ? () => submit.mutate(undefined) : null} pending={submit.isPending} error={submit.error} onClose={onClose}>
      <OpinionTable title={title} rows={rows} opinions={opinions} onChange={setOpinions} />
      {declarations.length > 0 && (
        <Callout tone="information">
          <label className={styles['statement']}>
            <input type="checkbox" checked={stated} onChange={(event) => setStated(event.target.checked)} />
            {t('application.statement', { count: declarations.length })}
          </label>
        </Callout>
      )}
    </DeedDialog>
  );
}

interface TableProps {
  readonly title: string;
  readonly rows: readonly ApplicationSummary[];
  readonly opinions: Opinions;
  readonly onChange: (opinions: Opinions) => void;
}

function OpinionTable({ title, rows, opinions, onChange }: TableProps): ReactElement {
  const { t } = useTranslation();
  const opinionOf = ({ voucherId }: ApplicationSummary): Opinion => opinions[voucherId] ?? BLANK_OPINION;
  const change = (row: ApplicationSummary, changes: Partial<Opinion>): void => onChange({ ...opinions, [row.voucherId]: { ...opinionOf(row), ...changes } });
  return (
    <div className={styles['list']}>
      <PlainTable
        label={title}
        rows={rows}
        rowKey={({ voucherId }) => voucherId}
        columns={[
          { header: t('application.number'), cell: ({ number }) => number },
          { header: t('application.company'), cell: ({ company }) => company },
          { header: t('application.technology'), wrap: true, cell: ({ technology, institution }) => [technology, institution].filter((each) => each !== null).join(' · ') },
          { header: t('application.requested'), align: 'right', cell: ({ requestedWon }) => formatWon(requestedWon) },
          { header: t('application.conflict'), cell: (row) => <ConflictCell row={row} opinion={opinionOf(row)} onChange={(changes) => change(row, changes)} /> },
          {
            header: t('application.points'),
            align: 'right',
            cell: (row) => <CellInput kind="score" label={t('application.pointsOf', { number: row.number })} value={opinionOf(row).score} disabled={opinionOf(row).conflicted} onChange={(score) => change(row, { score })} wrong={isNoScore(opinionOf(row).score)} placeholder="0–100" />,
          },
          { header: t('application.comment'), cell: (row) => <CellInput label={t('application.commentOf', { number: row.number })} value={opinionOf(row).comment} disabled={opinionOf(row).conflicted} onChange={(comment) => change(row, { comment })} /> },
        ]}
      />
    </div>
  );
}

interface ConflictProps {
  readonly row: ApplicationSummary;
  readonly opinion: Opinion;
  readonly onChange: (changes: Partial<Opinion>) => void;
}

function ConflictCell({ row: { number, ownDeclaration }, opinion: { conflicted, note }, onChange }: ConflictProps): ReactElement {
  const { t } = useTranslation();
  if (ownDeclaration !== null) return <>{t('application.declaredFree')}</>;
  return (
    <>
      <label>
        <input type="checkbox" checked={conflicted} onChange={(event) => onChange({ conflicted: event.target.checked })} aria-label={t('application.conflictOf', { number })} /> {t('application.hasConflict')}
      </label>
      {conflicted && <CellInput label={t('application.conflictNoteOf', { number })} placeholder={t('application.conflictNote')} value={note} onChange={(text) => onChange({ note: text })} wrong={note.trim().length < SHORTEST_NOTE} />}
    </>
  );
}
