import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page, Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { WonText } from '../../design/won-text.js';
import { formatBusinessNumber } from '../../format/business-number.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { useTimePoint } from '../fund/time-point.js';
import { InvestmentsTable } from '../investment/investments-table.js';
import { AddressCard } from '../party-address/address-card.js';
import { usePermissions } from '../session/use-session.js';
import { SupportChain } from './support-chain.js';
import { useCompany, type Company, type CompanyFund } from './company.requests.js';

/** One company over all funds and instruments that the reader sees. */
export function CompanyPage(): ReactElement {
  const { t } = useTranslation();
  const { companyId = '' } = useParams();
  const { point } = useTimePoint();
  const query = useCompany(companyId, point);
  const company = query.data;
  const facts = company === undefined ? '' : [company.businessNumber === null ? null : formatBusinessNumber(company.businessNumber), company.incorporatedOn === null ? null : `${t('company.incorporatedOn')} ${company.incorporatedOn}`].filter(Boolean).join(' · ');
  return (
    <Page title={company?.name ?? t('company.title')} lead={facts}>
      <Loaded query={query}>{(shown) => <CompanyBody company={shown} />}</Loaded>
    </Page>
  );
}

function CompanyBody({ company }: { readonly company: Company }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const chain = (may('report.read') || may('bank-account.read')) && (
    <>
      {may('report.read') && <SupportChain companyId={company.id} />}
      {may('bank-account.read') && <AddressCard partyId={company.id} name={company.name} />}
    </>
  );
  if (company.funds.length === 0) return <>{chain === false ? <Empty>{t('company.none')}</Empty> : chain}</>;
  return (
    <>
      {chain}
      {company.funds.map((fund) => (
        <FundCard key={fund.fundId} fund={fund} />
      ))}
      <EventsCard company={company} />
    </>
  );
}

function FundCard({ fund }: { readonly fund: CompanyFund }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { search } = useTimePoint();
  const won = (label: string, amount: string | null): { label: string; value: ReactElement } | null => (amount === null ? null : { label, value: <WonText amount={amount} /> });
  const plain = (label: string, value: string | null): { label: string; value: string } | null => (value === null || value === '' ? null : { label, value });
  return (
    <Card title={`${fund.fundNumber} ${fund.fundName}`} actions={<Link to={`/funds/${fund.fundId}/portfolio${search}`}>{t('company.back')}</Link>}>
      <Stack>
        <Facts
        facts={[
          plain(t('portfolio.instruments'), fund.instruments.map((each) => term('instrument', each)).join(', ')),
          won(t('portfolio.cost').replace(/\(.*\)$/, ''), fund.costWon),
          won(t('portfolio.outstanding').replace(/\(.*\)$/, ''), fund.outstandingCostWon),
          won(t('portfolio.fairValue').replace(/\(.*\)$/, ''), fund.fairValueWon),
          won(t('portfolio.proceeds').replace(/\(.*\)$/, ''), fund.proceedsWon),
          plain(t('portfolio.multiple'), fund.multiple),
          plain(t('portfolio.ownership'), fund.ownershipPercent),
          won(t('company.limit').replace(/\(.*\)$/, ''), fund.limitWon),
          plain(t('company.ofCommitments'), fund.commitmentPercent),
        ]}
      />
        <InvestmentsTable fundId={fund.fundId} investments={fund.investments} brief />
      </Stack>
    </Card>
  );
}

function EventsCard({ company }: { readonly company: Company }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const { search } = useTimePoint();
  const numbers = new Map(company.funds.map(({ fundId, fundNumber }) => [fundId, fundNumber]));
  return (
    <Card title={t('company.events')} flush>
      <PlainTable
        label={t('company.events')}
        rows={company.events}
        rowKey={({ kind, investmentId, on }, index) => `${kind} ${investmentId} ${on} ${index}`}
        columns={[
          { header: t('company.on'), cell: ({ on }) => on },
          { header: t('company.eventKind'), cell: ({ kind }) => term('companyEvent', kind) },
          { header: t('investment.number'), cell: ({ fundId, investmentId, number }) => <Link to={`/funds/${fundId}/investments/${investmentId}${search}`}>{number}</Link> },
          { header: t('company.fund'), cell: ({ fundId }) => numbers.get(fundId) ?? '' },
          { header: t('company.detail'), cell: ({ kind, detail }) => (kind === 'EXIT' ? term('exitKind', detail) : kind === 'VALUATION' ? detail : term('instrument', detail)), wrap: true },
          { header: t('company.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
        ]}
      />
    </Card>
  );
}
