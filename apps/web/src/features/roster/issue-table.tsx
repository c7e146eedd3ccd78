import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { isAmount } from './is-amount.js';
import type { IssuableVoucher } from './roster.requests.js';
import styles from './roster.module.css';

interface Props {
  readonly vouchers: readonly IssuableVoucher[];
  readonly typed: Readonly<Record<string, string>>;
  readonly unticked: ReadonlySet<string>;
  readonly onType: (voucherId: string, amount: string) => void;
  readonly onTick: (voucherId: string) => void;
}

/** One row a voucher: what it may be worth, until when, and what still stands against it. */
export function IssueTable({ vouchers, typed, unticked, onType, onTick }: Props): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  return (
    <PlainTable
      label={t('roster.waiting')}
      rows={vouchers}
      rowKey={({ voucherId }) => voucherId}
      tone={({ faults }) => (faults.length > 0 ? 'danger' : undefined)}
      columns={[
        {
          header: t('roster.select'),
          align: 'center',
          cell: ({ voucherId, company, faults }) => (
            <input type="checkbox" className={styles['check']} disabled={faults.length > 0} checked={faults.length === 0 && !unticked.has(voucherId)} onChange={() => onTick(voucherId)} aria-label={t('roster.selectOne', { company })} />
          ),
        },
        { header: t('roster.company'), cell: ({ company }) => company, wrap: true },
        { header: t('roster.agreedOn'), cell: ({ agreedOn }) => agreedOn ?? '–' },
        {
          header: t('roster.amount'),
          align: 'right',
          cell: ({ voucherId, company, amountWon }) => (
            <span className={styles['numeric']}>
              <input value={typed[voucherId] ?? formatWon(amountWon)} inputMode="numeric" aria-invalid={!isAmount(typed[voucherId])} onChange={(event) => onType(voucherId, event.target.value)} aria-label={t('roster.amountOf', { company })} />
            </span>
          ),
        },
        { header: t('roster.validTo'), cell: ({ validTo }) => validTo },
        { header: t('roster.ownMoney'), align: 'right', cell: ({ selfBurdenWon, paidInWon }) => (selfBurdenWon === '0' ? '–' : `${formatWon(paidInWon)} / ${formatWon(selfBurdenWon)}`) },
        { header: t('roster.broker'), cell: ({ broker }) => broker ?? '–' },
        {
          header: t('roster.standing'),
          wrap: true,
          cell: ({ faults }) =>
            faults.length === 0 ? (
              <Tag tone="success" icon="check">
                {t('roster.ready')}
              </Tag>
            ) : (
              faults.map(({ rule, text }) => <p key={rule}>{say(text)}</p>)
            ),
        },
      ]}
    />
  );
}
