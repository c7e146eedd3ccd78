import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import { usePermissions } from '../session/use-session.js';
import { purgeAccessLog, useRetention, type Retention } from './access-log.requests.js';
import styles from './access-log-page.module.css';

const dayOf = (instant: string): string => formatInstant(instant).slice(0, 10);

/** How long the log is kept, and the end of what is past that. */
export function RetentionCard(): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useRetention();
  const [asking, setAsking] = useState(false);
  const destroyable = query.data?.destroyable ?? 0;
  const mayPurge = may('access-log.purge') && destroyable > 0;
  return (
    <Card
      title={t('accessLog.retention')}
      actions={
        mayPurge && (
          <Button small tone="danger" onPress={() => setAsking(true)}>
            {t('accessLog.purge')}
          </Button>
        )
      }
    >
      <Loaded query={query}>{(retention) => <RetentionFacts retention={retention} />}</Loaded>
      {asking && (
        <ReasonDialog
          title={t('accessLog.purgeTitle', { count: destroyable })}
          label={t('accessLog.purgeReason')}
          hint={t('accessLog.purgeHint')}
          missing={t('accessLog.missing')}
          action={t('accessLog.purge')}
          tone="danger"
          run={purgeAccessLog}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function RetentionFacts({ retention }: { readonly retention: Retention }): ReactElement {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { label: t('accessLog.retentionFact'), value: t('accessLog.retentionYears', { years: retention.retentionYears, date: formatOfficialDate(dayOf(retention.olderThan)) }) },
        { label: t('accessLog.stored'), value: t('accessLog.storedCount', { count: retention.entries }) },
        { label: t('accessLog.destroyable'), value: t('accessLog.storedCount', { count: retention.destroyable }) },
        ...retention.purges.map((purge) => ({
          label: t('accessLog.purged'),
          value: (
            <>
              {t('accessLog.purgedRow', { at: formatInstant(purge.recordedAt), count: purge.rowCount, from: dayOf(purge.firstAccessedAt), to: dayOf(purge.lastAccessedAt) })}
              <div className={styles['hash']}>SHA-256 {purge.rowsHash}</div>
            </>
          ),
        })),
      ]}
    />
  );
}
