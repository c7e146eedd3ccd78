import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty, Page } from '../../design/page.js';
import type { Column } from '../../design/table/column.js';
import { DataTable } from '../../design/table/data-table.js';
import { useTerm } from '../../i18n/term.js';
import { useCurrentCall } from '../grant-call/grant-call-layout.js';
import { TrancheDeskCard } from '../grant-tranche/tranche-desk-card.js';
import { usePermissions } from '../session/use-session.js';
import { useAgreements, type AgreementSummary } from './grant-agreement.requests.js';
import { StateTag } from './state-tag.js';
import { YearsCard } from './years-card.js';

/** The agreements of a call with where their money is, what waits for its payment, and the ends of its years. */
export function AgreementsPage(): ReactElement {
  const { t } = useTranslation();
  const call = useCurrentCall();
  const may = usePermissions();
  const navigate = useNavigate();
  const query = useAgreements(call.id);
  const columns = useAgreementColumns(call.id);
  const conclude = may('grant-agreement.conclude') && (
    <Button small tone="primary" icon="plus" onPress={() => void navigate(`/grants/${call.id}/agreements/new`)}>
      {t('grantAgreement.conclude')}
    </Button>
  );
  return (
    <Page title={t('grantAgreement.title')} hideTitle>
      <Card flush>
        <Loaded query={query}>
          {(agreements) =>
            agreements.length === 0 ? (
              <Empty>
                <p>{t('grantAgreement.empty')}</p>
                {conclude}
              </Empty>
            ) : (
              <DataTable label={t('grantAgreement.title')} title={t('grantAgreement.title')} toolbar={conclude} columns={columns} rows={agreements} rowKey={({ id }) => id} onOpen={({ id }) => void navigate(`/grants/${call.id}/agreements/${id}`)} />
            )
          }
        </Loaded>
      </Card>
      <TrancheDeskCard call={call} />
      <YearsCard call={call} />
    </Page>
  );
}

function useAgreementColumns(callId: string): readonly Column<AgreementSummary>[] {
  const { t } = useTranslation();
  const term = useTerm();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('grantAgreement.number'),
        kind: 'text',
        value: ({ number }) => number,
        cell: ({ id, number }) => (
          <Link to={`/grants/${callId}/agreements/${id}`} tabIndex={-1}>
            {number}
          </Link>
        ),
      },
      { id: 'party', header: t('grantAgreement.institution'), kind: 'text', value: ({ partyName }) => partyName },
      { id: 'role', header: t('grantAgreement.role'), kind: 'text', value: ({ role }) => term('agreementRole', role) },
      { id: 'title', header: t('grantAgreement.projectTitle'), kind: 'text', text: 'clip', value: ({ title }) => title },
      { id: 'state', header: t('grantAgreement.state'), kind: 'text', value: ({ state }) => term('grantState', state), cell: ({ state }) => <StateTag state={state} /> },
      { id: 'planned', header: t('grantAgreement.government'), kind: 'won', value: ({ money }) => BigInt(money.governmentPlannedWon), total: true },
      { id: 'paid', header: t('grantAgreement.paid'), kind: 'won', value: ({ money }) => BigInt(money.governmentWon), total: true },
      { id: 'own', header: t('grantAgreement.ownPaidIn'), kind: 'won', value: ({ money }) => BigInt(money.ownWon), total: true },
      { id: 'spent', header: t('grantAgreement.spent'), kind: 'won', value: ({ money }) => BigInt(money.spentWon), total: true },
      { id: 'cash', header: t('grantAgreement.cash'), kind: 'won', value: ({ money }) => BigInt(money.cashWon), total: true },
      { id: 'to', header: t('grantAgreement.periodTo'), kind: 'date', value: ({ periodTo }) => periodTo },
    ],
    [callId, t, term],
  );
}
