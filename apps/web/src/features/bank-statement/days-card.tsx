import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBalanceDays, type Period } from './bank-statement.requests.js';

/** The account day by day; a day whose balance does not follow stands out. */
export function DaysCard({ period }: { readonly period: Period }): ReactElement {
  const { t } = useTranslation();
  const days = useBalanceDays(period);
  return (
    <Loaded query={days}>
      {(found) => (
        <Card title={t('reconciliation.days')} note={found.openingWon === null ? undefined : t('reconciliation.opening', { amount: formatWon(found.openingWon) })} flush>
          <PlainTable
            label={t('reconciliation.days')}
            rows={found.days}
            rowKey={({ on }) => on}
            tone={({ differenceWon }) => (differenceWon === '0' ? undefined : 'warning')}
            columns={[
              { header: t('reconciliation.day'), cell: ({ on }) => on },
              { header: t('reconciliation.count'), align: 'right', cell: ({ lines, openLines }) => t('reconciliation.countOf', { lines, open: openLines }) },
              { header: t('reconciliation.in'), align: 'right', cell: ({ inWon }) => formatWon(inWon) },
              { header: t('reconciliation.out'), align: 'right', cell: ({ outWon }) => formatWon(outWon) },
              { header: t('reconciliation.balance'), align: 'right', cell: ({ closingWon }) => (closingWon === null ? '–' : formatWon(closingWon)) },
              { header: t('reconciliation.difference'), align: 'right', cell: ({ differenceWon }) => formatWon(differenceWon) },
            ]}
          />
        </Card>
      )}
    </Loaded>
  );
}
