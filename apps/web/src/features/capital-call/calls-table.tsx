import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import type { Tone } from '../../design/callout.js';
import type { IconName } from '../../design/icon.js';
import { Tag } from '../../design/tag.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import type { CallRow, ShareState } from './call-rows.js';

const LOOKS: Readonly<Record<ShareState, { tone: Tone | 'neutral'; icon: IconName; text: 'statusPaid' | 'statusLate' | 'statusPartly' | 'statusOpen' | 'statusUnpaid' }>> = {
  PAID: { tone: 'success', icon: 'check', text: 'statusPaid' },
  LATE: { tone: 'warning', icon: 'warning', text: 'statusLate' },
  PARTLY: { tone: 'danger', icon: 'warning', text: 'statusPartly' },
  OPEN: { tone: 'neutral', icon: 'clock', text: 'statusOpen' },
  UNPAID: { tone: 'danger', icon: 'block', text: 'statusUnpaid' },
};

interface Props {
  readonly rows: readonly CallRow[];
  readonly onReceive: ((row: CallRow) => void) | undefined;
}

export function CallsTable({ rows, onReceive }: Props): ReactElement {
  const { t } = useTranslation();
  const columns = useCallColumns(onReceive);
  return (
    <DataTable
      label={t('capitalCall.list')}
      columns={columns}
      rows={rows}
      rowKey={({ call, share }) => `${call.id}/${share.partnerId}`}
      rowTone={({ state }) => (state === 'UNPAID' || state === 'PARTLY' ? 'danger' : undefined)}
      {...(onReceive === undefined ? {} : { onOpen: (row: CallRow) => row.share.unpaidWon !== '0' && onReceive(row) })}
      tall
    />
  );
}

function useCallColumns(onReceive: Props['onReceive']): readonly Column<CallRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const columns: Column<CallRow>[] = [
      { id: 'number', header: t('capitalCall.round'), kind: 'text', value: ({ call }) => t('capitalCall.number', { number: call.number }) },
      { id: 'purpose', header: t('capitalCall.purpose'), kind: 'text', value: ({ call }) => call.purpose },
      { id: 'partner', header: t('capitalCall.partner'), kind: 'text', value: ({ share }) => share.partner },
      { id: 'called', header: t('capitalCall.called'), kind: 'won', value: ({ share }) => BigInt(share.calledWon), total: true },
      { id: 'paid', header: t('capitalCall.paid'), kind: 'won', value: ({ share }) => BigInt(share.paidWon), total: true },
      { id: 'unpaid', header: t('capitalCall.unpaid'), kind: 'won', value: ({ share }) => BigInt(share.unpaidWon), total: true },
      { id: 'status', header: t('capitalCall.status'), kind: 'text', value: ({ state }) => t(`capitalCall.${LOOKS[state].text}`), cell: ({ state }) => <StateTag state={state} /> },
      { id: 'dueOn', header: t('capitalCall.dueOn'), kind: 'date', value: ({ call }) => call.dueOn },
      { id: 'lastPaidOn', header: t('capitalCall.lastPaid'), kind: 'date', value: ({ lastPaidOn }) => lastPaidOn },
      { id: 'daysLate', header: t('capitalCall.daysLate'), kind: 'count', value: ({ share }) => BigInt(share.daysLate) },
      { id: 'interest', header: t('capitalCall.overdueInterest'), kind: 'won', value: ({ share }) => BigInt(share.overdueInterestWon), total: true },
      { id: 'noticeOn', header: t('capitalCall.noticeOn'), kind: 'date', value: ({ call }) => call.noticeOn },
    ];
    if (onReceive === undefined) return columns;
    const action: Column<CallRow> = {
      id: 'action',
      header: t('capitalCall.receive'),
      kind: 'text',
      value: () => null,
      cell: (row) =>
        row.share.unpaidWon === '0' ? null : (
          <Button small tone="secondary" onPress={() => onReceive(row)}>
            {t('capitalCall.receive')}
          </Button>
        ),
    };
    return [...columns.slice(0, 7), action, ...columns.slice(7)];
  }, [t, onReceive]);
}

function StateTag({ state }: { readonly state: ShareState }): ReactElement {
  const { t } = useTranslation();
  const { tone, icon, text } = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`capitalCall.${text}`)}
    </Tag>
  );
}
