import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import styles from '../grant-settlement/settlement.module.css';
import type { Recovery } from './recovery.requests.js';

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
}

/** What came, what was asked for again, and what went on, by day. */
export function HistoryCard({ recovery }: { readonly recovery: Recovery }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const happenings: Happening[] = [
    ...recovery.movements.map(({ id, valueOn, kind, amountWon, bankReference, reason }) => ({ id, on: valueOn, what: term('recoveryMovement', kind), amountWon, note: bankReference ?? reason ?? '' })),
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
            { header: t('grantRecovery.amount'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
            { header: t('grantRecovery.note'), wrap: true, cell: ({ note }) => note },
          ]}
        />
      )}
    </Card>
  );
}
