import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Tone } from '../../design/callout.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useTerm } from '../../i18n/term.js';
import type { PaymentBatch } from './payment-batch.requests.js';

const TONES: Readonly<Record<PaymentBatch['state'], Tone | 'neutral'>> = { DRAFTED: 'warning', RELEASED: 'success', CANCELLED: 'neutral' };

interface Props {
  readonly batches: readonly PaymentBatch[];
  readonly mayOpen: boolean;
  readonly onOpen: (id: string) => void;
}

export function BatchesTable({ batches, mayOpen, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const columns = useMemo(
    (): readonly Column<PaymentBatch>[] => [
      {
        id: 'number',
        header: t('payment.number'),
        kind: 'text',
        value: ({ number }) => number,
        ...(mayOpen
          ? {
              cell: ({ id, number }: PaymentBatch) => (
                <Link to={{ search: `?batch=${id}` }} tabIndex={-1}>
                  {number}
                </Link>
              ),
            }
          : {}),
      },
      { id: 'state', header: t('payment.state'), kind: 'text', value: ({ state }) => term('batchState', state), cell: ({ state }) => <BatchStateTag state={state} /> },
      { id: 'payOn', header: t('payment.payOn'), kind: 'date', value: ({ payOn }) => payOn },
      { id: 'total', header: t('payment.total'), kind: 'won', value: ({ totalWon }) => BigInt(totalWon), total: ({ state }) => state !== 'CANCELLED' },
      { id: 'lines', header: t('payment.lines'), kind: 'count', value: ({ lines }) => BigInt(lines) },
      { id: 'payees', header: t('payment.payees'), kind: 'count', value: ({ payees }) => BigInt(payees) },
      { id: 'draftedBy', header: t('payment.draftedBy'), kind: 'text', value: ({ draftedBy }) => draftedBy },
      { id: 'signedBy', header: t('payment.signedBy'), kind: 'text', value: ({ signedBy }) => signedBy.join(', ') },
      { id: 'endedBy', header: t('payment.endedBy'), kind: 'text', value: ({ endedBy }) => endedBy },
      { id: 'endedOn', header: t('payment.endedOn'), kind: 'date', value: ({ endedOn }) => endedOn },
      { id: 'reason', header: t('payment.reason'), kind: 'text', text: 'wrap', value: ({ reason }) => reason },
    ],
    [t, term, mayOpen],
  );
  return (
    <DataTable
      label={t('payment.batches')}
      columns={columns}
      rows={batches}
      rowKey={({ id }) => id}
      rowTone={({ state }) => (state === 'CANCELLED' ? 'muted' : undefined)}
      {...(mayOpen ? { onOpen: ({ id }: PaymentBatch) => onOpen(id) } : {})}
    />
  );
}

export function BatchStateTag({ state }: Pick<PaymentBatch, 'state'>): ReactElement {
  const term = useTerm();
  return <Tag tone={TONES[state]}>{term('batchState', state)}</Tag>;
}
