import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useExceptions, type Period } from './bank-statement.requests.js';

/** What waits for somebody, the gravest first. */
export function ExceptionsCard({ period }: { readonly period: Period }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const exceptions = useExceptions(period);
  return (
    <Loaded query={exceptions}>
      {(found) => (
        <Card title={t('reconciliation.exceptions', { count: found.length })} flush={found.length > 0}>
          {found.length === 0 ? (
            <p>{t('reconciliation.noException')}</p>
          ) : (
            <PlainTable
              label={t('reconciliation.exceptions', { count: found.length })}
              rows={found}
              rowKey={(_, index) => index}
              columns={[
                { header: t('reconciliation.reasonCode'), cell: ({ code }) => t(`reconciliation.codes.${code}`) },
                { header: t('reconciliation.day'), cell: ({ on }) => on },
                { header: t('reconciliation.age'), align: 'right', cell: ({ ageDays }) => t('reconciliation.ageDays', { count: ageDays }) },
                { header: t('reconciliation.about'), wrap: true, cell: ({ about }) => about },
                { header: t('reconciliation.amount'), align: 'right', cell: ({ amountWon }) => (amountWon === null ? '–' : formatWon(amountWon)) },
                { header: t('reconciliation.what'), wrap: true, cell: ({ text }) => say(text) },
              ]}
            />
          )}
        </Card>
      )}
    </Loaded>
  );
}
