import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { PlainTable } from '../../design/plain-table.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { ObligationBar } from '../fund/obligation-bar.js';
import styles from './report-page.module.css';
import type { ReportBlock, ReportRow, ReportTable } from './report.requests.js';
import { Reference } from './trace.js';

const PaceChart = lazy(async () => ({ default: (await import('../fund/pace-chart.js')).PaceChart }));

/** One block of the report model; texts come final from the server and are formatted nowhere else. */
export function ReportBlockView({ block }: { readonly block: ReportBlock }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  switch (block.kind) {
    case 'tiles':
      return (
        <div className={styles['tiles']}>
          {block.tiles.map((tile, index) => (
            <div key={index} className={styles['tile']}>
              <p className={styles['label']}>{say(tile.label)}</p>
              <p className={`${styles['value']} number`}>
                {tile.value}
                {tile.unit} <Reference reference={tile.reference} />
              </p>
              {tile.note !== undefined && <p className={styles['label']}>{tile.note}</p>}
            </div>
          ))}
        </div>
      );
    case 'table':
      return <TableBlock table={block} />;
    case 'text':
      return <p className={styles['text']}>{behind(say(block.text), block.reference)}</p>;
    case 'facts':
      return <Facts columns facts={block.rows.map((row) => ({ label: say(row.label), value: behind(row.value, row.reference) }))} />;
    case 'gauge':
      return (
        <figure aria-label={say(block.alt)}>
          <figcaption className={styles['caption']}>{behind(say(block.label), block.reference)}</figcaption>
          <ObligationBar ratioPercent={block.valuePercent} requiredPercent={block.requiredPercent} met={Number(block.valuePercent) >= Number(block.requiredPercent)} />
        </figure>
      );
    case 'pace':
      return (
        <Suspense fallback={<div className={styles['chart']} />}>
          <Reference reference={block.reference} />
          <div className={styles['chart']} role="img" aria-label={say(block.alt)}>
            <PaceChart points={block.points} />
          </div>
        </Suspense>
      );
    default:
      return <p>{t('report.unknownBlock')}</p>;
  }
}

const TONES: Readonly<Record<string, string>> = { good: 'success', bad: 'danger', muted: 'muted' };

/** A figure with what it rests on before it, so that figures below each other stay in line. */
const before = (reference: string | undefined, text: ReactNode = ''): ReactNode => (
  <>
    <Reference reference={reference} />
    {text}
  </>
);

/** A heading or a text with what it rests on behind it. */
const behind = (text: ReactNode, reference?: string): ReactNode => (
  <>
    {text} <Reference reference={reference} />
  </>
);

function TableBlock({ table }: { readonly table: ReportTable }): ReactElement {
  const say = useBilingual();
  return (
    <figure>
      <figcaption className={styles['caption']}>{say(table.caption)}</figcaption>
      <div className={styles['frame']}>
        <PlainTable<ReportRow>
          label={say(table.caption)}
          rows={table.rows}
          rowKey={(_, index) => index}
          tone={({ tone }) => (tone === undefined ? undefined : TONES[tone])}
          columns={table.columns.map((column, index) => ({
            header: behind(column.group === undefined ? say(column.header) : `${say(column.group)} ${say(column.header)}`, column.reference),
            align: column.align,
            cell: ({ cells, references, reference }) => before(references?.[column.key], index === 0 ? behind(cells[column.key], reference) : cells[column.key]),
            wrap: column.align === 'left',
          }))}
          {...(table.totals === undefined ? {} : { totals: table.columns.map((column) => before(table.totalReferences?.[column.key], table.totals?.[column.key])) })}
        />
      </div>
    </figure>
  );
}
