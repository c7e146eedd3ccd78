import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import styles from './providers.module.css';
import type { Opened } from './providers-page.js';
import { useProviders, type Provider } from './provider.requests.js';

interface Props {
  readonly year: VoucherYear;
  readonly onOpen: (opened: Opened) => void;
}

/** Providers with what the tax office says of them and what they have under way. */
export function ProvidersCard({ year, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useProviders(year.id);
  const columns = useProviderColumns(onOpen);
  const register = year.closedOn === null && may('service-provider.register') && (
    <Button small tone="primary" icon="plus" onPress={() => onOpen({ kind: 'provider' })}>
      {t('providers.register')}
    </Button>
  );
  return (
    <Card flush>
      <Loaded query={query}>
        {(providers) =>
          providers.length === 0 ? (
            <Empty>
              <p>{t('providers.empty')}</p>
              {register}
            </Empty>
          ) : (
            <DataTable label={t('providers.title')} columns={columns} rows={providers} rowKey={({ id }) => id} rowTone={toneOf} title={t('providers.title')} toolbar={register} tall />
          )
        }
      </Loaded>
    </Card>
  );
}

/** A provider that may not be chosen and still has something under way asks for attention. */
function toneOf({ active, status, openServices }: Provider): 'danger' | undefined {
  const out = !active || (status !== null && status.status !== 'ACTIVE');
  return out && openServices > 0 ? 'danger' : undefined;
}

function useProviderColumns(onOpen: Props['onOpen']): readonly Column<Provider>[] {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  return useMemo<readonly Column<Provider>[]>(
    () => [
      { id: 'name', header: t('providers.name'), kind: 'text', text: 'wrap', value: ({ name }) => name },
      { id: 'number', header: t('providers.businessNumber'), kind: 'text', value: ({ businessNumber }) => (businessNumber === null ? null : formatBusinessNumber(businessNumber)) },
      {
        id: 'active',
        header: t('providers.state'),
        kind: 'text',
        value: ({ active }) => t(active ? 'providers.active' : 'providers.suspended'),
        cell: ({ active, turns }) => (
          <span title={turns.at(-1)?.reason}>
            <Tag tone={active ? 'success' : 'danger'}>{t(active ? 'providers.active' : 'providers.suspended')}</Tag> {active ? '' : turns.at(-1)?.effectiveOn}
          </span>
        ),
      },
      {
        id: 'status',
        header: t('providers.status'),
        kind: 'text',
        value: ({ status }) => (status === null ? t('providers.notAsked') : term('businessStatus', status.status)),
        cell: ({ status }) => (status === null ? t('providers.notAsked') : <Tag tone={status.status === 'ACTIVE' ? 'neutral' : 'danger'}>{`${term('businessStatus', status.status)} ${status.effectiveOn}`}</Tag>),
      },
      { id: 'registeredOn', header: t('providers.registeredOn'), kind: 'date', value: ({ registeredOn }) => registeredOn },
      { id: 'open', header: t('providers.openServices'), kind: 'count', value: ({ openServices }) => BigInt(openServices), total: true },
      { id: 'openWon', header: t('providers.openWon'), kind: 'won', value: ({ openWon }) => BigInt(openWon), total: true },
      { id: 'captured', header: t('providers.captured'), kind: 'won', value: ({ capturedWon }) => BigInt(capturedWon), total: true },
      {
        id: 'action',
        header: '',
        kind: 'text',
        value: () => null,
        cell: (provider) => (
          <span className={styles['actions']}>
            {may('business-status.record') && (
              <Button small onPress={() => onOpen({ kind: 'status', provider })}>
                {t('providers.recordStatus')}
              </Button>
            )}
            {provider.active && may('service-provider.suspend') && (
              <Button small tone="danger" onPress={() => onOpen({ kind: 'deed', deed: 'suspend', id: provider.id, name: provider.name })}>
                {t('providers.deeds.suspend')}
              </Button>
            )}
            {!provider.active && may('service-provider.resume') && (
              <Button small onPress={() => onOpen({ kind: 'deed', deed: 'resume', id: provider.id, name: provider.name })}>
                {t('providers.deeds.resume')}
              </Button>
            )}
          </span>
        ),
      },
    ],
    [t, term, may, onOpen],
  );
}
