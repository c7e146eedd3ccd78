import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { ContractDialog } from '../service/contract-dialog.js';
import { ServicePanel } from '../service/service-panel.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import type { Voucher } from './voucher.requests.js';
import styles from './voucher.module.css';

type Service = components['schemas']['VoucherServiceDto'];

interface Props {
  readonly voucher: Voucher;
  readonly services: readonly Service[];
}

/** What was bought with the voucher and the step that each service waits for; a service opens where it can be acted on. */
export function ServicesCard({ voucher, services }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const may = usePermissions();
  const year = useCurrentYear();
  const [opened, setOpened] = useState<string | null>(null);
  const [contracting, setContracting] = useState(false);
  const contract = (
    <Button small tone="secondary" icon="plus" onPress={() => setContracting(true)}>
      {t('voucherService.contract')}
    </Button>
  );
  const mayContract = may('service.contract') && voucher.state === 'ISSUED' && voucher.availableWon !== '0';
  const sum = (of: (service: Service) => string): string => formatWon(sumWon(services.filter(({ state }) => state !== 'CANCELLED').map(of)));
  return (
    <Card title={t('voucher.services')} flush={services.length > 0} {...(mayContract ? { actions: contract } : {})}>
      {services.length === 0 ? (
        <p className={styles['note']}>{t('voucher.noServices')}</p>
      ) : (
        <PlainTable
          label={t('voucher.services')}
          rows={services}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t('voucher.service'),
              wrap: true,
              cell: ({ id, number, name }) => (
                <button type="button" className={styles['link']} onClick={() => setOpened(id)}>
                  {number} {name}
                </button>
              ),
            },
            { header: t('voucher.provider'), wrap: true, cell: ({ provider }) => provider },
            { header: t('voucher.state'), cell: ({ state, stateName }) => <Tag tone={state === 'CANCELLED' || state === 'REFUNDED' ? 'neutral' : state === 'PAID' ? 'success' : 'information'}>{say(stateName)}</Tag> },
            { header: t('voucher.nextStep'), cell: ({ next }) => (next === null ? '–' : say(next)) },
            { header: t('voucher.supply'), align: 'right', cell: ({ supplyWon }) => formatWon(supplyWon) },
            { header: t('voucher.government'), align: 'right', cell: ({ governmentWon }) => formatWon(governmentWon) },
            { header: t('voucher.self'), align: 'right', cell: ({ selfWon }) => formatWon(selfWon) },
            { header: t('voucher.contracted'), cell: ({ contractedOn }) => contractedOn },
          ]}
          totals={[t('voucher.total'), '', '', '', sum(({ supplyWon }) => supplyWon), sum(({ governmentWon }) => governmentWon), sum(({ selfWon }) => selfWon), '']}
        />
      )}
      {opened !== null && <ServicePanel yearId={year.id} id={opened} onClose={() => setOpened(null)} />}
      {contracting && (
        <ContractDialog
          year={year}
          voucherId={voucher.id}
          onClose={() => setContracting(false)}
          onContracted={(id) => {
            setContracting(false);
            setOpened(id);
          }}
        />
      )}
    </Card>
  );
}
