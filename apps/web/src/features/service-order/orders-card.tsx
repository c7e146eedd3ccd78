import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../design/callout.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { usePermissions } from '../session/use-session.js';
import { LabDialog, MoveDialog, RequestDialog } from './order-dialogs.js';
import { useOrders, type OrderDeed, type ServiceOrder } from './service-order.requests.js';

type Opened = { readonly kind: 'request' | 'lab' } | { readonly kind: OrderDeed; readonly order: ServiceOrder } | null;

const TONES: Readonly<Record<string, Tone | 'neutral'>> = { REQUESTED: 'information', ACCEPTED: 'information', CERTIFIED: 'warning', APPROVED: 'success' };
/** What may be done next, in the order of the life; the server has the last word. */
const NEXT: Readonly<Record<string, readonly OrderDeed[]>> = { REQUESTED: ['accept', 'decline', 'cancel'], ACCEPTED: ['certify', 'cancel'], CERTIFIED: ['approve'] };

/** What companies have evaluated and tested, and who pays how much of it. */
export function OrdersCard(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const [opened, setOpened] = useState<Opened>(null);
  const columns = useOrderColumns(setOpened);
  const close = (): void => setOpened(null);
  const toolbar = (
    <>
      {may('accredited-lab.register') && (
        <Button small onPress={() => setOpened({ kind: 'lab' })}>
          {t('serviceOrder.registerLab')}
        </Button>
      )}
      {may('service-order.request') && (
        <Button small tone="primary" icon="plus" onPress={() => setOpened({ kind: 'request' })}>
          {t('serviceOrder.request')}
        </Button>
      )}
    </>
  );
  return (
    <Card flush>
      <Loaded query={useOrders(call.id)}>
        {(orders) => <DataTable label={t('serviceOrder.title')} title={t('serviceOrder.title')} toolbar={toolbar} columns={columns} rows={orders} rowKey={({ id }) => id} empty={t('serviceOrder.empty')} />}
      </Loaded>
      {opened?.kind === 'request' && <RequestDialog callId={call.id} onClose={close} />}
      {opened?.kind === 'lab' && <LabDialog callId={call.id} onClose={close} />}
      {opened !== null && 'order' in opened && <MoveDialog callId={call.id} order={opened.order} deed={opened.kind} onClose={close} />}
    </Card>
  );
}

function useOrderColumns(open: (opened: Opened) => void): readonly Column<ServiceOrder>[] {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  return useMemo<readonly Column<ServiceOrder>[]>(
    () => [
      { id: 'number', header: t('serviceOrder.number'), kind: 'text', value: ({ number }) => number },
      { id: 'year', header: t('serviceOrder.year'), kind: 'text', value: ({ fiscalYear, carriedTo }) => (carriedTo === null ? `${fiscalYear}` : `${fiscalYear} → ${carriedTo}`) },
      { id: 'subject', header: t('serviceOrder.subject'), kind: 'text', text: 'wrap', value: ({ subject, kindName, items }) => `${subject} (${say(kindName)}: ${items.join(', ')})` },
      { id: 'company', header: t('serviceOrder.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      { id: 'lab', header: t('serviceOrder.lab'), kind: 'text', text: 'wrap', value: ({ lab }) => lab },
      { id: 'state', header: t('serviceOrder.state'), kind: 'text', value: ({ stateName }) => say(stateName), cell: ({ state, stateName, paidOn, sinceOn }) => (
        <>
          <Tag tone={TONES[state] ?? 'neutral'}>{paidOn === null ? say(stateName) : t('serviceOrder.paid')}</Tag>
          <span className={styles['sub']}>{paidOn ?? sinceOn}</span>
        </>
      ) },
      { id: 'fee', header: t('serviceOrder.fee'), kind: 'won', value: ({ feeWon }) => BigInt(feeWon), total: true },
      { id: 'government', header: t('serviceOrder.government'), kind: 'won', value: ({ governmentWon }) => BigInt(governmentWon), total: true },
      { id: 'companyPart', header: t('serviceOrder.companyPart'), kind: 'won', value: ({ companyWon }) => BigInt(companyWon), total: true },
      { id: 'certificate', header: t('serviceOrder.certificate'), kind: 'text', value: ({ steps }) => steps.find(({ certificate }) => certificate !== null)?.certificate ?? null },
      {
        id: 'deeds',
        header: t('grantOutcome.deeds'),
        kind: 'text',
        value: () => null,
        cell: (order) => (
          <span className={styles['actions']}>
            {(NEXT[order.state] ?? []).filter((deed) => may(`service-order.${deed}`)).map((deed) => (
              <Button key={deed} small tone="quiet" onPress={() => open({ kind: deed, order })}>
                {t(`serviceOrder.deeds.${deed}`)}
              </Button>
            ))}
          </span>
        ),
      },
    ],
    [t, say, may, open],
  );
}
