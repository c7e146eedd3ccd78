import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page, Stack } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { formatInstant } from '../../format/date.js';
import { AnchorCard } from './anchor-card.js';
import { StatusCard } from './status-card.js';
import { useSealBatches, useSealStatus, type SealBatch } from './seal.requests.js';
import { VerificationCard } from './verification-card.js';
import styles from './seal.module.css';

/** Whether everything on record is as it was recorded, and how anybody can check that. */
export function SealPage(): ReactElement {
  const { t } = useTranslation();
  const status = useSealStatus();
  return (
    <Page title={t('seals.title')} lead={t('seals.lead')}>
      <Loaded query={status}>
        {(loaded) => (
          <Stack>
            <StatusCard status={loaded} />
            <VerificationCard />
            <AnchorCard status={loaded} />
            <Batches />
            <Card title={t('seals.offline')}>
              <p>{t('seals.offlineText')}</p>
              <pre className={styles['command']}>npx baton verify report.pdf --public-key baton.pem --anchors anchors</pre>
            </Card>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Batches(): ReactElement {
  const { t } = useTranslation();
  const query = useSealBatches();
  const columns = useMemo<readonly Column<SealBatch>[]>(
    () => [
      { id: 'number', header: t('seals.batch'), kind: 'count', value: ({ number }) => BigInt(number) },
      { id: 'sealedAt', header: t('seals.sealedAt'), kind: 'date', value: ({ sealedAt }) => formatInstant(sealedAt) },
      { id: 'leafCount', header: t('seals.leaves'), kind: 'count', value: ({ leafCount }) => BigInt(leafCount) },
      { id: 'chainHash', header: t('seals.chainHash'), kind: 'text', value: ({ chainHash }) => chainHash, cell: ({ chainHash }) => <ShortHash hash={chainHash} /> },
      { id: 'root', header: t('seals.root'), kind: 'text', value: ({ root }) => root, cell: ({ root }) => <ShortHash hash={root} /> },
      { id: 'keyName', header: t('seals.signer'), kind: 'text', value: ({ keyName }) => keyName },
    ],
    [t],
  );
  return (
    <Card title={t('seals.batches')} flush>
      <Loaded query={query}>{({ pages }) => <DataTable label={t('seals.batches')} columns={columns} rows={pages.flat()} rowKey={({ number }) => String(number)} empty={t('seals.none')} />}</Loaded>
      {query.hasNextPage && (
        <Button small pending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('seals.more')}
        </Button>
      )}
    </Card>
  );
}

function ShortHash({ hash }: { readonly hash: string }): ReactElement {
  return (
    <span className={styles['hash']} title={hash}>
      {hash.slice(0, 16)}…
    </span>
  );
}
