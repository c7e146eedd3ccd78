import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { PlainTable } from '../../design/plain-table.js';
import { RowsCard } from '../../design/rows-card.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { GrantReasonDialog } from '../grant-call/grant-reason-dialog.js';
import { usePermissions } from '../session/use-session.js';
import { DepositFlagNote, DepositStanding } from './deposit-standing.js';
import { FlagDialog } from './flag-dialog.js';
import { reverseDeposit, useDeposits, type Deposit, type DepositFlag } from './matching-cash.requests.js';
import { ProveDialog } from './prove-dialog.js';

type Deed = { readonly kind: 'prove' | 'reverse'; readonly deposit: Deposit } | { readonly kind: 'flag'; readonly flag: DepositFlag };

/** Deposits of a pool: what proves each and what stands against it; those that wait for their receipt first. */
export function DepositsCard({ callId }: { readonly callId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useDeposits(callId);
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = (): void => setDeed(null);
  return (
    <>
      <RowsCard title={t('matchingCash.deposits')} note={t('matchingCash.depositsNote')} query={query} empty={t('matchingCash.noDeposits')}>
        {(deposits) => <DepositsTable deposits={deposits} onDeed={setDeed} />}
      </RowsCard>
      {deed?.kind === 'prove' && <ProveDialog callId={callId} deposit={deed.deposit} onClose={close} />}
      {deed?.kind === 'flag' && <FlagDialog callId={callId} flag={deed.flag} onClose={close} />}
      {deed?.kind === 'reverse' && <ReverseDialog callId={callId} deposit={deed.deposit} onClose={close} />}
    </>
  );
}

function DepositsTable({ deposits, onDeed }: { readonly deposits: readonly Deposit[]; readonly onDeed: (deed: Deed) => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const steps = (deposit: Deposit): ReactElement => (
    <>
      {deposit.state === 'UNPROVEN' && may('matching-deposit.prove') && may('bank-statement.read') && (
        <Button small tone="primary" onPress={() => onDeed({ kind: 'prove', deposit })}>
          {t('matchingCash.prove')}
        </Button>
      )}
      {deposit.state !== 'REVERSED' && deposit.bankLineId === null && may('matching-deposit.reverse') && (
        <Button small tone="quiet" onPress={() => onDeed({ kind: 'reverse', deposit })}>
          {t('matchingCash.reverse')}
        </Button>
      )}
    </>
  );
  return (
    <PlainTable
      label={t('matchingCash.deposits')}
      rows={deposits}
      rowKey={({ id }) => id}
      columns={[
        { header: t('matchingCash.project'), cell: ({ agreementNumber }) => agreementNumber },
        { header: t('matchingCash.depositedOn'), cell: ({ depositedOn }) => depositedOn },
        { header: t('matchingCash.depositor'), wrap: true, cell: ({ depositor, relation }) => (relation === 'COMPANY' ? depositor : `${depositor} (${term('depositorRelation', relation)})`) },
        { header: t('matchingCash.source'), cell: ({ source, sourceText }) => <span title={sourceText ?? undefined}>{term('fundSource', source)}</span> },
        { header: t('matchingCash.amount'), align: 'right', cell: ({ amountWon, state }) => (state === 'REVERSED' ? <s>{formatWon(amountWon)}</s> : formatWon(amountWon)) },
        { header: t('matchingCash.state'), cell: (deposit) => <DepositStanding deposit={deposit} /> },
        { header: t('matchingCash.receipt'), wrap: true, cell: ({ bankLineId, evidence, reversedFor }) => (bankLineId === null ? (reversedFor ?? evidence) : may('bank-statement.read') ? <Link to={`/reconciliation?line=${bankLineId}`}>{evidence}</Link> : evidence) },
        { header: t('matchingCash.flags'), wrap: true, cell: (deposit) => deposit.flags.map((flag) => <DepositFlagNote key={flag.id} flag={flag} onDecide={may('matching-flag.decide') ? () => onDeed({ kind: 'flag', flag }) : null} />) },
        { header: '', cell: steps },
      ]}
    />
  );
}

function ReverseDialog({ callId, deposit, onClose }: { readonly callId: string; readonly deposit: Deposit; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <GrantReasonDialog
      {...{ callId, subject: deposit.id, onClose }}
      title={t('matchingCash.reverseTitle')}
      label={t('matchingCash.reason')}
      missing={t('matchingCash.missingReason')}
      action={t('matchingCash.reverse')}
      send={(reason, header) => reverseDeposit(deposit.id, reason, header)}
    >
      <p>{t('matchingCash.reverseLead', { amount: formatWon(deposit.amountWon), date: deposit.depositedOn })}</p>
    </GrantReasonDialog>
  );
}
