import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import type { PaymentRun } from './payment-run.requests.js';
import { RunTag } from './state-tag.js';

/** Runs of all instruments, the latest first. */
export function RunsTable({ runs }: { readonly runs: readonly PaymentRun[] }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const navigate = useNavigate();
  const columns = useMemo(
    (): readonly Column<PaymentRun>[] => [
      {
        ...{ id: 'number', header: t('paymentRun.number'), kind: 'text', value: ({ number }) => number },
        cell: ({ id, number }) => (
          <Link to={`/payments/${id}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'standing', header: t('paymentRun.state'), kind: 'text', value: ({ standing }) => term('runStanding', standing), cell: ({ standing }) => <RunTag standing={standing} /> },
      { id: 'book', header: t('paymentRun.book'), kind: 'text', text: 'wrap', value: ({ bookLabel }) => bookLabel },
      { id: 'payOn', header: t('paymentRun.payOn'), kind: 'date', value: ({ payOn }) => payOn },
      { id: 'total', header: t('paymentRun.total'), kind: 'won', value: ({ totalWon }) => BigInt(totalWon), total: ({ standing }) => standing !== 'VOIDED' },
      { id: 'paid', header: t('paymentRun.paid'), kind: 'won', value: ({ paidWon }) => BigInt(paidWon), total: true },
      { id: 'lines', header: t('paymentRun.lines'), kind: 'count', value: ({ lines }) => BigInt(lines) },
      { id: 'failed', header: t('paymentRun.failed'), kind: 'count', value: ({ counts }) => BigInt(counts.rejected + counts.returned) },
      { id: 'draftedBy', header: t('paymentRun.draftedBy'), kind: 'text', value: ({ draftedBy }) => draftedBy },
      { id: 'signedBy', header: t('paymentRun.signedBy'), kind: 'text', value: ({ signedBy }) => signedBy.join(', ') },
    ],
    [t, term],
  );
  return (
    <DataTable
      label={t('paymentRun.runs')}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      rowTone={({ standing }) => (standing === 'VOIDED' ? 'muted' : undefined)}
      onOpen={({ id }: PaymentRun) => void navigate(`/payments/${id}`)}
    />
  );
}
