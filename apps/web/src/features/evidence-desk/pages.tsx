import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { useCurrentFund } from '../fund/fund-layout.js';
import { TimeBanner, TimeButton } from '../fund/time-bar.js';
import { Desk } from './desk.js';
import { ExceptionsCard } from './exceptions-card.js';

/** What somebody has to look at, in all funds that one sees. */
export function EvidenceDeskPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <TimeBanner />
      <Page
        title={t('evidenceDesk.title')}
        lead={t('evidenceDesk.lead')}
        actions={
          <>
            <TimeButton />
            <LinkButton to="/public-institutes" small>
              {t('institutes.title')}
            </LinkButton>
          </>
        }
      >
        <Desk fundId={null} />
      </Page>
    </>
  );
}

/** The same for one fund, with the answers that recognise in advance. */
export function FundEvidencePage(): ReactElement {
  const { t } = useTranslation();
  const fund = useCurrentFund();
  return (
    <Page title={`${fund.name} ${t('evidenceDesk.tab')}`} hideTitle>
      <Desk fundId={fund.id} />
      <ExceptionsCard fundId={fund.id} />
    </Page>
  );
}
