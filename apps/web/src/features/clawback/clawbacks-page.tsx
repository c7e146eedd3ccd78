import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Tone } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { Calculator } from './calculator.js';
import { useClawbacks, type ClawbackSummary } from './clawback.requests.js';

const TONES: Readonly<Record<ClawbackSummary['status'], Tone | 'neutral'>> = { OPEN: 'information', OVERDUE: 'danger', SETTLED: 'success', WRITTEN_OFF: 'neutral' };

/** What was claimed back and what is open of it; and the calculator from which a decision is made. */
export function ClawbacksPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const [parameters] = useSearchParams();
  const voucherId = parameters.get('voucher') ?? '';
  const query = useClawbacks(year.id);
  return (
    <Page title={t('clawback.title')} hideTitle>
      <Loaded query={query}>{(clawbacks) => <ClawbacksCard yearId={year.id} clawbacks={clawbacks} />}</Loaded>
      <Calculator year={year} voucherId={voucherId} key={voucherId} />
    </Page>
  );
}

function ClawbacksCard({ yearId, clawbacks }: { readonly yearId: string; readonly clawbacks: readonly ClawbackSummary[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useClawbackColumns(yearId);
  if (clawbacks.length === 0) {
    return (
      <Card title={t('clawback.list')}>
        <Empty>
          <p>{t('clawback.empty')}</p>
        </Empty>
      </Card>
    );
  }
  return (
    <Card flush>
      <DataTable
        label={t('clawback.list')}
        title={t('clawback.list')}
        columns={columns}
        rows={clawbacks}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/vouchers/${yearId}/clawbacks/${id}`)}
        rowTone={({ status }) => (status === 'OVERDUE' ? 'danger' : status === 'SETTLED' ? 'muted' : undefined)}
      />
    </Card>
  );
}

function useClawbackColumns(yearId: string): readonly Column<ClawbackSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('clawback.number'),
        kind: 'text',
        value: ({ number }) => number,
        cell: ({ id, number }) => (
          <Link to={`/vouchers/${yearId}/clawbacks/${id}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'debtor', header: t('clawback.debtor'), kind: 'text', text: 'wrap', value: ({ debtor }) => debtor },
      { id: 'voucher', header: t('clawback.voucher'), kind: 'text', value: ({ voucherNumber }) => voucherNumber },
      { id: 'ground', header: t('clawback.ground'), kind: 'text', value: ({ ground }) => term('clawbackGround', ground) },
      { id: 'status', header: t('clawback.status'), kind: 'text', value: ({ status }) => term('clawbackStatus', status), cell: ({ status }) => <Tag tone={TONES[status]}>{term('clawbackStatus', status)}</Tag> },
      { id: 'demanded', header: t('clawback.demanded'), kind: 'won', value: ({ demandedWon }) => BigInt(demandedWon), total: true },
      { id: 'settled', header: t('clawback.settled'), kind: 'won', value: ({ settledWon }) => BigInt(settledWon), total: true },
      { id: 'open', header: t('clawback.open'), kind: 'won', value: ({ openWon }) => BigInt(openWon), total: true },
      { id: 'overdue', header: t('clawback.overdue'), kind: 'won', value: ({ overdueWon }) => BigInt(overdueWon), total: true },
      { id: 'due', header: t('clawback.due'), kind: 'date', value: ({ dueOn }) => dueOn },
      { id: 'notice', header: t('clawback.notice'), kind: 'date', value: ({ noticeOn }) => noticeOn },
    ],
    [t, term, yearId],
  );
}
