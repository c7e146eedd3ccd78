import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { useTransfers } from './commitment.requests.js';
import { TransferDialog } from './transfer-dialog.js';

/** Units that changed hands, with what went along. */
export function TransfersCard({ fund }: { readonly fund: Fund }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useTransfers(fund.id, point);
  const [open, setOpen] = useState(false);
  const action = isNow && may('commitment.transfer') && fund.dissolvedOn === null && (
    <Button small onPress={() => setOpen(true)}>
      {t('transfer.do')}
    </Button>
  );
  return (
    <Card title={t('transfer.title')} actions={action}>
      <Loaded query={query}>
        {(transfers) =>
          transfers.length === 0 ? (
            <Empty>{t('transfer.none')}</Empty>
          ) : (
            <PlainTable
              label={t('transfer.title')}
              rows={transfers}
              rowKey={({ id }) => id}
              columns={[
                { header: t('transfer.effectiveOn'), cell: ({ effectiveOn }) => effectiveOn },
                { header: t('transfer.from'), cell: ({ from }) => from, wrap: true },
                { header: t('transfer.to'), cell: ({ to }) => to, wrap: true },
                { header: t('transfer.units'), align: 'right', cell: ({ units }) => formatWon(units) },
                { header: t('transfer.commitment'), align: 'right', cell: ({ commitmentWon }) => formatWon(commitmentWon) },
                { header: t('transfer.paidIn'), align: 'right', cell: ({ paidInWon }) => formatWon(paidInWon) },
                { header: t('transfer.consent'), cell: ({ consent }) => consent, wrap: true },
              ]}
            />
          )
        }
      </Loaded>
      {open && <TransferDialog fund={fund} onClose={() => setOpen(false)} />}
    </Card>
  );
}
