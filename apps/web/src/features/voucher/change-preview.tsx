import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders } from '../../api/intent.js';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, groupDigits } from '../../format/won.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { changeVoucher, type ChangeAction, type ChangeBody, type Standing, type VoucherChange } from './voucher.requests.js';
import styles from './voucher.module.css';

interface Props {
  readonly voucherId: string;
  readonly action: ChangeAction;
  /** What is asked as JSON; null while it is not complete. */
  readonly settled: string | null;
}

/** What the change would do, by the same code that does it. */
export function ChangePreview({ voucherId, action, settled }: Props): ReactElement {
  const { t } = useTranslation();
  const preview = useQuery({
    // Not asked again with the year: what was previewed has been done by then.
    queryKey: ['voucher-change', voucherId, action, settled],
    queryFn: () => changeVoucher(action, voucherId, { ...(JSON.parse(settled ?? '{}') as ChangeBody), dryRun: true }, previewHeaders()),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
  if (settled === null) return <p className={styles['note']}>{t('voucher.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  return <Effect change={preview.data} />;
}

function Effect({ change }: { readonly change: VoucherChange }): ReactElement {
  const { t } = useTranslation();
  const { before, after, entries, verdicts, part } = change;
  return (
    <Stack>
      <VerdictList verdicts={verdicts} />
      {part !== null && <p>{t('voucher.partNumber', { number: part.number })}</p>}
      <StandingTable before={before} after={after} />
      {entries.length > 0 && <PostedEntries entries={entries} />}
    </Stack>
  );
}

/** Only what changes: the eye should not have to look for it. */
export function StandingTable({ before, after }: { readonly before: Standing; readonly after: Standing }): ReactElement | null {
  const { t } = useTranslation();
  const all: readonly { readonly label: string; readonly of: (standing: Standing) => string }[] = [
    { label: t('voucher.validTo'), of: ({ validTo }) => validTo ?? '' },
    { label: t('voucher.given'), of: ({ givenWon }) => formatWon(givenWon) },
    { label: t('voucher.available'), of: ({ availableWon }) => formatWon(availableWon) },
    { label: t('voucher.revoked'), of: ({ revokedWon }) => formatWon(revokedWon) },
    { label: t('voucher.own'), of: ({ ownLeftWon }) => formatWon(ownLeftWon) },
    { label: t('voucherYear.budgetLeft'), of: ({ budgetLeftWon }) => formatWon(budgetLeftWon) },
    { label: t('voucherYear.vouchersLeft'), of: ({ vouchersLeft }) => groupDigits(BigInt(vouchersLeft)) },
  ];
  const rows = all.filter(({ of }) => of(before) !== of(after));
  if (rows.length === 0) return null;
  return (
    <PlainTable
      label={t('voucher.effect')}
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { header: '', cell: ({ label }) => label },
        { header: t('voucher.before'), align: 'right', cell: ({ of }) => of(before) },
        { header: t('voucher.after'), align: 'right', cell: ({ of }) => <span className={styles['changed']}>{of(after)}</span> },
      ]}
    />
  );
}
