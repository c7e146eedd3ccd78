import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CapitalCall } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { classes } from '../../design/classes.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { sumWon } from '../../format/won.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { useCapitalCalls } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';
import { callRows, type CallRow } from './call-rows.js';
import { CallsTable } from './calls-table.js';
import { IssueDialog } from './issue-dialog.js';
import { ReceiveDialog } from './receive-dialog.js';

/** Who was asked for what, who paid, and what is late. */
export function CapitalCallsPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow } = useTimePoint();
  const query = useCapitalCalls(fund.id, point);
  const [issuing, setIssuing] = useState(false);
  const [receiving, setReceiving] = useState<CallRow | null>(null);
  const mayIssue = isNow && may('capital-call.issue');
  const issue = (
    <Button tone="primary" icon="plus" onPress={() => setIssuing(true)}>
      {t('capitalCall.issue')}
    </Button>
  );
  return (
    <Page title={t('capitalCall.list')} actions={mayIssue ? issue : undefined}>
      <Loaded query={query}>
        {(calls) =>
          calls.length === 0 ? (
            <Card>
              <Empty>
                <p>{t('capitalCall.empty')}</p>
                {mayIssue && issue}
              </Empty>
            </Card>
          ) : (
            <>
              <Sums calls={calls} />
              <Card flush>
                <CallsTable rows={callRows(calls)} onReceive={isNow && may('capital-call.receive') ? setReceiving : undefined} />
              </Card>
            </>
          )
        }
      </Loaded>
      {issuing && <IssueDialog fund={fund} onClose={() => setIssuing(false)} />}
      {receiving !== null && <ReceiveDialog fundId={fund.id} row={receiving} onClose={() => setReceiving(null)} />}
    </Page>
  );
}

function Sums({ calls }: { readonly calls: readonly CapitalCall[] }): ReactElement {
  const { t } = useTranslation();
  const shares = calls.flatMap((call) => call.shares);
  const sums = [
    { label: t('capitalCall.called'), amount: sumWon(shares.map(({ calledWon }) => calledWon)), alarming: false },
    { label: t('capitalCall.paid'), amount: sumWon(shares.map(({ paidWon }) => paidWon)), alarming: false },
    { label: t('capitalCall.unpaid'), amount: sumWon(shares.map(({ unpaidWon }) => unpaidWon)), alarming: true },
    { label: t('capitalCall.overdueInterest'), amount: sumWon(shares.map(({ overdueInterestWon }) => overdueInterestWon)), alarming: true },
  ];
  return (
    <section className={styles['tiles']} aria-label={t('capitalCall.list')}>
      {sums.map(({ label, amount, alarming }) => (
        <div key={label} className={styles['tile']}>
          <p className={styles['label']}>{label}</p>
          <p className={classes(styles['value'], alarming && amount > 0n && styles['alarming'])}>
            <WonText amount={amount} bare />
          </p>
        </div>
      ))}
    </section>
  );
}
