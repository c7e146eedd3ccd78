import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../design/callout.js';
import { PlainTable } from '../../design/plain-table.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { DraftedBatch } from './payment-batch.requests.js';

/** Whom nobody can pay yet, and what would change that. */
export function RefusedRows({ refused }: Pick<DraftedBatch, 'refused'>): ReactElement | null {
  const { t } = useTranslation();
  const say = useBilingual();
  if (refused.length === 0) return null;
  return (
    <Callout tone="warning" title={t('payment.refused', { count: refused.length })}>
      <PlainTable
        label={t('payment.refused', { count: refused.length })}
        rows={refused}
        rowKey={({ serviceId }) => serviceId}
        columns={[
          { header: t('payment.service'), cell: ({ number }) => number },
          { header: t('payment.payee'), cell: ({ payee }) => payee },
          { header: t('payment.why'), wrap: true, cell: ({ text }) => say(text) },
        ]}
      />
    </Callout>
  );
}
