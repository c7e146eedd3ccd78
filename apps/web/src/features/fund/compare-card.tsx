import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../api/types.js';
import { Callout } from '../../design/callout.js';
import { Card } from '../../design/card.js';
import { Loaded } from '../../design/loaded.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatOfficialDate } from '../../format/date.js';
import { percentagePoints } from '../../format/percent.js';
import { formatWon } from '../../format/won.js';
import { FIGURE_SOURCES, type FigureId } from './figures.js';
import { useObligation } from './fund.queries.js';

const COMPARED: readonly FigureId[] = ['invested', 'qualifying', 'pending', 'shortfall', 'remaining', 'headroom'];

/** The same day twice: as it was known then, and with what was corrected since. */
export function CompareCard({ fundId, asOf }: { readonly fundId: string; readonly asOf: string }): ReactElement {
  const then = useObligation(fundId, { asOf, knownAt: asOf });
  const now = useObligation(fundId, { asOf });
  return (
    <Loaded query={then}>{(past) => <Loaded query={now}>{(present) => <Comparison past={past} present={present} asOf={asOf} />}</Loaded>}</Loaded>
  );
}

interface Row {
  readonly label: string;
  readonly then: string;
  readonly now: string;
  readonly difference: string;
}

function Comparison({ past, present, asOf }: { readonly past: Obligation; readonly present: Obligation; readonly asOf: string }): ReactElement {
  const { t } = useTranslation();
  const ratio: Row = {
    label: t('obligation.ratio'),
    then: `${past.decisive.ratioPercent ?? '–'}%`,
    now: `${present.decisive.ratioPercent ?? '–'}%`,
    difference: past.decisive.ratioPercent === present.decisive.ratioPercent ? '–' : (percentagePoints(past.decisive.ratioPercent, present.decisive.ratioPercent) ?? '–'),
  };
  const amounts = COMPARED.map((figure): Row => {
    const [one, other] = [BigInt(FIGURE_SOURCES[figure].amount(past)), BigInt(FIGURE_SOURCES[figure].amount(present))];
    return { label: t(`obligation.${figure}`), then: formatWon(one), now: formatWon(other), difference: one === other ? '–' : `${other > one ? '+' : ''}${formatWon(other - one)}` };
  });
  const rows = [ratio, ...amounts];
  const title = t('obligation.compare');
  const note = t('obligation.compareNote', { asOf: formatOfficialDate(asOf) });
  if (rows.every(({ difference }) => difference === '–')) {
    return (
      <Callout tone="information" title={`${title} (${note})`}>
        {t('obligation.compareSame')}
      </Callout>
    );
  }
  return (
    <Card title={title} note={note} flush>
      <PlainTable
        label={t('obligation.compare')}
        rows={rows}
        rowKey={({ label }) => label}
        tone={({ difference }) => (difference === '–' ? undefined : 'warning')}
        columns={[
          { header: '', cell: ({ label }) => label },
          { header: t('obligation.compareThen'), align: 'right', cell: (row) => row.then },
          { header: t('obligation.compareNow'), align: 'right', cell: (row) => row.now },
          { header: t('obligation.difference'), align: 'right', cell: ({ difference }) => difference },
        ]}
      />
    </Card>
  );
}
