import { createContext, useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import type { ReportModel, ReportRow, ReportTable } from './report.requests.js';
import styles from './trace.module.css';

/** The annex that lists what is behind the figures; its rows name their reference. */
const TRACE_SECTION = 'trace';

const OpenContext = createContext<((reference: string) => void) | null>(null);

interface Traced {
  readonly place: string;
  readonly accounts: string;
  readonly parts: readonly string[];
  readonly amount: string;
  readonly entries: readonly ReportRow[];
}

/** Lets every figure under it be asked for its entries; the answer comes out of the report itself, at its own point in both times. */
export function TraceProvider({ model, children }: { readonly model: ReportModel; readonly children: ReactNode }): ReactElement {
  const [reference, setReference] = useState<string | null>(null);
  const figures = useMemo(() => tracedFigures(model), [model]);
  const figure = reference === null ? undefined : figures.get(reference);
  return (
    <OpenContext value={setReference}>
      {children}
      {reference !== null && figure !== undefined && <TracePanel model={model} reference={reference} figure={figure} onClose={() => setReference(null)} />}
    </OpenContext>
  );
}

function tracedFigures(model: ReportModel): ReadonlyMap<string, Traced> {
  const tables = (model.sections.find(({ id }) => id === TRACE_SECTION)?.blocks ?? []).flatMap((block): ReportTable[] => (block.kind === 'table' ? [block] : []));
  const entries = new Map<string, ReportRow[]>();
  for (const row of tables[1]?.rows ?? []) {
    const of = row.cells['reference'] ?? '';
    entries.set(of, [...(entries.get(of) ?? []), row]);
  }
  return new Map(
    (tables[0]?.rows ?? []).map(({ cells }) => {
      const reference = cells['reference'] ?? '';
      const parts = (cells['parts'] ?? '').split(' + ').filter((part) => part.startsWith('['));
      return [reference, { place: cells['place'] ?? '', accounts: cells['accounts'] ?? '', parts, amount: cells['amountWon'] ?? '', entries: entries.get(reference) ?? [] }];
    }),
  );
}

/** The reference beside a figure; without a report around it a plain text. */
export function Reference({ reference }: { readonly reference: string }): ReactElement {
  const { t } = useTranslation();
  const open = useContext(OpenContext);
  if (open === null) return <span className={styles['mark']}>{reference}</span>;
  return (
    <button type="button" className={styles['mark']} aria-label={t('report.trace.open', { reference })} title={t('report.trace.open', { reference })} onClick={() => open(reference)}>
      {reference}
    </button>
  );
}

interface PanelProps {
  readonly model: ReportModel;
  readonly reference: string;
  readonly figure: Traced;
  readonly onClose: () => void;
}

function TracePanel({ model: { meta }, reference, figure, onClose }: PanelProps): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel title={t('report.trace.title', { reference })} open onClose={onClose}>
      <Facts
        facts={[
          { label: t('report.trace.place'), value: figure.place },
          { label: t('report.trace.accounts'), value: figure.accounts },
          { label: t('report.trace.amount'), value: <strong className="number">{figure.amount}</strong> },
          { label: t('report.asOf'), value: formatOfficialDate(meta.asOf) },
          { label: t('report.knownBefore'), value: formatInstant(meta.knownBefore) },
        ]}
      />
      {figure.parts.length > 0 ? (
        <p className={styles['parts']}>
          {t('report.trace.sumOf')}
          {figure.parts.map((part) => (
            <Reference key={part} reference={part} />
          ))}
        </p>
      ) : (
        <PlainTable
          label={t('report.trace.entries')}
          rows={figure.entries}
          rowKey={(_, index) => index}
          columns={[
            { header: t('report.trace.entry'), align: 'center', cell: ({ cells }) => cells['entry'] },
            { header: t('report.trace.on'), align: 'center', cell: ({ cells }) => cells['effectiveOn'] },
            { header: t('report.trace.posting'), cell: ({ cells }) => cells['posting'], wrap: true },
            { header: t('report.trace.won'), align: 'right', cell: ({ cells }) => cells['amountWon'] },
          ]}
          totals={[t('report.trace.sum'), '', '', figure.amount]}
        />
      )}
    </SidePanel>
  );
}
