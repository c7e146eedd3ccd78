import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../design/plain-table.js';
import { Stack } from '../../design/page.js';
import { formatWon, groupDigits } from '../../format/won.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from './voucher-term.module.css';
import { decideBudget, usePreview, type DecideBudget, type DecidedBudget } from './voucher-term.requests.js';

interface Props {
  readonly yearId: string;
  /** The decision as JSON; null while it is not complete. */
  readonly settled: string | null;
}

type Limits = DecidedBudget['before'];

/** The limits before and after, and the entries, by the same code that records the decision. */
export function BudgetPreview({ yearId, settled }: Props): ReactElement {
  const { t } = useTranslation();
  const preview = usePreview<DecideBudget, DecidedBudget>(yearId, 'budget', settled, decideBudget);
  if (settled === null) return <p className={styles['note']}>{t('voucherBudget.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { before, after, entries, verdicts } = preview.data;
  const rows: readonly { readonly label: string; readonly of: (limits: Limits) => string }[] = [
    { label: t('voucherYear.budget'), of: ({ budgetWon }) => formatWon(budgetWon) },
    { label: t('voucherYear.budgetLeft'), of: ({ budgetLeftWon }) => formatWon(budgetLeftWon) },
    { label: t('voucherYear.vouchersLeft'), of: ({ vouchersLeft }) => groupDigits(BigInt(vouchersLeft)) },
    { label: t('voucherYear.companiesLeft'), of: ({ companiesLeft }) => groupDigits(BigInt(companiesLeft)) },
  ];
  return (
    <Stack>
      <VerdictList verdicts={verdicts} />
      <PlainTable
        label={t('voucherBudget.effect')}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { header: '', cell: ({ label }) => label },
          { header: t('simulator.before'), align: 'right', cell: ({ of }) => of(before) },
          { header: t('voucherBudget.after'), align: 'right', cell: ({ of }) => of(after) },
        ]}
      />
      {entries.length > 0 ? <PostedEntries entries={entries} /> : !verdicts.some(({ result }) => result === 'BLOCK') && <p className={styles['note']}>{t('voucherBudget.postsNothing')}</p>}
    </Stack>
  );
}
