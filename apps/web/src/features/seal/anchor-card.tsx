import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Empty, Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { formatInstant } from '../../format/date.js';
import { usePermissions } from '../session/use-session.js';
import { useAnchorNow, type SealAnchor, type SealStatus } from './seal.requests.js';
import styles from './seal.module.css';

/** What has left the house, and when an authority saw it. */
export function AnchorCard({ status }: { readonly status: SealStatus }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const anchor = useAnchorNow();
  const { anchors, timestamping } = status;
  return (
    <Card
      title={t('seals.anchors')}
      actions={
        may('seal.anchor') && (
          <Button small pending={anchor.isPending} onPress={() => anchor.mutate()}>
            {t('seals.anchorNow')}
          </Button>
        )
      }
    >
      <Stack>
        <p>{t('seals.anchorsNote')}</p>
        {anchor.error !== null && <ProblemCallout error={anchor.error} />}
        {anchor.isSuccess && <Callout tone="success" title={t('seals.anchored', { number: anchor.data.anchors[0]?.number ?? 0 })} />}
        {timestamping.problem !== null && (
          <Callout tone="warning" title={t('seals.stampProblem')}>
            {t('seals.stampProblemText', { count: timestamping.waiting, problem: timestamping.problem })}
          </Callout>
        )}
        {anchors.length === 0 ? <Empty>{t('seals.anchorsEmpty')}</Empty> : <Anchors anchors={anchors} configured={timestamping.configured} />}
      </Stack>
    </Card>
  );
}

function Anchors({ anchors, configured }: { readonly anchors: readonly SealAnchor[]; readonly configured: boolean }): ReactElement {
  const { t } = useTranslation();
  const stampOf = ({ stampedAt, authority }: SealAnchor): string => {
    if (stampedAt !== null) return `${formatInstant(stampedAt)} ${authority ?? ''}`;
    return configured ? t('seals.stampWaiting') : t('seals.stampOff');
  };
  return (
    <PlainTable
      label={t('seals.anchors')}
      rows={anchors}
      rowKey={({ number }) => number}
      columns={[
        { header: t('seals.batch'), cell: ({ number }) => number, align: 'right' },
        { header: t('seals.day'), cell: ({ anchoredOn }) => anchoredOn },
        { header: t('seals.recordedAt'), cell: ({ recordedAt }) => formatInstant(recordedAt) },
        { header: t('seals.stampedAt'), cell: stampOf },
        { header: t('seals.chainHash'), cell: ({ chainHash }) => <span className={styles['hash']}>{chainHash}</span>, wrap: true },
      ]}
    />
  );
}
