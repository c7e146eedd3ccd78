import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { Tag } from '../../design/tag.js';
import { WonText } from '../../design/won-text.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-settlement/settlement.module.css';
import { RECOVERY_TONES } from './recoveries-card.js';
import { HistoryCard, PlanCard } from './recovery-cards.js';
import { RecoveryDeeds } from './recovery-deeds.js';
import { openDemand, useRecovery, type Recovery } from './recovery.requests.js';

/** One recovery: what was demanded and why, its instalments, what came, reminders, and what went to the Treasury. */
export function RecoveryPage(): ReactElement {
  const { t } = useTranslation();
  const { recoveryId = '' } = useParams();
  const call = useCurrentCall();
  const query = useRecovery(call.id, recoveryId);
  return (
    <Page title={query.data?.number ?? t('grantRecovery.title')} hideTitle>
      <Link to={`/grants/${call.id}/settlements`}>{t('grantSettlement.back')}</Link>
      <Loaded query={query}>{(recovery) => <RecoveryDetail recovery={recovery} />}</Loaded>
    </Page>
  );
}

function RecoveryDetail({ recovery }: { readonly recovery: Recovery }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const [opened, setOpened] = useState<string | null>(null);
  const demand = useWrite({ mutationFn: () => openDemand(recovery.id) });
  const amount = (label: string, won: string) => (won === '0' ? null : { label, value: <WonText amount={won} /> });
  const actions = (
    <Button icon="file" pending={demand.isPending} onPress={() => demand.mutate(undefined)}>
      {t('grantRecovery.noticePdf')}
    </Button>
  );
  return (
    <>
      <Card title={`${recovery.number} ${recovery.debtor}`} note={<Tag tone={RECOVERY_TONES[recovery.status]}>{term('clawbackStatus', recovery.status)}</Tag>} actions={actions}>
        <ProblemCallout error={demand.error} />
        <Facts
          columns
          facts={[
            { label: t('grantRecovery.demanded'), value: <WonText amount={recovery.demandedWon} /> },
            amount(t('grantRecovery.principal'), recovery.principalWon),
            amount(t('grantRecovery.interest'), recovery.interestWon),
            amount(t('grantRecovery.penalty'), recovery.penaltyWon),
            amount(t('grantRecovery.dropped'), recovery.droppedWon),
            amount(t('grantRecovery.surcharged'), recovery.surchargedWon),
            { label: t('grantRecovery.settled'), value: <WonText amount={recovery.settledWon} /> },
            amount(t('grantRecovery.writtenOff'), recovery.writtenOffWon),
            { label: t('grantRecovery.open'), value: <WonText amount={recovery.openWon} /> },
            amount(t('grantRecovery.overdue'), recovery.overdueWon),
            amount(t('grantRecovery.surchargeDue'), recovery.surchargeDueWon),
            amount(t('grantRecovery.held'), recovery.heldWon),
            recovery.remindUntil === null ? null : { label: t('grantRecovery.remindUntil'), value: recovery.remindUntil },
            { label: t('grantRecovery.noticeOn'), value: recovery.noticeOn },
            { label: t('grantRecovery.clauses'), value: recovery.clauses.join(' · ') },
          ]}
        />
        <RecoveryDeeds recovery={recovery} opened={opened} onOpen={setOpened} />
      </Card>
      <div className={styles['columns']}>
        <PlanCard recovery={recovery} />
        <HistoryCard recovery={recovery} />
      </div>
    </>
  );
}
