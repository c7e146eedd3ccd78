import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Stack } from '../../design/page.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import type { BankLine, MatchCandidate } from './bank-statement.requests.js';
import styles from './bank-statement.module.css';
import { isOpen, type useConfirm } from './use-confirm.js';

interface Props {
  readonly line: BankLine;
  /** Which candidate Enter confirms. */
  readonly pick: number;
  readonly onPick: (index: number) => void;
  readonly confirm: Pick<ReturnType<typeof useConfirm>, 'isPending' | 'error'>;
  readonly onConfirm: (index: number) => void;
  readonly onUndo: (matchId: string) => void;
  readonly onExplain: () => void;
}

/** What one line was found to be, what it may be and why, and what can be done about it. */
export function LinePanel({ line, pick, onPick, confirm, onConfirm, onUndo, onExplain }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <section className={styles['panel']} aria-label={t('reconciliation.candidates')}>
      <Stack>
        <div>
          <p className={styles['headline']}>{line.counterparty ?? line.kind ?? '–'}</p>
          <p>
            {line.valueOn} {line.timeOfDay} · <strong>{formatWon(line.amountWon)}</strong>
            {line.openWon !== line.amountWon && isOpen(line) && ` · ${t('reconciliation.leftOf', { amount: formatWon(line.openWon) })}`}
          </p>
          <p className={styles['note']}>
            {[line.kind, line.memo, line.reference, line.fileName, t('reconciliation.row', { row: line.rowNo })].filter((text) => text !== null && text !== '').join(' · ')}
          </p>
        </div>
        {line.matches.map((match) => (
          <StandingMatch key={match.id} match={match} onUndo={may('bank-match.undo') ? () => onUndo(match.id) : null} />
        ))}
        {line.candidates.map((candidate, index) => (
          <CandidateCard key={index} candidate={candidate} number={index + 1} picked={index === pick} pending={confirm.isPending} onPick={() => onPick(index)} onConfirm={may('bank-match.confirm') ? () => onConfirm(index) : null} />
        ))}
        <Refusal error={confirm.error} />
        {isOpen(line) && line.candidates.length === 0 && <p className={styles['note']}>{t('reconciliation.noCandidate')}</p>}
        {isOpen(line) && may('bank-line.explain') && (
          <div>
            <Button tone="secondary" small onPress={onExplain}>
              {t('reconciliation.explain')}
            </Button>
          </div>
        )}
      </Stack>
    </section>
  );
}

interface CandidateProps {
  readonly candidate: MatchCandidate;
  readonly number: number;
  readonly picked: boolean;
  readonly pending: boolean;
  readonly onPick: () => void;
  readonly onConfirm: (() => void) | null;
}

function CandidateCard({ candidate, number, picked, pending, onPick, onConfirm }: CandidateProps): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const { certainty, score, records, reasons } = candidate;
  const confirming = records.find((record) => record.confirming !== null)?.confirming ?? null;
  return (
    <article className={styles['candidate']} aria-current={picked} onClick={onPick}>
      <p className={styles['deeds']}>
        <span aria-hidden>{number}</span>
        <Tag tone={certainty === 'CERTAIN' ? 'success' : certainty === 'LIKELY' ? 'warning' : 'neutral'}>
          {t(`reconciliation.certainty.${certainty}`)} {score}
        </Tag>
      </p>
      <ul className={styles['records']}>
        {records.map(({ kind, recordId, kindName, label, on, amountWon }) => (
          <li key={`${kind} ${recordId}`}>
            <strong>{label}</strong>
            <span className={styles['note']}>
              {say(kindName)} · {on} · {t('reconciliation.won', { amount: formatWon(amountWon) })}
            </span>
          </li>
        ))}
      </ul>
      <ul className={styles['reasons']} aria-label={t('reconciliation.reasons')}>
        {reasons.map(({ code, text, score: worth }) => (
          <li key={code} data-good={worth > 20}>
            {say(text)}
          </li>
        ))}
      </ul>
      {confirming !== null && <p className={styles['note']}>{t('reconciliation.confirming', { what: say(confirming) })}</p>}
      {onConfirm !== null && (
        <Button small tone={picked && certainty === 'CERTAIN' ? 'primary' : 'secondary'} pending={picked && pending} onPress={onConfirm}>
          {t('reconciliation.confirm')}
        </Button>
      )}
    </article>
  );
}

function StandingMatch({ match, onUndo }: { readonly match: BankLine['matches'][number]; readonly onUndo: (() => void) | null }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <article className={styles['candidate']}>
      <p>
        <strong>{match.label}</strong>
      </p>
      <p className={styles['note']}>
        {match.kindName === null ? t(`reconciliation.explanations.${match.reasonCode ?? 'OFFICE'}`) : say(match.kindName)} · {t('reconciliation.won', { amount: formatWon(match.amountWon) })} · {t('reconciliation.confirmedBy', { name: match.confirmedBy ?? '–' })}
      </p>
      {onUndo !== null && (
        <Button small tone="quiet" onPress={onUndo}>
          {t('reconciliation.undo')}
        </Button>
      )}
    </article>
  );
}
