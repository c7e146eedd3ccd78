import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import type { PaymentRun } from './payment-run.requests.js';
import { RunsTable } from './runs-table.js';

interface Props {
  readonly runs: UseQueryResult<PaymentRun[]>;
  /** What is said where there are none. */
  readonly empty: string;
}

/** Payment runs, the latest first. */
export function RunsCard({ runs, empty }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Loaded query={runs}>
      {(found) => (
        <Card title={t('paymentRun.runs')} flush={found.length > 0}>
          {found.length === 0 ? (
            <Empty>
              <p>{empty}</p>
            </Empty>
          ) : (
            <RunsTable runs={found} />
          )}
        </Card>
      )}
    </Loaded>
  );
}
