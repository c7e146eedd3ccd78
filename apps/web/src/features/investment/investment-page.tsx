import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { Investment } from '../../api/types.js';
import { Button, LinkButton } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { Tag } from '../../design/tag.js';
import { WonText } from '../../design/won-text.js';
import { TermCard } from '../deal/term-card.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { useTimePoint } from '../fund/time-point.js';
import { History } from '../history/history.js';
import { EntryList } from '../ledger/entry-list.js';
import { usePermissions } from '../session/use-session.js';
import { ClassificationCard } from './classification-card.js';
import { ChecklistCard } from '../recognition/checklist-card.js';
import { ExitsCard } from './exits-card.js';
import { InvestmentFacts } from './investment-facts.js';
import styles from './investment-page.module.css';
import { useInvestment } from './investment.requests.js';
import { StatusTag } from './status-tag.js';
import { VerdictList } from '../rule/verdict-list.js';
import { VoidDialog } from './void-dialog.js';

export function InvestmentPage(): ReactElement {
  const { t } = useTranslation();
  const { investmentId = '' } = useParams();
  const fund = useCurrentFund();
  const { point } = useTimePoint();
  const query = useInvestment(fund.id, investmentId, point);
  const title = query.data === undefined ? t('investment.title') : `${query.data.number} ${query.data.company}`;
  return (
    <Page title={title} hideTitle>
      <Loaded query={query}>{(investment) => <InvestmentBody investment={investment} />}</Loaded>
    </Page>
  );
}

function InvestmentBody({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const { point } = useTimePoint();
  const { state } = useLocation() as { state: { recorded?: boolean } | null };
  return (
    <>
      <Heading investment={investment} />
      {state?.recorded === true && <Callout tone="success" title={t('investment.recorded', { number: investment.number })} />}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <ClassificationCard investment={investment} />
          <ChecklistCard investment={investment} />
        </div>
        <div className={styles['column']}>
          <InvestmentFacts investment={investment} />
          <TermCard investment={investment} />
          {investment.verdicts.length > 0 && (
            <Card title={t('investmentPage.verdicts')}>
              <VerdictList verdicts={investment.verdicts} />
            </Card>
          )}
          {investment.exits.length > 0 && <ExitsCard exits={investment.exits} />}
          <Card title={t('investmentPage.entries')}>
            <EntryList book={`fund/${investment.fundId}`} filter={{ subject: investment.id }} point={point} />
          </Card>
        </div>
      </div>
      <History id={investment.id} />
    </>
  );
}

function Heading({ investment }: { readonly investment: Investment }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { isNow, search } = useTimePoint();
  const [voiding, setVoiding] = useState(false);
  return (
    <div className={styles['head']}>
      <div>
        <p className={styles['note']}>
          <Link to={`/funds/${investment.fundId}/investments${search}`}>{t('investmentPage.backToList')}</Link> › {investment.number}
        </p>
        <h2>
          <Link to={`/companies/${investment.companyId}${search}`}>{investment.company}</Link>
        </h2>
      </div>
      <StatusTag status={investment.status} large />
      {investment.voided && <Tag tone="danger">{t('investment.voided')}</Tag>}
      {investment.rescinded && <Tag tone="danger">{t('deal.rescinded')}</Tag>}
      <span className={styles['amount']} style={{ marginLeft: 'auto' }}>
        <WonText amount={investment.amountWon} />
      </span>
      {may('decision.read') && (
        <LinkButton small to={`/audit/objects/${investment.id}${search}`}>
          {t('audit.openObject')}
        </LinkButton>
      )}
      {isNow && !investment.voided && may('investment.void') && (
        <Button small tone="danger" onPress={() => setVoiding(true)}>
          {t('voiding.action')}
        </Button>
      )}
      <VoidDialog investment={investment} open={voiding} onClose={() => setVoiding(false)} />
    </div>
  );
}
