import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { ConcludeProjectDialog } from '../matching-project/conclude-project-dialog.js';
import { PlanDialog } from '../matching-project/plan-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { DecideQueueDialog } from './decide-queue-dialog.js';
import { useQueue, type Queue, type QueuePlace } from './matching.queries.js';
import { useCurrentPool } from './pool-layout.js';
import { QueueTable, useQueueColumns } from './queue-table.js';

type Opened = { readonly kind: 'plan' } | { readonly kind: 'decide' } | { readonly kind: 'conclude'; readonly place: QueuePlace } | null;

/** Who comes next, what each would get and why that is no more; everybody who may read sees the same. */
export function QueuePage(): ReactElement {
  const { t } = useTranslation();
  const pool = useCurrentPool();
  const may = usePermissions();
  const query = useQueue(pool.id);
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  return (
    <Page title={t('matchingQueue.title')} lead={t('matchingQueue.lead')} actions={<Deeds queue={query.data} onPlan={() => setOpened({ kind: 'plan' })} onDecide={() => setOpened({ kind: 'decide' })} callId={pool.id} />}>
      <Loaded query={query}>
        {(queue) => (
          <>
            <Card title={t('matchingQueue.next', { count: queue.next.length })} note={t('matchingQueue.left', { amount: formatWon(queue.budgetLeftWon), promised: formatWon(queue.amountWon) })} flush>
              {queue.next.length === 0 ? (
                <Empty>
                  <p>{t('matchingQueue.noNext')}</p>
                </Empty>
              ) : (
                <QueueTable label={t('matchingQueue.title')} places={queue.next} />
              )}
            </Card>
            {queue.coming.length > 0 && (
              <Card title={t('matchingQueue.coming', { count: queue.coming.length })} note={t('matchingQueue.comingNote')} flush>
                <Others label={t('matchingQueue.coming', { count: queue.coming.length })} places={queue.coming} />
              </Card>
            )}
            {queue.decided.length > 0 && (
              <Card title={t('matchingQueue.decided', { count: queue.decided.length })} flush>
                <Others label={t('matchingQueue.decided', { count: queue.decided.length })} places={queue.decided} onConclude={may('matching-project.conclude') ? (place) => setOpened({ kind: 'conclude', place }) : null} />
              </Card>
            )}
          </>
        )}
      </Loaded>
      {opened?.kind === 'plan' && <PlanDialog onClose={close} />}
      {opened?.kind === 'decide' && query.data !== undefined && <DecideQueueDialog callId={pool.id} queue={query.data} onClose={close} />}
      {opened?.kind === 'conclude' && <ConcludeProjectDialog place={opened.place} onClose={close} />}
    </Page>
  );
}

function Deeds({ queue, callId, onPlan, onDecide }: { readonly queue: Queue | undefined; readonly callId: string; readonly onPlan: () => void; readonly onDecide: () => void }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  return (
    <>
      <LinkButton to={`/matching/${callId}/applications`}>{t('matchingQueue.checks')}</LinkButton>
      {may('matching-pool.decide-queue') && (queue?.next.length ?? 0) > 0 && <Button onPress={onDecide}>{t('matchingQueue.decide')}</Button>}
      {may('matching-project.plan') && (
        <Button tone="primary" icon="plus" onPress={onPlan}>
          {t('matchingPlan.title')}
        </Button>
      )}
    </>
  );
}

function Others({ label, places, onConclude = null }: { readonly label: string; readonly places: readonly QueuePlace[]; readonly onConclude?: ((place: QueuePlace) => void) | null }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { id } = useCurrentPool();
  const { position, plan, privateMoney, government } = useQueueColumns();
  return (
    <PlainTable
      label={label}
      rows={places}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        ...[position, plan, privateMoney, government],
        { header: t('grantApplication.state'), cell: ({ state }) => <Tag tone="neutral">{term('grantApplicationState', state)}</Tag> },
        {
          header: '',
          cell: (place) => {
            if (place.agreementId !== null) return <Link to={`/matching/${id}/projects/${place.agreementId}`}>{t('matchingProject.one')}</Link>;
            return place.state === 'SELECTED' && onConclude !== null ? (
              <Button small onPress={() => onConclude(place)}>
                {t('matchingProject.conclude')}
              </Button>
            ) : null;
          },
        },
      ]}
    />
  );
}
