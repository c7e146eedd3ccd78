import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { classes } from '../../design/classes.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { formatWon } from '../../format/won.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import styles from './expense.module.css';
import { useExpenses, useFeeSchedule, type FeeSchedule } from './expense.requests.js';
import { FeeCards } from './fee-cards.js';
import { PaymentsCard } from './payments-card.js';

/** What managing the fund costs: the fee with its days, what was paid, and the plan it has to stay within. */
export function ExpensesPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const schedule = useFeeSchedule(fund.id, point);
  const expenses = useExpenses(fund.id, point);
  return (
    <Page title={t('feeBook.title')}>
      <Loaded query={schedule}>
        {(data) => (
          <>
            <Plan plan={data.plan} fundId={fund.id} />
            <FeeCards fund={fund} schedule={data} />
          </>
        )}
      </Loaded>
      <Loaded query={expenses}>{(data) => <PaymentsCard fund={fund} expenses={data} />}</Loaded>
    </Page>
  );
}

function Plan({ plan, fundId }: { readonly plan: FeeSchedule['plan']; readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const over = BigInt(plan.leftWon) < 0n;
  const tiles = [
    { label: t('feeBook.planned'), amount: plan.planWon, alarming: false },
    { label: t('feeBook.paid'), amount: plan.paidWon, alarming: false },
    { label: t('feeBook.owed'), amount: plan.owedWon, alarming: false },
    { label: t('feeBook.left'), amount: plan.leftWon, alarming: over },
  ];
  return (
    <>
      <section className={styles['tiles']} aria-label={t('feeBook.plan')}>
        {tiles.map(({ label, amount, alarming }) => (
          <div key={label} className={styles['tile']}>
            <p className={styles['label']}>{label}</p>
            <p className={classes(styles['value'], alarming && styles['alarming'])}>
              <WonText amount={amount} bare />
            </p>
          </div>
        ))}
      </section>
      {over && (
        <Callout tone="warning">
          <p>{t('feeBook.over', { amount: formatWon(-BigInt(plan.leftWon)) })}</p>
          <LinkButton to={`/funds/${fundId}/terms`} small>
            {t('feeBook.toTerms')}
          </LinkButton>
        </Callout>
      )}
    </>
  );
}
