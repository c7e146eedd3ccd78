import { quarterEnd, type LocalDate } from '#libs/calendar';
import type { Block, Cell, Measure, TableBlock, Tile, Tone, Verdict } from '#libs/pdf';
import { hashText, inBoth } from './report-text.js';
import { NO_ENTRIES, type ReportBlock, type ReportDraft, type ReportRow, type ReportTable, type ReportTile, type ReportVerdictCode } from './report.js';

/** Every report as blocks of the PDF kit: texts go over as they are, nothing is formatted here. */

type GaugeBlock = Extract<ReportBlock, { kind: 'gauge' }>;

const VERDICT_TONES: Readonly<Record<ReportVerdictCode, Verdict['tone']>> = { MET: 'good', NOT_MET: 'bad', IN_PROGRESS: 'open', UNREACHABLE: 'bad', SETTLED: 'good', UNSETTLED: 'bad' };

/** Columns that say how a row stands; the row's tone is shown there, and 'open' where it has none. */
const STATUS_KEYS: readonly string[] = ['status', 'met', 'result'];
/** Columns that take the row's tone only when it has one. */
const TONED_KEYS: readonly string[] = ['unpaidWon', 'differenceWon'];

/** The finding of a report, in Korean with the English word beside it. */
export function verdictPanel({ verdict }: ReportDraft): Verdict {
  return { tone: VERDICT_TONES[verdict.code], title: `판정: ${inBoth(verdict.title)}`, text: verdict.text.ko };
}

/** Which sections stand on turned pages, because their tables are wide, and which begin on a new page. */
export interface PageLayout {
  readonly turned: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
}

/** All sections in order. */
export function sectionBlocks(draft: ReportDraft, { turned, fresh }: PageLayout): Block[] {
  let landscape = false;
  let tableCount = 0;
  return draft.sections.flatMap((section) => {
    const breaks = turned.has(section.id) !== landscape || fresh.has(section.id);
    landscape = turned.has(section.id);
    return [
      ...(breaks ? [{ kind: 'pageBreak' as const, orientation: landscape ? ('landscape' as const) : ('portrait' as const) }] : []),
      { kind: 'heading' as const, level: 2 as const, text: inBoth(section.title), id: section.id },
      ...grouped(section.blocks).map((blocks) => {
        if (blocks[0]?.kind === 'table') tableCount += 1;
        return blockOf(blocks, draft, tableCount);
      }),
    ];
  });
}

/** Gauges that follow each other share one picture and one scale; everything else stands alone. */
function grouped(blocks: readonly ReportBlock[]): ReportBlock[][] {
  const groups: ReportBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'gauge' && last?.[0]?.kind === 'gauge') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function blockOf(blocks: readonly ReportBlock[], draft: ReportDraft, tableNumber: number): Block {
  const [block] = blocks;
  switch (block?.kind) {
    case 'tiles':
      return { kind: 'tiles', tiles: block.tiles.map(tileOf) };
    case 'table':
      return tableBlock(block, tableNumber);
    case 'facts':
      return { kind: 'facts', rows: block.rows.map(({ label, value, reference }) => [label.ko, behind(value, reference)] as const) };
    case 'gauge':
      return gaugeBlock(blocks.filter((each) => each.kind === 'gauge'), VERDICT_TONES[draft.verdict.code]);
    case 'pace':
      return paceBlock(block);
    case 'text':
      return block.text.ko === draft.verdict.text.ko ? { kind: 'verdict', ...verdictPanel(draft) } : { kind: 'paragraph', text: behind(block.text.ko, block.reference) };
    case undefined:
      return { kind: 'space', points: 0 };
  }
}

/** A tile; the entries behind its figure are named in the note. */
function tileOf({ label, value, unit, note, reference }: ReportTile): Tile {
  const notes = behind(note ?? '', reference).trim();
  return { label: label.ko, value, unit, ...(notes === '' ? {} : { note: notes }) };
}

/** A table with its number in the document. */
export function tableBlock(table: ReportTable, number: number): TableBlock {
  const { columns, rows, totals, totalReferences = {} } = table;
  return {
    kind: 'table',
    caption: `[표 ${number}] ${table.caption.ko}`,
    summary: table.caption.ko,
    columns: columns.map(({ header, align, group, reference }, at) => ({ header: behind(header.ko, reference), align, ...(group === undefined ? {} : { group: group.ko }), ...(at === 0 ? { rowHeader: true } : {}) })),
    rows: rows.map((row) => columns.map(({ key }, at) => cellOf(row, key, at === 0))),
    ...(totals === undefined ? {} : { footer: columns.map(({ key }) => beside(totalReferences[key], totals[key] ?? '')) }),
  };
}

/** A reference stands before its figure, so that figures below each other stay in line. */
const beside = (reference: string | undefined, text: string): Cell => (reference === undefined || reference === NO_ENTRIES ? text : { text, mark: reference });

/** What a heading or a text of its own rests on stands behind it. */
const behind = (text: string, reference: string | undefined): string => (reference === undefined || reference === NO_ENTRIES ? text : `${text} ${reference}`);

/** The record of a row is named in its first cell. */
function cellOf({ cells, tone, references = {}, reference }: ReportRow, key: string, isFirst: boolean): Cell {
  const cell = beside(references[key] ?? (isFirst ? reference : undefined), parted(cells[key] ?? ''));
  const toned = typeof cell === 'string' ? { text: cell } : cell;
  if (STATUS_KEYS.includes(key)) return { ...toned, tone: tone ?? 'open' };
  if (tone === 'muted') return { ...toned, tone };
  return tone !== undefined && TONED_KEYS.includes(key) ? { ...toned, tone } : cell;
}

/** A hash in groups of eight, so that it may be broken there and compared by eye; a date that is all of a cell stays on one line. */
function parted(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return hashText(text);
  return /^\d{4}\. \d{1,2}\. \d{1,2}\.$/.test(text) ? text.replaceAll(' ', '\u00a0') : text;
}

/**
 * Ratios against what is required; the first one decides and bears the tone of the finding. Truncated percentages compare
 * like the exact ones, since what is required has two decimals.
 */
function gaugeBlock(gauges: readonly GaugeBlock[], finding: Tone): Block {
  const measures = gauges.map((gauge, at): Measure => {
    const [value, required] = [Number(gauge.valuePercent), Number(gauge.requiredPercent)];
    const met = value >= required;
    const tone: Tone = met ? 'good' : at === 0 ? finding : 'open';
    return { label: behind(gauge.label.ko, gauge.reference), value, valueText: `${gauge.valuePercent}%`, required, requiredText: `${gauge.requiredPercent}%`, tone, status: met ? '충족' : '미달' };
  });
  const largest = Math.max(...measures.flatMap(({ value, required = 0 }) => [value, required]));
  return { kind: 'gauge', caption: '[그림 1] 기준별 비율과 필요 비율', maximum: Math.min(100, Math.ceil((largest + 5) / 10) * 10), measures, alt: gauges.map(({ alt }) => alt.ko).join('. ') };
}

function paceBlock({ points, alt, reference }: Extract<ReportBlock, { kind: 'pace' }>): Block {
  return {
    kind: 'lines',
    caption: behind('[그림 2] 투자기간 경과 대비 인정 투자액', reference),
    unit: '억원',
    decimals: 1,
    height: 150,
    labels: points.map(({ on }) => dayLabel(on)),
    series: [
      { name: '경과 대비 기대액', dashed: true, values: points.map(({ expectedWon }) => hundredMillions(expectedWon)) },
      { name: '인정 투자액(M)', values: points.map(({ qualifyingWon }) => (qualifyingWon === null ? null : hundredMillions(qualifyingWon))) },
    ],
    alt: alt.ko,
  };
}

/** In 억원 with two decimals: where the ink goes, never what is decided. */
const hundredMillions = (digits: string): number => Number(BigInt(digits) / 1_000_000n) / 100;

/** '’23 2Q' for the end of a quarter, '’23. 5. 20.' for other days. */
function dayLabel(on: LocalDate): string {
  const [year, month, day] = [on.slice(2, 4), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
  return quarterEnd(on) === on ? `’${year} ${month / 3}Q` : `’${year}. ${month}. ${day}.`;
}
