import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { Stack } from '../../design/page.js';
import { formatWon } from '../../format/won.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import styles from '../valuation/valuation.module.css';
import { useExitPreview, type RecordExit } from './exit.requests.js';

/** What an exit brings: gain, return of the whole deal, cash and limits after, and the entries. */
export function ExitPreview({ fundId, settled }: { readonly fundId: string; readonly settled: string | null }): ReactElement {
  const { t } = useTranslation();
  const preview = useExitPreview(fundId, settled === null ? null : (JSON.parse(settled) as RecordExit));
  if (settled === null) return <p className={styles['note']}>{t('exitForm.previewWaiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const exit = preview.data;
  const arrow = (before: string, after: string): string => (before === after ? formatWon(after) : `${formatWon(before)} → ${formatWon(after)}`);
  return (
    <section aria-label={t('exitForm.preview')}>
      <Stack>
        <VerdictList verdicts={exit.verdicts} />
        <Facts
          facts={[
            { label: t('exitForm.cost'), value: formatWon(exit.costWon) },
            { label: t('exitForm.gain'), value: <strong>{formatWon(exit.gainWon)}</strong> },
            { label: t('exitForm.net'), value: formatWon(exit.netWon) },
            { label: t('exitForm.multiple'), value: exit.multiple === null ? '–' : `${exit.multiple}x` },
            { label: t('exitForm.rate'), value: exit.rate.percent === null ? t('exitForm.noRate') : `${exit.rate.percent}%` },
            { label: t('exitForm.costAfter'), value: formatWon(exit.costAfterWon) },
            exit.costAfterWon === '0' ? null : { label: t('exitForm.fairValueAfter'), value: formatWon(exit.fairValueAfterWon) },
            { label: t('exitForm.cashAfter'), value: arrow(exit.cashBeforeWon, exit.cashAfterWon) },
            { label: t('exitForm.remaining'), value: arrow(exit.before.remainingWon, exit.after.remainingWon) },
            { label: t('exitForm.headroom'), value: arrow(exit.before.headroomWon, exit.after.headroomWon) },
          ]}
        />
        <details>
          <summary>{t('exitForm.postings')}</summary>
          <PostedEntries entries={exit.postings} />
        </details>
      </Stack>
    </section>
  );
}
