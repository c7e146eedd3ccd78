import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasisPosition, Obligation } from '../../api/types.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { Tag } from '../../design/tag.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { FigureButton } from './figure-button.js';
import styles from './fund-dashboard.module.css';

interface Row {
  readonly now: BasisPosition;
  readonly accepted: BasisPosition | undefined;
  readonly decisive: boolean;
}

/** The same portfolio on every basis, as it stands and with the pending deals accepted: agreements and notices differ. */
export function BasesCard({ obligation }: { readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const pending = obligation.pendingCount > 0;
  const rows: Row[] = obligation.bases.map((now) => ({
    now,
    accepted: obligation.basesIfPendingAccepted.find(({ basis }) => basis === now.basis),
    decisive: now.basis === obligation.rule.denominator,
  }));
  return (
    <Card title={t('obligation.bases')} note={t('obligation.truncated')} flush>
      <PlainTable
        label={t('obligation.bases')}
        rows={rows}
        rowKey={({ now }) => now.basis}
        tone={({ decisive }) => (decisive ? 'strong' : undefined)}
        columns={[
          {
            header: t('obligation.basis'),
            cell: ({ now, decisive }) => (
              <>
                {term('basis', now.basis)} {decisive && <Tag tone="information">{t('obligation.decisive')}</Tag>}
              </>
            ),
          },
          { header: t('obligation.baseAmount'), align: 'right', cell: ({ now }) => formatWon(now.baseWon) },
          { header: t('obligation.ratio'), align: 'right', cell: ({ now }) => percent(now.ratioPercent) },
          { header: t('obligation.requiredWon'), align: 'right', cell: ({ now }) => formatWon(now.requiredWon) },
          { header: t('obligation.shortfallWon'), align: 'right', cell: ({ now }) => formatWon(now.shortfallWon) },
          { header: t('obligation.judged'), cell: ({ now }) => <Met met={now.met} /> },
          ...(pending
            ? [
                { header: t('obligation.ifPending'), align: 'right' as const, cell: ({ accepted }: Row) => percent(accepted?.ratioPercent ?? null) },
                { header: t('obligation.judged'), cell: ({ accepted }: Row) => accepted !== undefined && <Met met={accepted.met} /> },
              ]
            : []),
        ]}
      />
      <Remarks obligation={obligation} />
    </Card>
  );
}

/** What the bases mean for the deals to come. */
function Remarks({ obligation }: { readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const { feasibility, minAdditionalQualifyingWon, maxAdditionalNonQualifyingWon } = obligation;
  return (
    <ul className={styles['remarks']}>
      {feasibility.requiredShareOfRemainingPercent !== null && <li>{t('obligation.requiredShare', { percent: feasibility.requiredShareOfRemainingPercent })}</li>}
      <li>
        {t('obligation.maxAttainable')} <FigureButton figure="maxAttainable">{feasibility.maxAttainablePercent ?? '–'}%</FigureButton>
      </li>
      <li>{t('obligation.investedBasis', { min: formatWon(minAdditionalQualifyingWon), max: formatWon(maxAdditionalNonQualifyingWon) })}</li>
    </ul>
  );
}

function Met({ met }: { readonly met: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <Tag tone={met ? 'success' : 'neutral'} icon={met ? 'check' : 'minus'}>
      {t(met ? 'obligation.met' : 'obligation.notMet')}
    </Tag>
  );
}

function percent(value: string | null): string {
  return value === null ? '–' : `${value}%`;
}
