import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { Empty } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import type { Agreement } from '../grant-agreement/grant-agreement.requests.js';
import type { GrantCall } from '../grant-call/grant-call.queries.js';
import { usePermissions } from '../session/use-session.js';
import { Conditions } from './conditions.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { useTranches, type Tranche, type TrancheStep } from './grant-tranche.requests.js';
import { PlanTranchesDialog } from './plan-tranches-dialog.js';
import { StepTrancheDialog } from './step-tranche-dialog.js';
import { TrancheSteps } from './tranche-steps.js';
import { TrancheState } from './tranche-state.js';

interface Props {
  readonly call: GrantCall;
  readonly agreement: Agreement;
}

type Opened = { readonly kind: 'plan' } | { readonly kind: 'step'; readonly tranche: Tranche; readonly step: TrancheStep } | { readonly kind: 'confirm'; readonly tranche: Tranche; readonly position: number } | null;

/** The tranches of an agreement: conditions as they stand, and what may be done with each. */
export function TranchesCard({ call, agreement }: Props): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const query = useTranches(call.id, agreement.id);
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const open = agreement.state === 'ACTIVE' || agreement.state === 'COMPLETED';
  const plan = open && may('grant-tranche.plan') && (query.data?.proposal.length ?? 0) > 0 && (
    <Button small icon="plus" onPress={() => setOpened({ kind: 'plan' })}>
      {t('grantTranche.plan')}
    </Button>
  );
  return (
    <Card title={t('grantTranche.title')} flush actions={plan === false ? undefined : plan}>
      <Loaded query={query}>
        {({ tranches, ...rest }) => (
          <>
            {tranches.length === 0 ? (
              <Empty>
                <p>{t('grantTranche.empty')}</p>
              </Empty>
            ) : (
              <PlainTable
                label={t('grantTranche.title')}
                rows={tranches}
                rowKey={({ id }) => id}
                columns={[
                  { header: t('grantTranche.number'), cell: ({ number, label }) => `${number}. ${label}` },
                  { header: t('grantAgreement.fiscalYear'), cell: ({ fiscalYear }) => fiscalYear },
                  { header: t('grantTranche.plannedOn'), cell: ({ plannedOn }) => plannedOn },
                  { header: t('grantAgreement.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
                  { header: t('grantTranche.state'), cell: (tranche) => <TrancheState tranche={tranche} /> },
                  { header: t('grantTranche.conditions'), wrap: true, cell: (tranche) => <Conditions tranche={tranche} onConfirm={may('grant-tranche.confirm') ? (position) => setOpened({ kind: 'confirm', tranche, position }) : null} /> },
                  { header: '', cell: (tranche) => <TrancheSteps tranche={tranche} onStep={(step) => setOpened({ kind: 'step', tranche, step })} /> },
                ]}
                totals={[t('table.total'), '', '', formatWon(sumWon(tranches.filter(({ state }) => state !== 'VOIDED').map(({ amountWon }) => amountWon))), '', '', '']}
              />
            )}
            {opened?.kind === 'plan' && <PlanTranchesDialog call={call} agreement={agreement} proposed={{ tranches, ...rest }} onClose={close} />}
          </>
        )}
      </Loaded>
      {opened?.kind === 'step' && <StepTrancheDialog callId={call.id} tranche={opened.tranche} step={opened.step} name={agreement.number} onClose={close} />}
      {opened?.kind === 'confirm' && <ConfirmDialog callId={call.id} tranche={opened.tranche} position={opened.position} onClose={close} />}
    </Card>
  );
}
