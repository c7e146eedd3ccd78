import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../design/classes.js';
import { formatInstant } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import styles from './approval-line.module.css';
import type { Approval, ApprovalStep, Signature } from './approval.requests.js';

interface Box {
  readonly step: ApprovalStep;
  readonly signature: Signature | null;
  readonly state: 'done' | 'returned' | 'now' | 'waiting';
}

/** One box for each signature that is there or still needed. */
function boxesOf({ line, position, state }: Approval): Box[] {
  const isOpen = state === 'PENDING';
  return line.flatMap((step) => {
    const signed = step.signatures.map((signature): Box => ({ step, signature, state: signature.decision === 'RETURNED' ? 'returned' : 'done' }));
    const missing = isOpen ? Math.max(0, step.quorum - signed.length) : 0;
    return [...signed, ...Array.from({ length: missing }, (): Box => ({ step, signature: null, state: step.position === position ? 'now' : 'waiting' }))];
  });
}

/** The approval line as offices draw it: draft, review, consultation, approval, with 전결 and 대결 in their boxes. */
export function ApprovalLine({ approval }: { readonly approval: Approval }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <ol className={styles['line']} aria-label={t('approval.line')}>
      <LineBox head={t('approval.drafter')} state="done" name={approval.makerName} foot={formatInstant(approval.submittedAt)} />
      {boxesOf(approval).map(({ step, signature, state }, index) => (
        <LineBox
          key={index}
          head={term('stepKind', step.kind)}
          state={state}
          mark={<Marks step={step} signature={signature} />}
          name={signature?.signerName ?? term('role', step.role)}
          foot={signature === null ? <Missing step={step} now={state === 'now'} /> : <Done signature={signature} />}
        />
      ))}
    </ol>
  );
}

function LineBox({ head, state, mark, name, foot }: { readonly head: string; readonly state: Box['state']; readonly mark?: ReactNode; readonly name: string; readonly foot: ReactNode }): ReactElement {
  return (
    <li className={classes(styles['box'], styles[state])} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
      <span className={styles['head']}>{head}</span>
      <span className={styles['name']}>
        {mark}
        {name}
      </span>
      <span className={styles['foot']}>{foot}</span>
    </li>
  );
}

function Marks({ step, signature }: { readonly step: ApprovalStep; readonly signature: Signature | null }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {step.delegated && <span className={styles['mark']}>{t('approval.delegated')}</span>}
      {signature !== null && signature.forName !== null && <span className={styles['mark']}>{t('approval.acting')}</span>}
    </>
  );
}

function Missing({ step, now }: { readonly step: ApprovalStep; readonly now: boolean }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      {t(now ? 'approval.nowBox' : 'approval.waitingBox')}
      {step.minRank !== 'STAFF' && <span> · {t('approval.orAbove', { rank: term('rank', step.minRank) })}</span>}
    </>
  );
}

function Done({ signature }: { readonly signature: Signature }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <>
      {signature.decision === 'RETURNED' && <strong>{term('approvalState', 'RETURNED')} </strong>}
      {formatInstant(signature.signedAt)}
      {signature.opinion !== null && <span className={styles['opinion']}>{t('approval.withOpinion')}</span>}
    </>
  );
}

/** What each of them said, and how they had proved who they are. */
export function Opinions({ line }: Pick<Approval, 'line'>): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  const signatures = line.flatMap((step) => step.signatures.map((signature) => ({ step, signature })));
  if (signatures.length === 0) return null;
  return (
    <ul className={styles['opinions']} aria-label={t('approval.opinions')}>
      {signatures.map(({ step, signature }, index) => (
        <li key={index}>
          <p>
            <strong>{signature.signerName}</strong> ({signature.signerLogin}, {term('rank', signature.signerRank)}) · {term('stepKind', step.kind)}
            {signature.forName !== null && <> · {t('approval.forPerson', { name: signature.forName })}</>} · {formatInstant(signature.signedAt)} · {term('proof', signature.stepUpMethod)}
          </p>
          <p className={signature.opinion === null ? styles['silent'] : styles['said']}>{signature.opinion ?? t('approval.opinionNone')}</p>
        </li>
      ))}
    </ul>
  );
}
