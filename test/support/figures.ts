import type { Json } from './client.js';

/** A figure that leads to nothing: where it stands and what it shows. */
export interface UntracedFigure {
  readonly place: string;
  readonly text: string;
}

/** What looks like a figure and is none, by the place where it stands, with the reason. */
const NO_FIGURES: readonly (readonly [place: RegExp, why: string])[] = [
  [/적용 규칙.* · 버전$/u, 'the number of a rule is its name'],
  [/^annex · 단수$/u, 'the dictionary says what a word means'],
  [/ · 봉인 회차$/u, 'the number of a batch is its name'],
];

/** Numbers of sentences that explain a notation. */
const EXAMPLES: readonly string[] = ['49.996', '49.99'];

const FIGURE_KEY = /(Won|Percent|Count)$/u;
/** '1,234', '△5.00%', '1.2500배', '19.00% (필요 50.00%)'. */
const NUMBER = /^[△−-]?\d[\d,.]*(%|배|원|일)?( ※| \(.*\))?$/u;
/** '1,234원', '19.00%', '3건' somewhere in a text. */
const AMOUNT = /\d[\d,.]*(원|%|배|건|회|일\b)/u;
const ANNEXES = ['trace', 'grounds'];

/**
 * Every amount, ratio and count of a report, as the API answers it, that carries no reference to entries, to a formula with its parts, to
 * a record or to a rule. A figure in a table may have that of its column or row; a total without one has to be the sum of its column.
 */
export function untracedFigures(report: Json): UntracedFigure[] {
  const untraced = (report.sections as Json[]).filter(({ id }) => !ANNEXES.includes(id as string)).flatMap(({ id, blocks }) => (blocks as Json[]).flatMap((block) => untracedIn(id as string, block)));
  return untraced.filter(({ place }) => !NO_FIGURES.some(([exempt]) => exempt.test(place)));
}

/** How many figures `untracedFigures` looks at. */
export const figureCount = (report: Json): number =>
  (report.sections as Json[]).filter(({ id }) => !ANNEXES.includes(id as string)).flatMap(({ blocks }) => (blocks as Json[]).flatMap((block) => figuresIn(block))).length;

interface Figure {
  readonly place: string;
  readonly text: string;
  readonly traced: boolean;
}

const untracedIn = (section: string, block: Json): UntracedFigure[] => figuresIn(block).filter(({ traced }) => !traced).map(({ place, text }) => ({ place: `${section} · ${place}`, text }));

const isShown = (text: string | undefined): text is string => text !== undefined && text !== '' && text !== '-';

function figuresIn(block: Json): Figure[] {
  const single = (label: Json, text: string, reference: unknown): Figure => ({ place: label.ko as string, text, traced: reference !== undefined });
  switch (block.kind) {
    case 'tiles':
      return (block.tiles as Json[]).filter(({ value }) => isShown(value as string)).map(({ label, value, reference }) => single(label, value as string, reference));
    case 'facts':
      return (block.rows as Json[]).filter(({ value }) => AMOUNT.test(value as string)).map(({ label, value, reference }) => single(label, value as string, reference));
    case 'gauge':
      return [single(block.label, block.valuePercent as string, block.reference)];
    case 'pace':
      return [single(block.alt, '', block.reference)];
    case 'table':
      return (block.columns as Json[]).flatMap((column) => figuresOfColumn(block, column));
    default:
      return [];
  }
}

function figuresOfColumn(table: Json, { key, header, align, reference }: Json): Figure[] {
  const isFigure = (text: string | undefined): boolean => isShown(text) && (FIGURE_KEY.test(key as string) || (align === 'right' && NUMBER.test(text)));
  const place = `${table.caption.ko as string} · ${header.ko as string}`;
  const rows = (table.rows as Json[]).filter(({ cells }) => isFigure(cells[key] as string));
  const figures = rows.map((row): Figure => ({ place, text: row.cells[key] as string, traced: (row.references?.[key] ?? reference ?? row.reference) !== undefined }));
  const total = table.totals?.[key] as string | undefined;
  if (!isFigure(total)) return figures;
  const traced = (table.totalReferences?.[key] ?? reference) !== undefined || (figures.every((each) => each.traced) && isSum(table.rows as Json[], key as string, total ?? ''));
  return [...figures, { place: `${place} (합계)`, text: total ?? '', traced }];
}

const wonOf = (text: string): bigint => BigInt((/[△−-]?\d[\d,]*/u.exec(text)?.[0] ?? '0').replaceAll(',', '').replace(/[△−]/u, '-'));

/** Of all rows, or of those that count: what does not is shown muted. */
function isSum(rows: readonly Json[], key: string, total: string): boolean {
  const sumOf = (counted: readonly Json[]): bigint => counted.reduce((sum, { cells }) => sum + wonOf((cells[key] ?? '0') as string), 0n);
  return [sumOf(rows), sumOf(rows.filter(({ tone }) => tone !== 'muted'))].includes(wonOf(total));
}

/** Amounts and percentages in the sentences of a report that stand nowhere among its figures, so that nothing leads from them to their ground. */
export function loneAmounts(report: Json): string[] {
  const sections = (report.sections as Json[]).filter(({ id }) => !ANNEXES.includes(id as string));
  const figures = new Set(sections.flatMap(({ blocks }) => (blocks as Json[]).flatMap((block) => [...figuresIn(block).map(({ text }) => text), ...(block.kind === 'tiles' ? (block.tiles as Json[]).map(({ note }) => (note ?? '') as string) : [])])).flatMap((text) => text.match(/[△−-]?\d[\d,.]*/gu) ?? []));
  const texts = sections.flatMap(({ blocks }) => (blocks as Json[]).filter(({ kind, reference }) => kind === 'text' && reference === undefined).map(({ text }) => text.ko as string));
  return texts.flatMap((text) => [...text.matchAll(/([△−-]?\d[\d,.]*)(원|%)/gu)].map(([, amount = '']) => amount).filter((amount) => !figures.has(amount) && !EXAMPLES.includes(amount)).map((amount) => `${amount} in '${text.slice(0, 60)}'`));
}
