import { invariant, type Bilingual } from '#libs/errors';
import { both, dateText, wonText } from '../report/report-text.js';
import { NO_ENTRIES, NOTHING, type Origin, type ReportBlock, type ReportDraft, type ReportRow, type ReportSection, type ReportTable, type TraceableFigure } from '../report/report.js';
import { centred, column } from '../table/column.js';
import { amountIn } from './ground.rules.js';
import { isLedger, type FigureOrigin } from './origin.js';

/** A figure that says where it comes from, and where it stands first; won. */
export interface TracedFigure {
  readonly terms: FigureOrigin;
  readonly figureWon: bigint;
  readonly place: string;
}

/** What an entry adds to a figure; won. `figure` is the place of the figure in the list asked about. */
export interface TraceLine {
  readonly figure: number;
  readonly entryId: string;
  readonly effectiveOn: string;
  readonly posting: string;
  readonly amountWon: bigint;
}

/** What accounts and books are called, by their codes. */
export interface TraceNames {
  readonly charts: ReadonlyMap<string, string>;
  readonly books: ReadonlyMap<string, string>;
}

const keyOf = (terms: FigureOrigin): string => JSON.stringify(terms);

/** Every figure of a draft that names its lines, once for the same lines. Throws `InvariantError` where the same lines are said to give two amounts. */
export function figuresOf(draft: ReportDraft): readonly TracedFigure[] {
  const figures = new Map<string, TracedFigure>();
  const add = (terms: FigureOrigin, text: string, place: string): void => {
    const figureWon = wonOf(text, place);
    const known = figures.get(keyOf(terms));
    invariant(known === undefined || known.figureWon === figureWon, `'${place}' shows ${figureWon}, and '${known?.place}' ${known?.figureWon} of the same lines`);
    if (known === undefined) figures.set(keyOf(terms), { terms, figureWon, place });
  };
  for (const block of draft.sections.flatMap(({ blocks }) => blocks)) {
    for (const { origin, value, label } of singleFigures(block)) if (isLedger(origin)) add(origin, value, label.ko);
    if (block.kind === 'table') for (const [terms, text, place] of cellsOf(block)) add(terms, text, place);
  }
  return [...figures.values()];
}

function wonOf(text: string, place: string): bigint {
  const amount = amountIn(text);
  invariant(amount !== null, `'${place}' shows '${text}', which is no amount`);
  return amount;
}

/** Figures that stand by themselves: tiles and facts. */
const singleFigures = (block: ReportBlock): readonly (TraceableFigure & { readonly label: Bilingual; readonly value: string })[] => (block.kind === 'tiles' ? block.tiles : block.kind === 'facts' ? block.rows : []);

/** The cells of a table that name their lines, with where they stand: caption, row, column. */
function cellsOf({ caption, columns, rows, totals, totalOrigins }: ReportTable): (readonly [FigureOrigin, string, string])[] {
  const placed = (cells: Readonly<Record<string, string>>, origins: Readonly<Record<string, Origin>> = {}) =>
    columns.flatMap((each) => {
      const terms = origins[each.key];
      const row = columns.map(({ key }) => cells[key] ?? '').find((text) => text !== '') ?? '';
      return !isLedger(terms) || (cells[each.key] ?? NOTHING) === NOTHING ? [] : [[terms, cells[each.key] ?? '', `${caption.ko} · ${row} · ${[each.group?.ko, each.header.ko].filter(Boolean).join(' ')}`] as const];
    });
  return [...rows.flatMap(({ cells, origins }) => placed(cells, origins)), ...placed(totals ?? {}, totalOrigins)];
}

/**
 * The draft with a reference beside each figure that has entries, and the annex that lists them. Throws `InvariantError` where the
 * entries of a figure do not add up to it: such a report must not leave the house.
 */
export function tracedDraft(draft: ReportDraft, figures: readonly TracedFigure[], lines: readonly TraceLine[], names: TraceNames): ReportDraft {
  const byFigure = new Map<number, TraceLine[]>();
  for (const line of lines) {
    const own = byFigure.get(line.figure);
    if (own === undefined) byFigure.set(line.figure, [line]);
    else own.push(line);
  }
  figures.forEach(({ figureWon, place }, at) => {
    const sum = (byFigure.get(at) ?? []).reduce((total, { amountWon }) => total + amountWon, 0n);
    invariant(sum === figureWon, `'${place}' shows ${figureWon}, its entries add up to ${sum}`);
  });
  const listed = listedOf(figures.map((figure, at) => ({ ...figure, own: byFigure.get(at) ?? [] })));
  const references: References = new Map(listed.flatMap(({ all }, at) => all.map((terms) => [keyOf(terms), `[${at + 1}]`])));
  const sections = draft.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => referenced(block, references)) }));
  if (listed.length === 0) return { ...draft, sections };
  return { ...draft, sections: [...sections.slice(0, -1), traceSection(listed, names), ...sections.slice(-1)] };
}

/** Puts references in the place of lines; what a figure rests on besides the ledger stays for `groundedDraft`. */
function referenced(block: ReportBlock, references: References): ReportBlock {
  const of = (terms: FigureOrigin): string => references.get(keyOf(terms)) ?? NO_ENTRIES;
  const single = <T extends TraceableFigure>({ origin, ...figure }: T) => ({ ...figure, ...(isLedger(origin) ? { reference: of(origin) } : own('origin', origin)) });
  if (block.kind === 'tiles') return { ...block, tiles: block.tiles.map(single) };
  if (block.kind === 'facts') return { ...block, rows: block.rows.map(single) };
  if (block.kind !== 'table') return block;
  const { totalOrigins, ...table } = block;
  const rows = table.rows.map(({ origins, ...row }): ReportRow => {
    const parted = partedOf(origins, row.cells, of);
    return { ...row, ...own('references', someOf(parted.references)), ...own('origins', someOf(parted.grounds)) };
  });
  const total = partedOf(totalOrigins, table.totals ?? {}, of);
  return { ...table, rows, ...own('totalReferences', someOf(total.references)), ...own('totalOrigins', someOf(total.grounds)) };
}

/** The references of a row's figures off the ledger, and the other origins as they are. */
function partedOf(origins: Readonly<Record<string, Origin>> | undefined, cells: Readonly<Record<string, string>>, of: (terms: FigureOrigin) => string) {
  const entries = Object.entries(origins ?? {}).filter(([key]) => (cells[key] ?? NOTHING) !== NOTHING);
  const references = Object.fromEntries(entries.flatMap(([key, origin]) => (isLedger(origin) ? [[key, of(origin)]] : [])));
  const grounds = Object.fromEntries(entries.flatMap(([key, origin]) => (isLedger(origin) ? [] : [[key, origin]])));
  return { references, grounds };
}

export const someOf = <T>(members: Readonly<Record<string, T>>): Readonly<Record<string, T>> | undefined => (Object.keys(members).length === 0 ? undefined : members);

/** A member that is there only where it has a value. */
export const own = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> => (value === undefined ? {} : ({ [key]: value } as Record<K, V>));

/** A reference: figures with the very same entries share one. */
interface Listed extends TracedFigure {
  readonly own: readonly TraceLine[];
  /** The lines as each of its figures names them. */
  readonly all: readonly FigureOrigin[];
}

/** What is printed beside a figure, by its lines. */
type References = ReadonlyMap<string, string>;

/** Figures with entries in the order of the report, once for the same entries. */
function listedOf(figures: readonly (TracedFigure & { readonly own: readonly TraceLine[] })[]): Listed[] {
  const groups = new Map<string, (typeof figures)[number][]>();
  for (const figure of figures.filter(({ own }) => own.length > 0)) {
    const key = figure.own.map(({ entryId, amountWon }) => `${entryId} ${amountWon}`).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [figure]);
    else group.push(figure);
  }
  return [...groups.values()].map((group) => {
    // The narrowest naming tells most.
    const terms = group.map((each) => each.terms).reduce((least, each) => (each.length < least.length ? each : least));
    const place = [group[0]?.place ?? '', ...(group.length > 1 ? [`외 ${group.length - 1}곳`] : [])].join(' ');
    return { terms, place, figureWon: group[0]?.figureWon ?? 0n, own: group[0]?.own ?? [], all: group.map((each) => each.terms) };
  });
}

/** A reference with those that it is the sum of; where there are none its entries are listed themselves. */
interface Composed extends Listed {
  readonly reference: string;
  readonly parts: readonly string[];
}

/** Sums are told by what they are sums of, so that no entry is listed more often than it has to be; the largest parts are taken first. */
function composed(listed: readonly Listed[]): Composed[] {
  const named = listed.map((figure, at) => ({ figure, reference: `[${at + 1}]`, kinds: kindsOf(figure.terms) }));
  const bySize = named.toSorted((one, other) => other.figure.own.length - one.figure.own.length);
  return named.map(({ figure, reference, kinds }) => {
    const left = new Map(figure.own.map(({ entryId, amountWon }) => [entryId, amountWon]));
    const parts = figure.own.length < 2 ? [] : bySize.filter((other) => other.reference !== reference && other.figure.own.length <= figure.own.length && [...other.kinds].every((kind) => kinds.has(kind)) && takenOff(left, other.figure.own));
    const whole = [...left.values()].every((amountWon) => amountWon === 0n);
    return { ...figure, reference, parts: whole ? parts.map((part) => part.reference) : [] };
  });
}

/** Which accounts and postings lines are of, whatever their book. */
const kindsOf = (terms: FigureOrigin): ReadonlySet<string> => new Set(terms.map(({ chart, postings, without, sign }) => JSON.stringify([chart, postings, without, sign])));

/** Takes entries off what is left of a sum, all of them or none: those that are not in it, or with more, are no part of it. */
function takenOff(left: Map<string, bigint>, entries: readonly TraceLine[]): boolean {
  const fits = entries.every(({ entryId, amountWon }) => {
    const rest = left.get(entryId) ?? 0n;
    return rest !== 0n && rest > 0n === amountWon > 0n && (amountWon > 0n ? rest >= amountWon : rest <= amountWon);
  });
  if (fits) for (const { entryId, amountWon } of entries) left.set(entryId, (left.get(entryId) ?? 0n) - amountWon);
  return fits;
}

/** The annex: what each reference stands for, and its entries. */
export const TRACE_SECTION = 'trace';

function traceSection(listed: readonly Listed[], names: TraceNames): ReportSection {
  const figures = composed(listed);
  return {
    id: TRACE_SECTION,
    title: both('부록: 원장 근거(참조별 분개)', 'Annex: entries behind the figures'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '수치 옆의 [번호]는 그 수치를 이루는 원장 분개를 가리킵니다. 참조마다 분개의 금액을 더하면 보고서의 수치와 원 단위까지 같고, 같지 않으면 이 보고서는 만들어지지 않습니다. 다른 참조의 합인 수치는 그 참조로 적었습니다. 기준일과 자료 반영 시점은 표지와 같습니다.',
          'A [number] beside a figure names the entries it is made of. The amounts of a reference add up to the figure to the won, or the report is not made. Sums are told by the references they are sums of. Date and time of knowledge are those of the cover.',
        ),
      },
      referenceTable(figures, names),
      entryTable(figures),
    ],
  };
}

function referenceTable(figures: readonly Composed[], names: TraceNames): ReportTable {
  return {
    kind: 'table',
    caption: both(`참조 목록 (${figures.length}건)`, `References (${figures.length})`),
    columns: [centred('reference', '참조', 'Reference'), column('place', '수치의 위치', 'Figure'), column('accounts', '장부와 계정', 'Book and accounts'), column('parts', '구성', 'Sum of'), column('entryCount', '분개 수', 'Entries'), column('amountWon', '금액(원)', 'Amount (won)')],
    rows: figures.map(({ reference, terms, place, own, parts, figureWon }) => ({
      cells: { reference, place, accounts: accountsText(terms, names), parts: parts.length === 0 ? '아래 분개' : parts.join(' + '), entryCount: wonText(BigInt(own.length)), amountWon: wonText(figureWon) },
    })),
  };
}

/** '예산배정액, (−) 이월예산': kinds of accounts by name, once each, and the book where books are named. */
function accountsText(terms: FigureOrigin, { charts, books }: TraceNames): string {
  const accounts = [...new Set(terms.map(({ chart, sign }) => `${sign === 1 ? '' : '(−) '}${charts.get(chart) ?? chart}`))].join(', ');
  const named = [...new Set(terms.flatMap(({ book }) => books.get(book) ?? []))];
  const [first] = named;
  if (first === undefined) return accounts;
  return `${named.length === 1 ? first : `장부 ${named.length}개`}: ${accounts}`;
}

function entryTable(figures: readonly Composed[]): ReportTable {
  return {
    kind: 'table',
    caption: both('참조별 분개', 'Entries by reference'),
    columns: [centred('reference', '참조', 'Reference'), centred('entry', '분개번호', 'Entry'), column('effectiveOn', '일자', 'Date'), column('posting', '전기 규칙', 'Posting'), column('amountWon', '금액(원)', 'Amount (won)')],
    rows: figures
      .filter(({ parts }) => parts.length === 0)
      .flatMap(({ reference, own }) => own.map((line) => ({ cells: { reference, entry: line.entryId, effectiveOn: dateText(line.effectiveOn), posting: line.posting, amountWon: wonText(line.amountWon) } }))),
  };
}
