import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { useDeed } from '../rule/use-deed.js';
import styles from './grant-application.module.css';
import { declareConflicts, scoreApplications, type ApplicationSummary } from './grant-application.requests.js';

interface Opinion {
  readonly conflict: string | null;
  readonly score: string;
}

const BLANK: Opinion = { conflict: null, score: '' };
const SHORTEST_NOTE = 5;
const SCORE = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;

/** Still to be judged by the one who looks. */
export const awaitsMe = ({ state, ownDeclaration, ownScore }: ApplicationSummary): boolean => (state === 'CHECKED' || state === 'EVALUATED') && ownScore === null && ownDeclaration !== 'CONFLICTED';

/** An evaluator declares conflicts of interest and scores what they are free to; nobody else's scores are seen before. What is left blank stays for later. */
export function EvaluateDialog({ callId, applications, onClose }: { readonly callId: string; readonly applications: readonly ApplicationSummary[]; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  // What others do meanwhile must not take rows away under the typing hands.
  const [rows] = useState(() => applications.filter(awaitsMe));
  const [opinions, setOpinions] = useState<Readonly<Record<string, Opinion>>>({});
  const opinionOf = (id: string): Opinion => opinions[id] ?? BLANK;
  const judged = rows.filter(({ id }) => opinionOf(id).conflict !== null || opinionOf(id).score !== '');
  const wrong = judged.some(({ id }) => {
    const { conflict, score } = opinionOf(id);
    return conflict === null ? !SCORE.test(score.trim()) : conflict.trim().length < SHORTEST_NOTE;
  });
  const deed = useDeed({
    form: useForm(),
    read: () => ({ body: judged.length === 0 || wrong ? null : judged, found: [] }),
    send: async (body, header) => {
      const declarations = body.filter(({ ownDeclaration }) => ownDeclaration === null).map(({ id }) => ({ applicationId: id, conflicted: opinionOf(id).conflict !== null, ...(opinionOf(id).conflict === null ? {} : { note: opinionOf(id).conflict?.trim() ?? '' }) }));
      // A second try sends the same under the same keys: everything is written once.
      if (declarations.length > 0) await declareConflicts(callId, declarations, { 'Idempotency-Key': `${header['Idempotency-Key']}-d` });
      const scores = body.filter(({ id }) => opinionOf(id).conflict === null).map(({ id }) => ({ applicationId: id, score: opinionOf(id).score.trim() }));
      if (scores.length > 0) await scoreApplications(callId, scores, { 'Idempotency-Key': `${header['Idempotency-Key']}-s` });
    },
    onDone: async () => {
      await refreshGrants(callId);
      onClose();
    },
    onDrafted: onClose,
  });
  const change = (id: string, changes: Partial<Opinion>): void => setOpinions({ ...opinions, [id]: { ...opinionOf(id), ...changes } });
  return (
    <FormDialog title={t('grantApplication.evaluate')} action={t('grantApplication.evaluateAction', { count: judged.length })} {...deed} onClose={onClose} wide>
      <p>{t('grantApplication.evaluateLead')}</p>
      <div className={styles['scroll']}>
        <PlainTable
          label={t('grantApplication.evaluate')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { header: t('grantApplication.number'), cell: ({ number }) => number },
            { header: t('grantApplication.project'), wrap: true, cell: ({ title, lead }) => `${title} · ${lead}` },
            { header: t('grantApplication.requested'), align: 'right', cell: ({ requestedWon }) => formatWon(requestedWon) },
            { header: t('grantApplication.conflict'), cell: ({ id, number, ownDeclaration }) => (ownDeclaration === 'FREE' ? t('grantApplication.declaredFree') : <Conflict number={number} opinion={opinionOf(id)} onChange={(changes) => change(id, changes)} />) },
            {
              header: t('grantApplication.points'),
              align: 'right',
              cell: ({ id, number }) => (
                <input className={styles['cell']} aria-label={t('grantApplication.pointsOf', { number })} inputMode="decimal" placeholder="0–100" value={opinionOf(id).score} disabled={opinionOf(id).conflict !== null} aria-invalid={opinionOf(id).score !== '' && !SCORE.test(opinionOf(id).score.trim())} onChange={(event) => change(id, { score: event.target.value })} />
              ),
            },
          ]}
        />
      </div>
      {wrong && <p className={styles['note']}>{t('grantApplication.evaluateWrong')}</p>}
    </FormDialog>
  );
}

function Conflict({ number, opinion: { conflict }, onChange }: { readonly number: string; readonly opinion: Opinion; readonly onChange: (changes: Partial<Opinion>) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <label>
        <input type="checkbox" checked={conflict !== null} onChange={(event) => onChange({ conflict: event.target.checked ? '' : null, score: '' })} aria-label={t('grantApplication.conflictOf', { number })} /> {t('grantApplication.hasConflict')}
      </label>
      {conflict !== null && <input className={styles['cell']} aria-label={t('grantApplication.conflictNote')} placeholder={t('grantApplication.conflictNote')} value={conflict} onChange={(event) => onChange({ conflict: event.target.value })} />}
    </>
  );
}
