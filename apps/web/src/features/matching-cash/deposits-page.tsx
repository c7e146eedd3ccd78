import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { usePermissions } from '../session/use-session.js';
import { DepositsCard } from './deposits-card.js';
import type { Room } from './matching-cash.requests.js';
import { RecordDepositDialog } from './record-deposit-dialog.js';
import { RoomsCard } from './rooms-card.js';
import { WithdrawalsCard } from './withdrawals-card.js';
import { WithdrawDialog } from './withdraw-dialog.js';

/** The private money of a pool: by project, deposit by deposit, and what left. */
export function MatchingDepositsPage(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { callId = '' } = useParams();
  const [deed, setDeed] = useState<{ readonly kind: 'record' | 'withdraw'; readonly room: Room } | null>(null);
  const close = (): void => setDeed(null);
  return (
    <Page title={t('matchingCash.deposits')} hideTitle>
      <RoomsCard
        callId={callId}
        actions={(room) => (
          <>
            {may('matching-deposit.record') && (
              <Button small icon="plus" onPress={() => setDeed({ kind: 'record', room })}>
                {t('matchingCash.record')}
              </Button>
            )}
            {may('matching-withdrawal.record') && (room.countedWon !== '0' || room.uncountedWon !== '0') && (
              <Button small tone="quiet" onPress={() => setDeed({ kind: 'withdraw', room })}>
                {t('matchingCash.withdraw')}
              </Button>
            )}
          </>
        )}
      />
      <DepositsCard callId={callId} />
      <WithdrawalsCard callId={callId} />
      {deed?.kind === 'record' && <RecordDepositDialog callId={callId} room={deed.room} onClose={close} />}
      {deed?.kind === 'withdraw' && <WithdrawDialog callId={callId} room={deed.room} onClose={close} />}
    </Page>
  );
}
