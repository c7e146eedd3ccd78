import { createContext, useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../design/dialog.js';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { formatInstant, formatOfficialDate } from '../../format/date.js';
import type { ReportModel, ReportRow, ReportTable } from './report.requests.js';
import styles from './trace.module.css';

/** The annexes that list what is behind the figures; their rows name their reference. */
const TRACE_SECTION = 'trace';
const GROUND_SECTION = 'grounds';
/** Beside a figure of the ledger to which nothing was ever entered: there is nothing to show. */
const NO_ENTRIES = '[0]';
/** References in a text: '[12]', '[산3]'. */
const REFERENCE = /(\[[^\]\s]+\])/u;

const OpenContext = createContext<((reference: string) => void) | null>(null);

/** A formula, a record or a rule. */
interface Ground {
  readonly place: string;
  readonly ground: string;
}

/** Entries, or the references that a sum is made of. */
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
  const grounds = useMemo(() => groundsOf(model), [model]);
  const [figure, ground] = reference === null ? [] : [figures.get(reference), grounds.get(reference)];
  return (
    <OpenContext value={setReference}>
      {children}
      {reference !== null && figure !== undefined && <TracePanel model={model} reference={reference} figure={figure} onClose={() => setReference(null)} />}
      {reference !== null && ground !== undefined && <GroundPanel reference={reference} ground={ground} onClose={() => setReference(null)} />}
    </OpenContext>
  );
}

const tablesIn = (model: ReportModel, section: string): readonly ReportTable[] => (model.sections.find(({ id }) => id === section)?.blocks ?? []).flatMap((block): ReportTable[] => (block.kind === 'table' ? [block] : []));

const groundsOf = (model: ReportModel): ReadonlyMap<string, Ground> =>
  new Map(tablesIn(model, GROUND_SECTION).flatMap(({ rows }) => rows.map(({ cells }) => [cells['reference'] ?? '', { place: cells['place'] ?? '', ground: cells['ground'] ?? '' }])));

function tracedFigures(model: ReportModel): ReadonlyMap<string, Traced> {
  const tables = tablesIn(model, TRACE_SECTION);
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

/** The reference beside a figure, if there is one; without a report around it a plain text. */
export function Reference({ reference }: { readonly reference: string | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const open = useContext(OpenContext);
  if (reference === undefined || reference === NO_ENTRIES) return null;
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

/** A formula with the figures that go into it, a record or a rule. */
function GroundPanel({ reference, ground: { place, ground }, onClose }: { readonly reference: string; readonly ground: Ground; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel title={t('report.trace.groundTitle', { reference })} open onClose={onClose}>
      <Facts
        facts={[
          { label: t('report.trace.place'), value: place },
          { label: t('report.trace.ground'), value: ground.split(REFERENCE).map((part, index) => (REFERENCE.test(part) ? <Reference key={index} reference={part} /> : part)) },
        ]}
      />
    </SidePanel>
  );
}
