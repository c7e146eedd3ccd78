import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Stack } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { Refusal } from '../rule/refusal.js';
import { usePermissions } from '../session/use-session.js';
import { confirmMatches, refreshBank, undoMatch, type BankLine, type MatchCandidate } from './bank-statement.requests.js';
import { ExplainDialog } from './explain-dialog.js';
import styles from './bank-statement.module.css';

/** What one line was found to be, what it may be and why, and what can be done about it. */
export function LinePanel({ line }: { readonly line: BankLine }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [explaining, setExplaining] = useState(false);
  const isOpen = line.state === 'OPEN' || line.state === 'PARTLY';
  return (
    <section aria-label={t('reconciliation.candidates')}>
      <Stack>
        <p>
          <strong>{formatWon(line.openWon)}</strong> {t('reconciliation.left')} · {line.fileName} {t('reconciliation.row', { row: line.rowNo })}
        </p>
        {line.matches.map((match) => (
          <StandingMatch key={match.id} match={match} />
        ))}
        {line.candidates.map((candidate, index) => (
          <CandidateCard key={index} line={line} candidate={candidate} />
        ))}
        {isOpen && line.candidates.length === 0 && <p className={styles['note']}>{t('reconciliation.noCandidate')}</p>}
        {isOpen && may('bank-line.explain') && (
          <div>
            <Button tone="secondary" small onPress={() => setExplaining(true)}>
              {t('reconciliation.explain')}
            </Button>
          </div>
        )}
      </Stack>
      {explaining && <ExplainDialog lineId={line.id} onClose={() => setExplaining(false)} />}
    </section>
  );
}

function CandidateCard({ line, candidate }: { readonly line: BankLine; readonly candidate: MatchCandidate }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const intent = useIntent();
  const items = [{ lineId: line.id, records: candidate.records.map(({ kind, recordId }) => ({ kind, recordId })) }];
  const confirm = useWrite({
    mutationFn: () => confirmMatches(items, intent.headersFor(items)),
    onSuccess: async () => {
      intent.done();
      await refreshBank();
    },
  });
  return (
    <article>
      <Tag tone={candidate.certainty === 'CERTAIN' ? 'success' : candidate.certainty === 'LIKELY' ? 'warning' : 'neutral'}>
        {t(`reconciliation.certainty.${candidate.certainty}`)} {candidate.score}
      </Tag>
      <ul>
        {candidate.records.map(({ recordId, kindName, label, on, isRecorded }) => (
          <li key={recordId}>
            {say(kindName)} · {label} · {on} {isRecorded ? '' : t('reconciliation.notRecorded')}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{candidate.reasons.map(({ text }) => say(text)).join(' · ')}</p>
      {may('bank-match.confirm') && (
        <Button small tone={candidate.certainty === 'CERTAIN' ? 'primary' : 'secondary'} pending={confirm.isPending} onPress={() => confirm.mutate(undefined)}>
          {t('reconciliation.confirm')}
        </Button>
      )}
      <Refusal error={confirm.error} />
    </article>
  );
}

function StandingMatch({ match }: { readonly match: BankLine['matches'][number] }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const intent = useIntent();
  const [undoing, setUndoing] = useState(false);
  return (
    <article>
      <p>
        {match.kindName === null ? t(`reconciliation.explanations.${match.reasonCode ?? 'OFFICE'}`) : say(match.kindName)} · {match.label} · {formatWon(match.amountWon)} <span className={styles['note']}>{match.confirmedBy}</span>
      </p>
      {may('bank-match.undo') && (
        <Button small tone="quiet" onPress={() => setUndoing(true)}>
          {t('reconciliation.undo')}
        </Button>
      )}
      {undoing && (
        <ReasonDialog
          title={t('reconciliation.undoTitle')}
          label={t('reconciliation.reason')}
          missing={t('reconciliation.reasonMissing')}
          action={t('reconciliation.undo')}
          run={async (reason) => {
            await undoMatch(match.id, reason, intent.headersFor(reason));
            intent.done();
            await refreshBank();
          }}
          onClose={() => setUndoing(false)}
        />
      )}
    </article>
  );
}
