import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Partner } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import { useFund } from './fund.queries.js';
import { useTimePoint } from './time-point.js';

/** What every partner committed, was asked for, paid and got back, at the point in time that is shown. */
export function PartnersCard({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useFund(fundId, useTimePoint().point);
  const term = useTerm();
  const columns = useMemo<readonly Column<Partner>[]>(
    () => [
      { id: 'name', header: t('fund.partner'), kind: 'text', value: (partner) => partner.name },
      { id: 'kind', header: t('fund.partnerKind'), kind: 'text', value: (partner) => term('partnerKind', partner.kind) },
      { id: 'commitment', header: t('fund.commitment'), kind: 'won', value: (partner) => BigInt(partner.commitmentWon), total: true },
      { id: 'share', header: t('fund.share'), kind: 'percent', value: (partner) => partner.sharePercent },
      { id: 'called', header: t('fund.called'), kind: 'won', value: (partner) => BigInt(partner.calledWon), total: true },
      { id: 'paidIn', header: t('fund.paidIn'), kind: 'won', value: (partner) => BigInt(partner.paidInWon), total: true },
      { id: 'uncalled', header: t('fund.uncalled'), kind: 'won', value: (partner) => BigInt(partner.uncalledWon), total: true },
      { id: 'distributed', header: t('fund.distributed'), kind: 'won', value: (partner) => BigInt(partner.distributedWon), total: true },
    ],
    [t, term],
  );
  return (
    <Card title={t('fund.partners')} flush>
      <Loaded query={query}>{({ partners }) => <DataTable label={t('fund.partners')} columns={columns} rows={partners} rowKey={(partner) => partner.id} plain />}</Loaded>
    </Card>
  );
}
