import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import styles from './grant-agreement.module.css';
import type { Agreement } from './grant-agreement.requests.js';

/** Who brings what in which year, and whether the budget of each year is committed. */
export function SourcesCard({ agreement, onFund }: { readonly call: GrantCall; readonly agreement: Agreement; readonly onFund: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const waiting = agreement.funding.some(({ plannedWon, fundedWon }) => BigInt(fundedWon) < BigInt(plannedWon));
  const underWay = agreement.state === 'ACTIVE' || agreement.state === 'SUSPENDED';
  const fund = waiting && underWay && may('grant-agreement.fund-year') && (
    <Button small onPress={onFund}>
      {t('grantAgreement.fundYear')}
    </Button>
  );
  return (
    <Card title={t('grantAgreement.sources')} flush actions={fund === false ? undefined : fund}>
      <PlainTable
        label={t('grantAgreement.sources')}
        rows={agreement.sources}
        rowKey={(_, index) => index}
        columns={[
          { header: t('grantAgreement.fiscalYear'), cell: ({ stage, fiscalYear }) => (agreement.stages.length > 1 ? t('grantAgreement.stageYear', { stage, year: fiscalYear }) : fiscalYear) },
          { header: t('grantAgreement.source'), cell: ({ source }) => term('fundingSource', source) },
          { header: t('grantAgreement.resource'), cell: ({ resource }) => term('planResource', resource) },
          { header: t('grantAgreement.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
        ]}
        totals={[t('grantAgreement.sum'), '', '', formatWon(sumWon(agreement.sources.map(({ amountWon }) => amountWon)))]}
      />
      <PlainTable
        label={t('grantAgreement.funding')}
        rows={agreement.funding}
        rowKey={({ fiscalYear }) => fiscalYear}
        tone={({ plannedWon, fundedWon }) => (BigInt(fundedWon) < BigInt(plannedWon) ? 'warning' : undefined)}
        columns={[
          { header: t('grantAgreement.budgetYear'), cell: ({ fiscalYear }) => fiscalYear },
          { header: t('grantAgreement.planned'), align: 'right', cell: ({ plannedWon }) => formatWon(plannedWon) },
          { header: t('grantAgreement.funded'), align: 'right', cell: ({ fundedWon }) => formatWon(fundedWon) },
          { header: t('grantAgreement.decided'), align: 'right', cell: ({ decidedWon }) => formatWon(decidedWon) },
        ]}
      />
      {agreement.stages.length > 1 && <p className={styles['note']}>{agreement.stages.map(({ stage, beginsOn, endsOn }) => t('grantAgreement.stageSpan', { stage, from: beginsOn, to: endsOn })).join(' · ')}</p>}
    </Card>
  );
}
