import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Stack } from '../../design/page.js';
import { PlainTable } from '../../design/plain-table.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { LineTag } from './state-tag.js';
import type { SettledLines } from './payment-run.requests.js';
import styles from './payment-run.module.css';

interface Props {
  readonly preview: { readonly asked: boolean; readonly data: SettledLines | undefined; readonly error: Error | null };
}

/** What becomes of each line, and what is booked. */
export function OutcomePreview({ preview: { asked, data, error } }: Props): ReactElement {
  const { t } = useTranslation();
  if (!asked) return <p className={styles['note']}>{t('paymentRun.previewWaits')}</p>;
  if (error !== null) return <Refusal error={error} />;
  if (data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  return (
    <Stack>
      <VerdictList verdicts={data.verdicts} />
      <PlainTable
        label={t('paymentRun.outcomes')}
        rows={data.outcomes}
        rowKey={({ lineNo, outcome }) => `${lineNo} ${outcome}`}
        columns={[
          { header: t('paymentRun.lineNo'), align: 'right', cell: ({ lineNo }) => lineNo },
          { header: t('paymentRun.state'), cell: ({ outcome }) => <LineTag state={outcome} /> },
          { header: t('paymentRun.happenedOn'), cell: ({ happenedOn }) => happenedOn },
          { header: t('paymentRun.reason'), wrap: true, cell: ({ reasonCode, reason }) => [reasonCode, reason].filter(Boolean).join(' ') },
        ]}
      />
      {data.untouched > 0 && <p className={styles['note']}>{t('paymentRun.untouched', { count: data.untouched })}</p>}
      {data.entries.length > 0 && <PostedEntries entries={data.entries} />}
    </Stack>
  );
}
