import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { ExitsSection } from '../exit/exits-section.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { HoldingsTable } from './holdings-table.js';
import { useValuationSheet, type ValuationSheet } from './valuation.requests.js';
import styles from './valuation.module.css';
import { ValuationSheetDialog } from './valuation-sheet-dialog.js';

/** What the fund holds and what it is worth, and what came of what it held. */
export function OutcomesPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useValuationSheet(fund.id, point);
  const [valuing, setValuing] = useState(false);
  const value = isNow && may('valuation.record') && (
    <Button tone="primary" onPress={() => setValuing(true)}>
      {t('valuationSheet.value')}
    </Button>
  );
  return (
    <Page title={t('valuationSheet.title')} actions={value || undefined}>
      <Loaded query={query}>
        {(sheet) => (
          <>
            <Totals sheet={sheet} />
            <Card title={t('valuationSheet.holdings')} flush>
              {sheet.holdings.length === 0 ? (
                <Empty>
                  <p>{t('valuationSheet.empty')}</p>
                </Empty>
              ) : (
                <HoldingsTable holdings={sheet.holdings} />
              )}
            </Card>
            <ExitsSection fund={fund} holdings={sheet.holdings} />
          </>
        )}
      </Loaded>
      {valuing && <ValuationSheetDialog fundId={fund.id} onClose={() => setValuing(false)} />}
    </Page>
  );
}

function Totals({ sheet: { totals } }: { readonly sheet: ValuationSheet }): ReactElement {
  const { t } = useTranslation();
  const tiles = [
    { label: t('valuationSheet.cost'), amount: totals.costWon },
    { label: t('valuationSheet.fairValue'), amount: totals.fairValueWon },
    { label: t('valuationSheet.impairment'), amount: totals.impairmentWon },
    { label: t('valuationSheet.netCost'), amount: totals.netCostWon },
  ];
  return (
    <section className={styles['tiles']} aria-label={t('valuationSheet.holdings')}>
      {tiles.map(({ label, amount }) => (
        <div key={label} className={styles['tile']}>
          <p className={styles['label']}>{label}</p>
          <p className={styles['value']}>
            <WonText amount={amount} bare />
          </p>
        </div>
      ))}
    </section>
  );
}
