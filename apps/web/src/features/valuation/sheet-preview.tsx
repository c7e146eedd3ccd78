import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '../../api/problem.js';
import { Callout } from '../../design/callout.js';
import { readableFaults } from '../../design/form/faults.js';
import { PlainTable } from '../../design/plain-table.js';
import { Stack } from '../../design/page.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { VerdictList } from '../rule/verdict-list.js';
import { isChanged, type SheetRow } from './sheet-rows.js';
import { useValuationPreview, type RecordedValuation, type RecordValuation } from './valuation.requests.js';
import styles from './valuation.module.css';

interface Props {
  readonly fundId: string;
  /** The sheet to be previewed as JSON; null while nothing has changed. */
  readonly settled: string | null;
  readonly rows: readonly SheetRow[];
}

const LINES = ['costWon', 'fairValueWon', 'impairmentWon', 'netCostWon'] as const;

/** What the sheet comes to: before and after, what the guideline says of each deal, and the entries. */
export function SheetPreview({ fundId, settled, rows }: Props): ReactElement | null {
  const { t } = useTranslation();
  const preview = useValuationPreview(fundId, settled === null ? null : (JSON.parse(settled) as RecordValuation));
  if (settled === null) return null;
  if (preview.error !== null) return <Refused error={preview.error} rows={rows} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { before, after, judged, postings } = preview.data;
  const names = { costWon: t('valuationSheet.cost'), fairValueWon: t('valuationSheet.fairValue'), impairmentWon: t('valuationSheet.impairment'), netCostWon: t('valuationSheet.netCost') };
  const moved = BigInt(after.netCostWon) - BigInt(before.netCostWon);
  return (
    <Stack>
      <PlainTable
        label={t('valuationSheet.after')}
        rows={LINES}
        rowKey={(line) => line}
        columns={[
          { header: '', cell: (line) => names[line] },
          { header: t('valuationSheet.before'), align: 'right', cell: (line) => formatWon(before[line]) },
          { header: t('valuationSheet.after'), align: 'right', cell: (line) => formatWon(after[line]) },
          { header: t('valuationSheet.difference'), align: 'right', cell: (line) => formatWon(BigInt(after[line]) - BigInt(before[line])) },
        ]}
      />
      {moved !== 0n && <p className={styles['note']}>{t('valuationSheet.effect', { amount: formatWon(moved) })}</p>}
      {judged.filter(({ verdicts }) => verdicts.length > 0).map((each) => (
        <Judged key={each.investmentId} judged={each} rows={rows} />
      ))}
      <details>
        <summary>{t('exitForm.postings')}</summary>
        <PostedEntries entries={postings} />
      </details>
    </Stack>
  );
}

/** Which deal is at fault stands beside what is wrong with it: the sheet has many rows and no room at each. */
function Refused({ error, rows }: { readonly error: unknown; readonly rows: readonly SheetRow[] }): ReactElement {
  const say = useBilingual();
  const changed = rows.filter(isChanged);
  const faults = readableFaults(problemFrom(error).errors, say).flatMap(({ pointer, text }) => {
    const holding = changed[Number(/^\/items\/(\d+)\//.exec(pointer)?.[1] ?? -1)]?.holding;
    return holding === undefined ? [] : [`${holding.number} ${holding.company}: ${text}`];
  });
  if (faults.length === 0) return <Refusal error={error} />;
  return (
    <Callout tone="danger">
      {faults.map((fault) => (
        <p key={fault}>{fault}</p>
      ))}
    </Callout>
  );
}

function Judged({ judged, rows }: { readonly judged: RecordedValuation['judged'][number]; readonly rows: readonly SheetRow[] }): ReactElement {
  const holding = rows.find((row) => row.holding.investmentId === judged.investmentId)?.holding;
  return (
    <section>
      <p>
        <strong>
          {holding?.number} {holding?.company}
        </strong>
      </p>
      <VerdictList verdicts={judged.verdicts} />
    </section>
  );
}
