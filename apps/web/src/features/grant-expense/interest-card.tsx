import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { useInterest, voidInterest, type GrantInterest } from './grant-expense.requests.js';
import { RecordInterestDialog, UseInterestDialog } from './interest-dialogs.js';
import styles from './expenses.module.css';

interface Props {
  readonly callId: string;
  readonly agreementId: string;
}

type Deed = { readonly kind: 'record' } | { readonly kind: 'use' | 'void'; readonly interest: GrantInterest };

/** Interest of the account of a project, during and after its period, and what became of it. */
export function InterestCard({ callId, agreementId }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const [deed, setDeed] = useState<Deed | null>(null);
  const query = useInterest(callId, agreementId);
  const add = may('grant-interest.record') && (
    <Button small tone="secondary" icon="plus" onPress={() => setDeed({ kind: 'record' })}>
      {t('grantInterest.record')}
    </Button>
  );
  return (
    <Card title={t('grantInterest.title')} actions={add} flush>
      <Loaded query={query}>{(rows) => (rows.length === 0 ? <Empty>{t('grantInterest.empty')}</Empty> : <Rows rows={rows} onDeed={setDeed} />)}</Loaded>
      {deed?.kind === 'record' && <RecordInterestDialog callId={callId} agreementId={agreementId} onClose={() => setDeed(null)} />}
      {deed?.kind === 'use' && <UseInterestDialog callId={callId} interest={deed.interest} onClose={() => setDeed(null)} />}
      {deed?.kind === 'void' && <VoidInterestDialog callId={callId} interest={deed.interest} onClose={() => setDeed(null)} />}
    </Card>
  );
}

function Rows({ rows, onDeed }: { readonly rows: readonly GrantInterest[]; readonly onDeed: (deed: Deed) => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  return (
    <PlainTable
      label={t('grantInterest.title')}
      rows={rows}
      rowKey={({ id }) => id}
      tone={({ voidedOn }) => (voidedOn === null ? undefined : 'muted')}
      columns={[
        { header: t('grantInterest.time'), cell: ({ time, voidedOn }) => (voidedOn === null ? term('interestTime', time) : <Tag tone="neutral">{t('grantInterest.voided')}</Tag>) },
        { header: t('grantInterest.earnedOn'), cell: ({ earnedOn }) => earnedOn ?? '–' },
        { header: t('grantInterest.earned'), align: 'right', cell: ({ earnedWon }) => formatWon(earnedWon) },
        { header: t('grantInterest.uses'), wrap: true, cell: ({ uses }) => uses.map(({ purpose, amountWon }) => `${term('interestPurpose', purpose)} ${formatWon(amountWon)}`).join(', ') || '–' },
        { header: t('grantInterest.left'), align: 'right', cell: ({ leftWon }) => formatWon(leftWon) },
        {
          header: t('grantExpense.act'),
          cell: (interest) =>
            interest.voidedOn === null && (
              <span className={styles['actions']}>
                {may('grant-interest.use') && interest.leftWon !== '0' && (
                  <Button small tone="quiet" onPress={() => onDeed({ kind: 'use', interest })}>
                    {t('grantInterest.use')}
                  </Button>
                )}
                {may('grant-interest.void') && (
                  <Button small tone="quiet" onPress={() => onDeed({ kind: 'void', interest })}>
                    {t('grantExpense.void')}
                  </Button>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}

function VoidInterestDialog({ callId, interest, onClose }: { readonly callId: string; readonly interest: GrantInterest; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [key] = useState(newKey);
  const run = async (reason: string): Promise<void> => {
    await voidInterest(interest.id, reason, { 'Idempotency-Key': key });
    await refreshGrants(callId);
  };
  return <ReasonDialog title={t('grantInterest.voidTitle', { amount: formatWon(interest.earnedWon) })} label={t('grantExpense.voidReason')} hint={t('grantInterest.voidHint')} missing={t('grantExpense.reasonMissing')} action={t('grantExpense.void')} tone="danger" run={run} onClose={onClose} />;
}
