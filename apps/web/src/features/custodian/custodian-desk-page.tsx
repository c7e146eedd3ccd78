import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { useStatementAccounts } from '../bank-statement/bank-statement.requests.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { usePermissions } from '../session/use-session.js';
import { AccountCard } from './account-card.js';
import styles from './custodian.module.css';

/** Where partners pay in, and the way to the desk that finds what came. */
export function CustodianDeskPage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  const may = usePermissions();
  const { point, isNow, search } = useTimePoint();
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
        <AccountCard fundId={fund.id} point={point} mayRegister={isNow && may('custodian-account.register')} />
        {may('bank-statement.read') && <DeskLinks fundId={fund.id} />}
      </div>
    </Page>
  );
}

/** The accounts of the fund on the desk, with what waits on each. */
function DeskLinks({ fundId }: { readonly fundId: string }): ReactElement {
  const { t } = useTranslation();
  const accounts = useStatementAccounts();
  return (
    <Card title={t('custodian.desk')}>
      <Loaded query={accounts}>
        {(found) => {
          const own = found.filter(({ book }) => book === `fund/${fundId}`);
          if (own.length === 0) return <p className={styles['note']}>{t('custodian.deskNone')}</p>;
          return (
            <ul className={styles['links']}>
              {own.map(({ id, name, maskedNumber, lines, openLines }) => (
                <li key={id}>
                  <LinkButton to={`/reconciliation?account=${id}`} small>
                    {t('custodian.toDesk', { name, number: maskedNumber })}
                  </LinkButton>
                  <span className={styles['note']}>{t('custodian.deskCounts', { lines, open: openLines })}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
