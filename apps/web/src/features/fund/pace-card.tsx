import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation, PacePoint } from '../../api/types.js';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatWon } from '../../format/won.js';
import styles from './pace.module.css';

const PaceChart = lazy(async () => ({ default: (await import('./pace-chart.js')).PaceChart }));

/** Whether the fund keeps pace with its deadline: the expected line against what is recognised. */
export function PaceCard({ obligation }: { readonly obligation: Obligation }): ReactElement {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const { pace, decisive, asOf } = obligation;
  const gap = BigInt(pace.gapWon);
  const points = withToday(obligation);
  const sentence = gap < 0n ? t('obligation.paceGapBehind', { gap: formatWon(-gap) }) : t('obligation.paceGapAhead', { gap: formatWon(gap) });
  return (
    <Card
      title={t('obligation.pace')}
      note={t('obligation.paceDays', { total: pace.totalDays, elapsed: pace.elapsedDays })}
      actions={
        <Button small tone="quiet" onPress={() => setAsTable(!asTable)}>
          {t(asTable ? 'obligation.paceChart' : 'obligation.paceTable')}
        </Button>
      }
    >
      <p className={gap < 0n ? styles['behind'] : styles['ahead']}>{sentence}</p>
      {asTable ? (
        <PaceTable points={points} />
      ) : (
        <Suspense fallback={<div className={styles['chart']} />}>
          <div className={styles['chart']} role="img" aria-label={sentence}>
            <PaceChart points={points} requiredWon={decisive.requiredWon} asOf={asOf} />
          </div>
        </Suspense>
      )}
    </Card>
  );
}

/** The points of the server, and the day of the figures itself. */
function withToday({ pace, asOf, qualifyingWon, investedWon }: Obligation): PacePoint[] {
  const today: PacePoint = { on: asOf, expectedWon: pace.expectedQualifyingWon, qualifyingWon, investedWon };
  const [first, last] = [pace.points[0]?.on ?? asOf, pace.points.at(-1)?.on ?? asOf];
  if (asOf < first || asOf > last) return pace.points;
  return [...pace.points.filter(({ on }) => on !== asOf), today].sort((one, other) => (one.on < other.on ? -1 : 1));
}

function PaceTable({ points }: { readonly points: readonly PacePoint[] }): ReactElement {
  const { t } = useTranslation();
  const shown = (amount: string | null): string => (amount === null ? '–' : formatWon(amount));
  return (
    <PlainTable
      label={t('obligation.pace')}
      rows={points}
      rowKey={({ on }) => on}
      columns={[
        { header: t('obligation.paceOn'), cell: ({ on }) => on },
        { header: t('obligation.paceExpected'), align: 'right', cell: ({ expectedWon }) => formatWon(expectedWon) },
        { header: t('obligation.paceActual'), align: 'right', cell: ({ qualifyingWon }) => shown(qualifyingWon) },
        { header: t('obligation.paceInvested'), align: 'right', cell: ({ investedWon }) => shown(investedWon) },
      ]}
    />
  );
}
