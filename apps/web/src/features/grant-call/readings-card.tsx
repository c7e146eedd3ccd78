import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from './grant-call.queries.js';

const shown = (amount: string | null): string => (amount === null ? '–' : formatWon(amount));

/** An amount that its source leaves open, read both ways side by side; nothing where the call names no amount. */
export function ReadingsCard({ call }: { readonly call: GrantCall }): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  if (call.readings.length === 0) return null;
  return (
    <Card title={t('grantCall.readings')}>
      <p>{t('grantCall.readingsLead')}</p>
      <PlainTable
        label={t('grantCall.readings')}
        rows={call.readings}
        rowKey={({ basis }) => basis}
        columns={[
          {
            header: t('grantCall.reading'),
            cell: ({ basis, applies }) => (
              <>
                {term('amountBasis', basis)} {applies && <Tag tone="success">{t('grantCall.applies')}</Tag>}
              </>
            ),
          },
          { header: t('grantCall.ofProjectYear'), align: 'right', cell: ({ projectYearWon }) => shown(projectYearWon) },
          { header: t('grantCall.ofProject'), align: 'right', cell: ({ projectWon }) => shown(projectWon) },
          { header: t('grantCall.ofAll'), align: 'right', cell: ({ allWon }) => shown(allWon) },
        ]}
      />
    </Card>
  );
}
