import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Tone } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { useRecoveries, type RecoverySummary } from './recovery.requests.js';

export const RECOVERY_TONES: Readonly<Record<RecoverySummary['status'], Tone | 'neutral'>> = { OPEN: 'information', OVERDUE: 'danger', SETTLED: 'success', WRITTEN_OFF: 'neutral' };

/** What the institutions of a call owe; nothing where nobody owes. */
export function RecoveriesCard({ callId }: { readonly callId: string }): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  const recoveries = useRecoveries(callId).data ?? [];
  if (recoveries.length === 0) return null;
  const total = (key: 'demandedWon' | 'settledWon' | 'openWon' | 'heldWon') => formatWon(sumWon(recoveries.map((row) => row[key])));
  return (
    <Card title={t('grantRecovery.title')} flush>
      <PlainTable
        label={t('grantRecovery.title')}
        rows={recoveries}
        rowKey={({ id }) => id}
        columns={[
          { header: t('grantRecovery.number'), cell: ({ id, number }) => <Link to={`/grants/${callId}/recoveries/${id}`}>{number}</Link> },
          { header: t('grantRecovery.debtor'), wrap: true, cell: ({ debtor, agreementNumber }) => `${debtor} (${agreementNumber})` },
          { header: t('grantRecovery.ground'), cell: ({ kind, ground }) => `${term('recoveryKind', kind)} ${ground}` },
          { header: t('grantRecovery.status'), cell: ({ status }) => <Tag tone={RECOVERY_TONES[status]}>{term('clawbackStatus', status)}</Tag> },
          { header: t('grantRecovery.due'), cell: ({ dueOn }) => dueOn },
          { header: t('grantRecovery.demanded'), align: 'right', cell: ({ demandedWon }) => formatWon(demandedWon) },
          { header: t('grantRecovery.settled'), align: 'right', cell: ({ settledWon }) => formatWon(settledWon) },
          { header: t('grantRecovery.open'), align: 'right', cell: ({ openWon }) => formatWon(openWon) },
          { header: t('grantRecovery.held'), align: 'right', cell: ({ heldWon }) => formatWon(heldWon) },
        ]}
        totals={[t('grantRecovery.total'), '', '', '', '', total('demandedWon'), total('settledWon'), total('openWon'), total('heldWon')]}
      />
    </Card>
  );
}
