import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, IssueCapitalCall } from '../../api/types.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon, sumWon } from '../../format/won.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { useCallPreview } from './capital-call.requests.js';
import styles from './capital-calls-page.module.css';

interface Props {
  readonly fund: Fund;
  /** The call to be previewed as JSON; null while it is not complete. */
  readonly settled: string | null;
}

/** The share of every partner to the last won, and what the rules remark. */
export function CallPreview({ fund, settled }: Props): ReactElement {
  const { t } = useTranslation();
  const preview = useCallPreview(fund.id, settled === null ? null : (JSON.parse(settled) as IssueCapitalCall));
  if (settled === null) return <p className={styles['note']}>{t('capitalCall.previewWaiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { shares, verdicts } = preview.data;
  return (
    <section aria-label={t('capitalCall.preview')}>
      <VerdictList verdicts={verdicts} />
      {shares.length > 0 && (
        <PlainTable
          label={t('capitalCall.preview')}
          rows={shares}
          rowKey={({ partnerId }) => partnerId}
          columns={[
            { header: t('capitalCall.partner'), cell: ({ partner }) => partner },
            { header: t('capitalCall.called'), align: 'right', cell: ({ amountWon }) => formatWon(amountWon) },
            { header: t('capitalCall.uncalledAfter'), align: 'right', cell: ({ uncalledAfterWon }) => formatWon(uncalledAfterWon) },
          ]}
          totals={[t('table.total'), formatWon(sumWon(shares.map(({ amountWon }) => amountWon))), formatWon(sumWon(shares.map(({ uncalledAfterWon }) => uncalledAfterWon)))]}
        />
      )}
    </section>
  );
}
