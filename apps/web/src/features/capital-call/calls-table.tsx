import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import type { CallRow } from './call-rows.js';
import { StateTag } from './state-tag.js';

interface Props {
  readonly rows: readonly CallRow[];
  readonly onOpen: (row: CallRow) => void;
  readonly onReceive: ((row: CallRow) => void) | undefined;
}

export function CallsTable({ rows, onOpen, onReceive }: Props): ReactElement {
  const { t } = useTranslation();
  const columns = useCallColumns(onReceive);
  return (
    <DataTable
      label={t('capitalCall.list')}
      columns={columns}
      rows={rows}
      rowKey={({ call, share }) => `${call.id}/${share.partnerId}`}
      rowTone={({ share }) => (share.state === 'IN_DEFAULT' ? 'danger' : undefined)}
      onOpen={onOpen}
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
      { id: 'status', header: t('capitalCall.status'), kind: 'text', value: ({ share }) => t(`capital.states.${share.state}`), cell: ({ share }) => <StateTag state={share.state} /> },
      { id: 'dueOn', header: t('capitalCall.dueOn'), kind: 'date', value: ({ call }) => call.dueOn },
      { id: 'lastPaidOn', header: t('capitalCall.lastPaid'), kind: 'date', value: ({ lastPaidOn }) => lastPaidOn },
      { id: 'daysLate', header: t('capitalCall.daysLate'), kind: 'count', value: ({ share }) => BigInt(share.daysLate) },
      { id: 'interest', header: t('capitalCall.overdueInterest'), kind: 'won', value: ({ share }) => BigInt(share.interest.accruedWon), total: true },
      { id: 'interestDue', header: t('capital.interestDue'), kind: 'won', value: ({ share }) => BigInt(share.interest.dueWon), total: true },
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
