import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import { StateTag } from '../grant-agreement/state-tag.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { Conditions } from './conditions.js';
import { useDueTranches, type DueTranche, type TrancheStep } from './grant-tranche.requests.js';
import { StepTrancheDialog } from './step-tranche-dialog.js';
import { TrancheState } from './tranche-state.js';
import { TrancheSteps } from './tranche-steps.js';

/** What of a call is not paid yet: what waits for a decision first, then what waits for its payment, then what is planned. */
export function TrancheDeskCard({ call }: { readonly call: GrantCall }): ReactElement {
  const { t } = useTranslation();
  const query = useDueTranches(call.id);
  const [stepping, setStepping] = useState<{ readonly tranche: DueTranche; readonly step: TrancheStep } | null>(null);
  return (
    <Card title={t('grantTranche.desk')} note={t('grantTranche.deskNote')} flush>
      <Loaded query={query}>
        {(tranches) =>
          tranches.length === 0 ? (
            <Empty>
              <p>{t('grantTranche.nothingDue')}</p>
            </Empty>
          ) : (
            <PlainTable
              label={t('grantTranche.desk')}
              rows={tranches}
              rowKey={({ id }) => id}
              columns={[
                { header: t('grantAgreement.number'), cell: ({ agreementId, agreementNumber }) => <Link to={`/grants/${call.id}/agreements/${agreementId}`}>{agreementNumber}</Link> },
                { header: t('grantAgreement.institution'), cell: ({ partyName, agreementState }) => (agreementState === 'ACTIVE' ? partyName : <>{partyName} <StateTag state={agreementState} /></>) },
                { header: t('grantTranche.label'), cell: ({ number, label }) => `${number}. ${label}` },
                { header: t('grantTranche.plannedOn'), cell: ({ plannedOn }) => plannedOn },
                { header: t('grantAgreement.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
                { header: t('grantTranche.state'), cell: (tranche) => <TrancheState tranche={tranche} /> },
                { header: t('grantTranche.conditions'), wrap: true, cell: (tranche) => <Conditions tranche={tranche} onConfirm={null} /> },
                { header: '', cell: (tranche) => <TrancheSteps tranche={tranche} onStep={(step) => setStepping({ tranche, step })} /> },
              ]}
              totals={[t('table.total'), '', '', '', formatWon(sumWon(tranches.map(({ amountWon }) => amountWon))), '', '', '']}
            />
          )
        }
      </Loaded>
      {stepping !== null && <StepTrancheDialog callId={call.id} tranche={stepping.tranche} step={stepping.step} name={stepping.tranche.agreementNumber} onClose={() => setStepping(null)} />}
    </Card>
  );
}
