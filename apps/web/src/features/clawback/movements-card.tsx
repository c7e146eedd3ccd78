import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { formatInstant } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { usePermissions } from '../session/use-session.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { reverseClawbackReceipt, type Clawback, type ClawbackMovement } from './clawback.requests.js';
import styles from './clawback.module.css';

const LEAST_REASON = 5;

/** What came, was set off, added and given up; a receipt that was recorded wrongly is reversed from here. */
export function MovementsCard({ clawback }: { readonly clawback: Clawback }): ReactElement {
  const { t } = useTranslation();
  const may = usePermissions();
  const { movements } = clawback;
  const [reversing, setReversing] = useState<ClawbackMovement | null>(null);
  return (
    <Card title={t('clawback.movements')} flush={movements.length > 0}>
      {movements.length === 0 ? (
        <p className={styles['note']}>{t('clawback.noMovements')}</p>
      ) : (
        <PlainTable
          label={t('clawback.movements')}
          rows={movements}
          rowKey={({ id }) => id}
          columns={[
            // The value date of a reversal is that of its receipt: what is told is the day on which it was recorded.
            { header: t('clawback.valueOn'), cell: ({ kind, valueOn, recordedAt }) => (kind === 'REVERSED' ? formatInstant(recordedAt).slice(0, 10) : valueOn) },
            { header: t('clawback.kind'), cell: ({ kind }) => t(`clawback.kinds.${kind}`) },
            { header: t('clawback.amount'), align: 'right', cell: ({ amountWon, reversed }) => (reversed ? <s>{formatWon(amountWon)}</s> : formatWon(amountWon)) },
            { header: t('clawback.reference'), wrap: true, cell: ({ service, bankReference, reason }) => service ?? bankReference ?? reason ?? '' },
            { header: t('clawback.recordedBy'), cell: ({ actor }) => actor },
            {
              header: '',
              cell: (movement) =>
                movement.kind === 'RECEIVED' && !movement.reversed && may('clawback-receipt.reverse') ? (
                  <Button small tone="quiet" onPress={() => setReversing(movement)}>
                    {t('clawback.reverse')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {reversing !== null && <ReverseDialog clawback={clawback} receipt={reversing} onClose={() => setReversing(null)} />}
    </Card>
  );
}

function ReverseDialog({ clawback, receipt, onClose }: { readonly clawback: Clawback; readonly receipt: ClawbackMovement; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  return (
    <ReasonDialog
      title={t('clawback.reverseTitle', { number: clawback.number })}
      label={t('clawback.reverseReason')}
      missing={t('clawback.reverseMissing')}
      atLeast={LEAST_REASON}
      action={t('clawback.reverse')}
      tone="danger"
      run={async (reason) => {
        await reverseClawbackReceipt(receipt.id, reason, intent.headersFor({ id: receipt.id, reason }));
        intent.done();
        await refreshYear(clawback.yearId);
      }}
      onClose={onClose}
    >
      <p>{t('clawback.reverseLead', { amount: formatWon(receipt.amountWon), date: receipt.valueOn })}</p>
    </ReasonDialog>
  );
}
