import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Button, LinkButton } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Facts } from '../../design/facts.js';
import { Loaded } from '../../design/loaded.js';
import { Page } from '../../design/page.js';
import { WonText } from '../../design/won-text.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { InterestCard } from '../grant-expense/interest-card.js';
import { OwnSharesCard } from '../grant-tranche/own-shares-card.js';
import { TranchesCard } from '../grant-tranche/tranches-card.js';
import { usePermissions } from '../session/use-session.js';
import { AmendDialog } from './amend-dialog.js';
import { FundYearDialog } from './fund-year-dialog.js';
import styles from './grant-agreement.module.css';
import { useAgreement, useAgreements, type Agreement, type AgreementSummary, type LifeStep } from './grant-agreement.requests.js';
import { LinesCard } from './lines-card.js';
import { SourcesCard } from './sources-card.js';
import { StateTag } from './state-tag.js';
import { StepDialog } from './step-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import { VersionsCard } from './versions-card.js';

/** One agreement: its plan and where its money is, line by line; payments, changes and steps. */
export function AgreementPage(): ReactElement {
  const { t } = useTranslation();
  const { agreementId = '' } = useParams();
  const call = useCurrentCall();
  const query = useAgreement(call.id, agreementId);
  return (
    <Page title={query.data === undefined ? t('grantAgreement.title') : `${query.data.number} ${query.data.partyName}`} hideTitle>
      <p>
        <Link to={`/grants/${call.id}/agreements`}>{t('grantAgreement.back')}</Link>
      </p>
      <Loaded query={query}>{(agreement) => <AgreementDetail call={call} agreement={agreement} />}</Loaded>
    </Page>
  );
}

type Opened = 'transfer' | 'amend' | 'fund' | LifeStep | null;

function AgreementDetail({ call, agreement }: { readonly call: GrantCall; readonly agreement: Agreement }): ReactElement {
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  return (
    <>
      <HeadCard agreement={agreement} onOpen={setOpened} />
      <LinesCard call={call} agreement={agreement} onTransfer={() => setOpened('transfer')} />
      <TranchesCard call={call} agreement={agreement} />
      <div className={styles['columns']}>
        <SourcesCard call={call} agreement={agreement} onFund={() => setOpened('fund')} />
        <OwnSharesCard call={call} agreement={agreement} />
      </div>
      <InterestCard callId={call.id} agreementId={agreement.id} />
      <VersionsCard call={call} agreement={agreement} />
      {opened === 'transfer' && <TransferDialog call={call} agreement={agreement} onClose={close} />}
      {opened === 'amend' && <AmendDialog call={call} agreement={agreement} onClose={close} />}
      {opened === 'fund' && <FundYearDialog call={call} agreement={agreement} onClose={close} />}
      {opened !== null && opened !== 'transfer' && opened !== 'amend' && opened !== 'fund' && <StepDialog call={call} agreement={agreement} step={opened} onClose={close} />}
    </>
  );
}

/** Which steps a state allows, as the life of an agreement has them; the server decides. */
const STEPS: Readonly<Record<string, readonly LifeStep[]>> = { ACTIVE: ['suspend', 'complete', 'terminate'], SUSPENDED: ['resume', 'terminate'], COMPLETED: ['close'], TERMINATED: ['close'], CLOSED: [] };

function HeadCard({ agreement, onOpen }: { readonly agreement: Agreement; readonly onOpen: (opened: Opened) => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const { money, state } = agreement;
  const agreements = useAgreements(agreement.callId).data ?? [];
  const partners = agreements.filter(({ leadId }) => leadId === agreement.id);
  const underWay = state === 'ACTIVE' || state === 'SUSPENDED';
  const actions = (
    <>
      <LinkButton small to={`/grants/${agreement.callId}/expenses?agreement=${agreement.id}`}>
        {t('grantExpense.ofAgreement')}
      </LinkButton>
      {may('report.read') && (
        <LinkButton small to={`/grants/${agreement.callId}/report?report=agreement-settlement&of=${agreement.id}`}>
          {t('report.kinds.agreement-settlement')}
        </LinkButton>
      )}
      <MatchingLink agreementId={agreement.id} />
      {underWay && agreement.role === 'LEAD' && may('grant-agreement.conclude') && (
        <LinkButton small to={`/grants/${agreement.callId}/agreements/new?lead=${agreement.id}`}>
          {t('grantAgreement.addPartner')}
        </LinkButton>
      )}
      {underWay && may('grant-agreement.amend') && (
        <Button small onPress={() => onOpen('amend')}>
          {t('grantAgreement.amend')}
        </Button>
      )}
      {(STEPS[state] ?? []).filter((step) => may(`grant-agreement.${step}`)).map((step) => (
        <Button key={step} small tone={step === 'terminate' || step === 'suspend' ? 'danger' : 'tertiary'} onPress={() => onOpen(step)}>
          {term('grantStep', step)}
        </Button>
      ))}
    </>
  );
  return (
    <Card title={`${agreement.number} ${agreement.partyName}`} note={<StateTag state={state} />} actions={actions}>
      <Facts
        columns
        facts={[
          { label: t('grantAgreement.projectTitle'), value: agreement.title },
          { label: t('grantAgreement.role'), value: `${term('agreementRole', agreement.role)} · ${term('institutionType', agreement.institution)}` },
          agreement.leadId === null ? null : { label: t('grantAgreement.lead'), value: <AgreementLink agreements={agreements.filter(({ id }) => id === agreement.leadId)} /> },
          partners.length === 0 ? null : { label: t('grantAgreement.partners'), value: <AgreementLink agreements={partners} /> },
          agreement.subProgramme === null ? null : { label: t('grantAgreement.subProgramme'), value: agreement.subProgramme },
          agreement.umbrellaNumber === null ? null : { label: t('grantAgreement.umbrellaNumber'), value: agreement.umbrellaNumber },
          agreement.investigator === null ? null : { label: t('grantAgreement.investigator'), value: agreement.investigator },
          agreement.projectNumber === null ? null : { label: t('grantAgreement.projectNumber'), value: agreement.projectNumber },
          { label: t('grantAgreement.period'), value: `${agreement.periodFrom} ~ ${agreement.periodTo}` },
          { label: t('grantAgreement.government'), value: <WonText bare amount={money.governmentPlannedWon} /> },
          { label: t('grantAgreement.committed'), value: <WonText bare amount={money.committedWon} /> },
          { label: t('grantAgreement.payable'), value: <WonText bare amount={money.payableWon} /> },
          { label: t('grantAgreement.paid'), value: <WonText bare amount={money.governmentWon} /> },
          { label: t('grantAgreement.ownPaidIn'), value: <WonText bare amount={money.ownWon} /> },
          { label: t('grantAgreement.spent'), value: <WonText bare amount={money.spentWon} /> },
          { label: t('grantAgreement.interest'), value: <WonText bare amount={money.interestWon} /> },
          { label: t('grantAgreement.cash'), value: <WonText bare amount={money.cashWon} /> },
        ]}
      />
    </Card>
  );
}

/** Agreements of one project lead to each other. */
function AgreementLink({ agreements }: { readonly agreements: readonly AgreementSummary[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {agreements.map(({ id, callId, number, partyName }, index) => (
        <span key={id}>
          {index > 0 && t('grantAgreement.between')}
          <Link to={`/grants/${callId}/agreements/${id}`}>{`${number} ${partyName}`}</Link>
        </span>
      ))}
    </>
  );
}

/** An agreement of a pool is a matching project, too. */
function MatchingLink({ agreementId }: { readonly agreementId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { id, kind } = useCurrentCall();
  if (kind !== 'MATCHING') return null;
  return (
    <LinkButton small to={`/matching/${id}/projects/${agreementId}`}>
      {t('matchingProject.one')}
    </LinkButton>
  );
}
