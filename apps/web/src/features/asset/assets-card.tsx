import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import styles from '../grant-outcome/grant-outcome.module.css';
import { usePermissions } from '../session/use-session.js';
import { ApproveDialog, ConfirmDialog, DisposeDialog, RegisterAssetDialog } from './asset-dialogs.js';
import { useAssets, type GrantAsset } from './asset.requests.js';

type Opened = { readonly kind: 'register' } | { readonly kind: 'confirm' | 'approve' | 'dispose'; readonly asset: GrantAsset } | null;

/** What was bought and stays: where it is, whether somebody looked, and what was approved. */
export function AssetsCard(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const [opened, setOpened] = useState<Opened>(null);
  const columns = useAssetColumns(setOpened);
  const close = (): void => setOpened(null);
  const register = may('grant-asset.register') && (
    <Button small tone="primary" icon="plus" onPress={() => setOpened({ kind: 'register' })}>
      {t('grantAsset.register')}
    </Button>
  );
  return (
    <Card flush>
      <Loaded query={useAssets(call.id)}>
        {(assets) => (
          <DataTable
            label={t('grantAsset.title')}
            title={t('grantAsset.title')}
            toolbar={register}
            columns={columns}
            rows={assets}
            rowKey={({ id }) => id}
            rowTone={({ overdue, state }) => (state === 'GONE' ? 'muted' : overdue ? 'danger' : undefined)}
            empty={t('grantAsset.empty')}
          />
        )}
      </Loaded>
      {opened?.kind === 'register' && <RegisterAssetDialog callId={call.id} onClose={close} />}
      {opened?.kind === 'confirm' && <ConfirmDialog callId={call.id} asset={opened.asset} onClose={close} />}
      {opened?.kind === 'approve' && <ApproveDialog callId={call.id} asset={opened.asset} onClose={close} />}
      {opened?.kind === 'dispose' && <DisposeDialog callId={call.id} asset={opened.asset} onClose={close} />}
    </Card>
  );
}

function useAssetColumns(open: (opened: Opened) => void): readonly Column<GrantAsset>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const may = usePermissions();
  return useMemo<readonly Column<GrantAsset>[]>(
    () => [
      { id: 'number', header: t('grantAsset.number'), kind: 'text', value: ({ number }) => number },
      { id: 'name', header: t('grantAsset.name'), kind: 'text', text: 'wrap', value: ({ name, kindName }) => `${name} (${say(kindName)})` },
      { id: 'institution', header: t('grantAsset.institution'), kind: 'text', text: 'wrap', value: ({ institution }) => institution },
      { id: 'location', header: t('grantAsset.location'), kind: 'text', text: 'wrap', value: ({ location, serial }) => (serial === null ? location : `${location} · ${serial}`) },
      { id: 'amount', header: t('grantAsset.amount'), kind: 'won', value: ({ amountWon }) => BigInt(amountWon), total: ({ state }) => state !== 'GONE' },
      { id: 'government', header: t('grantAsset.government'), kind: 'won', value: ({ governmentWon }) => BigInt(governmentWon), total: ({ state }) => state !== 'GONE' },
      {
        id: 'state',
        header: t('grantAsset.state'),
        kind: 'text',
        value: ({ state }) => term('assetState', state),
        cell: ({ state, restrictedUntil }) => (
          <>
            <Tag tone={state === 'RESTRICTED' ? 'information' : 'neutral'}>{term('assetState', state)}</Tag>
            <span className={styles['sub']}>{t('grantAsset.until', { date: restrictedUntil })}</span>
          </>
        ),
      },
      { id: 'due', header: t('grantAsset.nextDue'), kind: 'date', value: ({ nextDueOn }) => nextDueOn, cell: ({ nextDueOn, overdue }) => (overdue ? <Tag tone="danger" icon="warning">{nextDueOn}</Tag> : (nextDueOn ?? '–')) },
      {
        id: 'deeds',
        header: t('grantOutcome.deeds'),
        kind: 'text',
        value: () => null,
        cell: (asset) => (
          <span className={styles['actions']}>
            {may('grant-asset.confirm') && asset.nextPeriodTo !== null && (
              <Button small tone="quiet" onPress={() => open({ kind: 'confirm', asset })}>
                {t('grantAsset.confirm')}
              </Button>
            )}
            {asset.state !== 'GONE' && (asset.approvals.some(({ state }) => state === 'OPEN') ? may('grant-asset.dispose') && <DeedButton label={t('grantAsset.dispose')} onPress={() => open({ kind: 'dispose', asset })} /> : may('grant-asset.approve-disposal') && <DeedButton label={t('grantAsset.approve')} onPress={() => open({ kind: 'approve', asset })} />)}
          </span>
        ),
      },
    ],
    [t, term, say, may, open],
  );
}

function DeedButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }): ReactElement {
  return (
    <Button small tone="quiet" onPress={onPress}>
      {label}
    </Button>
  );
}
