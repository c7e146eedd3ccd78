import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { CloseYearDialog } from './close-year-dialog.js';
import { useGrantYears, type GrantYear } from './grant-agreement.requests.js';

/** The fiscal years of a call: what is open, how each was closed, and every carry-over (국가재정법 제48조). */
export function YearsCard({ call }: { readonly call: GrantCall }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const query = useGrantYears(call.id);
  const [closing, setClosing] = useState<GrantYear | null>(null);
  return (
    <Card title={t('grantYear.title')} note={t('grantYear.note')} flush>
      <Loaded query={query}>
        {({ years, carryOvers }) => (
          <>
            <PlainTable
              label={t('grantYear.title')}
              rows={years}
              rowKey={({ fiscalYear }) => fiscalYear}
              columns={[
                { header: t('grantAgreement.fiscalYear'), cell: ({ fiscalYear }) => fiscalYear },
                { header: t('grantYear.available'), align: 'right', cell: ({ availableWon }) => formatWon(availableWon) },
                { header: t('grantYear.open'), align: 'right', cell: ({ open, openOrders }) => formatWon(sumWon([...open, ...openOrders].map(({ openWon }) => openWon))) },
                { header: t('grantYear.lapsed'), align: 'right', cell: ({ close }) => (close === null ? '' : formatWon(close.lapsedWon)) },
                { header: t('grantYear.forwarded'), align: 'right', cell: ({ close }) => (close === null ? '' : formatWon(close.forwardedWon)) },
                { header: t('grantYear.carried'), align: 'right', cell: ({ close }) => (close === null ? '' : formatWon(close.carriedWon)) },
                {
                  header: t('grantYear.state'),
                  cell: (year) =>
                    year.close !== null ? (
                      t('grantYear.closedOn', { date: year.close.closedOn })
                    ) : year.over && may('grant-year.close') ? (
                      <Button small onPress={() => setClosing(year)}>
                        {t('grantYear.close')}
                      </Button>
                    ) : (
                      t('grantYear.running')
                    ),
                },
              ]}
            />
            {carryOvers.length > 0 && (
              <PlainTable
                label={t('grantYear.carryOvers')}
                rows={carryOvers}
                rowKey={(_, index) => index}
                columns={[
                  { header: t('grantYear.carryOvers'), cell: ({ number }) => number },
                  { header: t('grantYear.kind'), cell: ({ kind }) => term('carryKind', kind) },
                  { header: t('grantYear.fromTo'), cell: ({ fiscalYear, fromYear }) => `${fiscalYear} → ${fromYear + 1}` },
                  { header: t('grantAgreement.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
                  { header: t('grantAgreement.reason'), wrap: true, cell: ({ reason, clause }) => `${reason} (${clause})` },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
      {closing !== null && <CloseYearDialog call={call} year={closing} onClose={() => setClosing(null)} />}
    </Card>
  );
}
