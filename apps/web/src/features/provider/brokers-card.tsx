import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { Tag } from '../../design/tag.js';
import { usePermissions } from '../session/use-session.js';
import type { VoucherYear } from '../voucher-year/voucher-year.queries.js';
import styles from './providers.module.css';
import type { Opened } from './providers-page.js';
import { useBrokers, type Broker } from './provider.requests.js';

interface Props {
  readonly year: VoucherYear;
  readonly onOpen: (opened: Opened) => void;
}

/** Brokers of the programme; a programme that asks for none and has none does not show the list. */
export function BrokersCard({ year, onOpen }: Props): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useBrokers(year.id);
  const columns = useBrokerColumns(onOpen);
  const required = year.terms.some(({ key, value }) => key === 'voucher.broker-required' && value === 'true');
  if (!required && (query.data ?? []).length === 0) return null;
  const register = may('broker.register') && (
    <Button small tone="primary" icon="plus" onPress={() => onOpen({ kind: 'broker' })}>
      {t('brokers.register')}
    </Button>
  );
  return (
    <Card flush>
      <Loaded query={query}>
        {(brokers) =>
          brokers.length === 0 ? (
            <Empty>
              <p>{t('brokers.empty')}</p>
              {register}
            </Empty>
          ) : (
            <DataTable label={t('brokers.title')} columns={columns} rows={brokers} rowKey={({ id }) => id} rowTone={({ struckOffOn }) => (struckOffOn === null ? undefined : 'muted')} title={t('brokers.title')} note={t('brokers.note')} toolbar={register} tall />
          )
        }
      </Loaded>
    </Card>
  );
}

function useBrokerColumns(onOpen: Props['onOpen']): readonly Column<Broker>[] {
  const { t } = useTranslation();
  const may = usePermissions();
  return useMemo<readonly Column<Broker>[]>(
    () => [
      { id: 'number', header: t('brokers.number'), kind: 'text', value: ({ number }) => number },
      { id: 'name', header: t('brokers.name'), kind: 'text', value: ({ name }) => name },
      { id: 'organisation', header: t('brokers.organisation'), kind: 'text', text: 'wrap', value: ({ organisation }) => organisation },
      { id: 'field', header: t('brokers.field'), kind: 'text', value: ({ field }) => field },
      { id: 'area', header: t('brokers.area'), kind: 'text', value: ({ area }) => area },
      { id: 'active', header: t('providers.state'), kind: 'text', value: (broker) => t(stateOf(broker)), cell: (broker) => <Tag tone={broker.active ? 'success' : 'neutral'}>{t(stateOf(broker))}</Tag> },
      { id: 'registeredOn', header: t('providers.registeredOn'), kind: 'date', value: ({ registeredOn }) => registeredOn },
      { id: 'goodThrough', header: t('brokers.goodThrough'), kind: 'date', value: ({ goodThrough, struckOffOn }) => struckOffOn ?? goodThrough },
      {
        id: 'action',
        header: '',
        kind: 'text',
        value: () => null,
        cell: ({ id, name, goodThrough, struckOffOn }) => (
          <span className={styles['actions']}>
            {struckOffOn === null && goodThrough !== null && may('broker.renew') && (
              <Button small onPress={() => onOpen({ kind: 'deed', deed: 'renew', id, name })}>
                {t('providers.deeds.renew')}
              </Button>
            )}
            {struckOffOn === null && may('broker.strike-off') && (
              <Button small tone="danger" onPress={() => onOpen({ kind: 'deed', deed: 'strike-off', id, name })}>
                {t('providers.deeds.strike-off')}
              </Button>
            )}
          </span>
        ),
      },
    ],
    [t, may, onOpen],
  );
}

function stateOf({ active, struckOffOn }: Broker): 'brokers.active' | 'brokers.struckOff' | 'brokers.ended' {
  if (active) return 'brokers.active';
  return struckOffOn === null ? 'brokers.ended' : 'brokers.struckOff';
}
