import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { useCapitalCalls } from '../capital-call/capital-call.requests.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { AccountCard } from './account-card.js';
import { useCustodianLines } from './custodian.requests.js';
import styles from './custodian.module.css';
import { LinesCard } from './lines-card.js';
import { StatementCard } from './statement-card.js';

/** From the bank's list of movements to booked receipts: paste, look at the green rows, confirm. */
export function CustodianDeskPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow, search } = useTimePoint();
  const lines = useCustodianLines(fund.id, point);
  const calls = useCapitalCalls(fund.id, point);
  return (
    <Page
      title={t('custodian.title')}
      lead={t('custodian.lead')}
      actions={
        <LinkButton to={`/funds/${fund.id}/capital-calls${search}`} small>
          {t('custodian.back')}
        </LinkButton>
      }
    >
      <div className={styles['columns']}>
        {isNow && may('custodian-statement.import') ? <StatementCard fundId={fund.id} /> : null}
        <AccountCard fundId={fund.id} point={point} mayRegister={isNow && may('custodian-account.register')} />
      </div>
      <Loaded query={lines}>
        {(found) => <Loaded query={calls}>{(asked) => <LinesCard key={found.map(({ id, openWon }) => id + openWon).join()} fundId={fund.id} lines={found} calls={asked} mayMatch={isNow && may('capital-call.match')} />}</Loaded>}
      </Loaded>
    </Page>
  );
}
