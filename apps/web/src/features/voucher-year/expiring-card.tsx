import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Column } from '../../design/table/column.js';
import { Card } from '../../design/card.js';
import { Empty } from '../../design/page.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import type { ExpiringVoucher, YearOverview } from './overview.queries.js';

/** Vouchers whose time runs out with money on them; what is over already waits to be expired. */
export function ExpiringCard({ yearId, overview }: { readonly yearId: string; readonly overview: YearOverview }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useExpiringColumns(yearId, overview.asOf);
  const { expiring, expiringWithinDays } = overview;
  const title = t('cockpit.expiring', { count: expiringWithinDays });
  return (
    <Card flush {...(expiring.length === 0 ? { title } : {})}>
      {expiring.length === 0 ? (
        <Empty>
          <p>{t('cockpit.noneExpiring', { count: expiringWithinDays })}</p>
        </Empty>
      ) : (
        <DataTable
          label={title}
          title={title}
          columns={columns}
          rows={expiring}
          rowKey={({ voucherId }) => voucherId}
          onOpen={({ voucherId }) => void navigate(`/vouchers/${yearId}/vouchers/${voucherId}`)}
          rowTone={({ validTo }) => (validTo < overview.asOf ? 'danger' : undefined)}
        />
      )}
    </Card>
  );
}

function useExpiringColumns(yearId: string, today: string): readonly Column<ExpiringVoucher>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('cockpit.voucher'),
        kind: 'text',
        value: ({ number }) => number,
        cell: ({ voucherId, number }) => (
          <Link to={`/vouchers/${yearId}/vouchers/${voucherId}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'company', header: t('cockpit.company'), kind: 'text', text: 'wrap', value: ({ company }) => company },
      {
        id: 'validTo',
        header: t('cockpit.validTo'),
        kind: 'date',
        value: ({ validTo }) => validTo,
        cell: ({ validTo }) => (
          <>
            {validTo} {validTo < today && <Tag tone="danger">{t('cockpit.over')}</Tag>}
          </>
        ),
      },
      { id: 'balance', header: t('cockpit.balance'), kind: 'won', value: ({ balanceWon }) => BigInt(balanceWon), total: true },
      { id: 'available', header: t('cockpit.lapses'), kind: 'won', value: ({ balanceWon, heldWon }) => BigInt(balanceWon) - BigInt(heldWon), total: true },
    ],
    [t, yearId, today],
  );
}
