import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { FieldsDialog } from '../grant-settlement/fields-dialog.js';
import styles from '../grant-settlement/settlement.module.css';
import { usePermissions } from '../session/use-session.js';
import { sendReceiptReversal, type Recovery, type RecoveryMovement } from './recovery.requests.js';

/** The instalments, with what is settled of each. */
export function PlanCard({ recovery: { plan } }: { readonly recovery: Recovery }): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('grantRecovery.plan')} flush>
      <PlainTable
        label={t('grantRecovery.plan')}
        rows={plan}
        rowKey={({ no }) => no}
        columns={[
          { header: t('grantRecovery.instalment'), cell: ({ no }) => no },
          { header: t('grantRecovery.due'), cell: ({ dueOn }) => dueOn },
          { header: t('grantRecovery.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
          { header: t('grantRecovery.settled'), align: 'right', cell: ({ settledWon }) => formatWon(settledWon) },
        ]}
      />
    </Card>
  );
}

interface Happening {
  readonly id: string;
  readonly on: string;
  readonly what: string;
  readonly amountWon: string;
  readonly note: string;
  readonly movement?: RecoveryMovement;
}

/** The day on which it was recorded that a receipt was none; its value date is that of the receipt. */
const dayOf = ({ kind, valueOn, recordedAt }: RecoveryMovement): string => (kind === 'REVERSED' ? formatInstant(recordedAt).slice(0, 10) : valueOn);

/** What came, what was asked for again, and what went on, by day; a receipt that was recorded wrongly is reversed from here. */
export function HistoryCard({ recovery }: { readonly recovery: Recovery }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const [reversing, setReversing] = useState<RecoveryMovement | null>(null);
  const happenings: Happening[] = [
    ...recovery.movements.map((movement) => ({ id: movement.id, on: dayOf(movement), what: term('recoveryMovement', movement.kind), amountWon: movement.amountWon, note: movement.bankReference ?? movement.reason ?? '', movement })),
    ...recovery.reminders.map(({ id, remindedOn, openWon, payBy }) => ({ id, on: remindedOn, what: t('grantRecovery.reminded'), amountWon: openWon, note: t('grantRecovery.payBy', { on: payBy }) })),
    ...recovery.remittances.map(({ id, remittedOn, amountWon, noticeNumber }) => ({ id, on: remittedOn, what: t('grantRecovery.remitted'), amountWon, note: noticeNumber })),
  ].sort((one, other) => (one.on < other.on ? -1 : 1));
  return (
    <Card title={t('grantRecovery.history')} flush>
      {happenings.length === 0 ? (
        <p className={styles['note']}>{t('grantRecovery.nothingYet')}</p>
      ) : (
        <PlainTable
          label={t('grantRecovery.history')}
          rows={happenings}
          rowKey={({ id }) => id}
          columns={[
            { header: t('grantRecovery.on'), cell: ({ on }) => on },
            { header: t('grantRecovery.what'), cell: ({ what }) => what },
            { header: t('grantRecovery.amount'), align: 'right', cell: ({ amountWon, movement }) => (movement?.reversed === true ? <s>{formatWon(amountWon)}</s> : formatWon(amountWon)) },
            { header: t('grantRecovery.note'), wrap: true, cell: ({ note }) => note },
            {
              header: '',
              cell: ({ movement }) =>
                movement?.kind === 'RECEIVED' && !movement.reversed && may('grant-recovery-receipt.reverse') ? (
                  <Button small tone="quiet" onPress={() => setReversing(movement)}>
                    {t('grantRecovery.reverse')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {reversing !== null && <ReverseReceiptDialog recovery={recovery} receipt={reversing} onClose={() => setReversing(null)} />}
    </Card>
  );
}

function ReverseReceiptDialog({ recovery, receipt, onClose }: { readonly recovery: Recovery; readonly receipt: RecoveryMovement; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <FieldsDialog
      {...{ callId: recovery.callId, onClose }}
      title={t('grantRecovery.reverseTitle', { number: recovery.number })}
      action={t('grantRecovery.reverse')}
      tone="danger"
      asked={[{ name: 'reason', kind: 'area', label: t('grantSettlement.reason') }]}
      send={({ reason = '' }, header, how) => sendReceiptReversal(receipt.id, { ...how, reason }, header)}
      previewed
    >
      <p className={styles['note']}>{t('grantRecovery.reverseLead', { amount: formatWon(receipt.amountWon), date: receipt.valueOn })}</p>
    </FieldsDialog>
  );
}
