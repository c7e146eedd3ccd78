/** What a document is made of: plain data. Texts are final; the kit formats nothing that an auditor could argue about. */

/** Meaning of a result. Always drawn with a symbol as well as a colour; the text must say it too. */
export type Tone = 'good' | 'bad' | 'open' | 'neutral';

export interface Column {
  readonly header: string;
  /** Neighbouring columns with the same group share a spanning header above theirs. */
  readonly group?: string;
  /** Right-aligned columns hold figures: they never wrap as long as the page is wide enough. */
  readonly align?: 'left' | 'right' | 'center';
  /** Share of the free width relative to the other columns; measured from the content when left out. */
  readonly weight?: number;
  /** The cells of this column name their row. */
  readonly rowHeader?: boolean;
}

export interface TonedCell {
  readonly text: string;
  /** What the text rests on, small and grey before it: a reference that must not be taken for part of a figure. */
  readonly mark?: string;
  readonly tone?: 'good' | 'bad' | 'open' | 'muted' | 'strong';
}

export type Cell = string | TonedCell;

/** A row of cells, one per column; or a heading over the rows that follow; or a row that sums others up. */
export type Row = readonly Cell[] | { readonly group: string } | { readonly subtotal: readonly Cell[] };

/** The rows of a table: an array, or anything that tells their number and hands them out again and again (the kit reads them three times). */
export interface Rows extends Iterable<Row> {
  readonly length: number;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  /** Unit of the figures, printed at the right of the caption. */
  readonly unit?: string;
  readonly columns: readonly Column[];
  readonly rows: Rows;
  readonly footer?: readonly Cell[];
  readonly dense?: boolean;
  /** Notes under the table (※ …). */
  readonly notes?: readonly string[];
  /** What the table shows, for assistive technology. */
  readonly summary?: string;
}

/** A table whose rows come as they are read, say from a cursor of the database; nobody knows their number before the last. */
export interface StreamedTable extends Omit<TableBlock, 'rows'> {
  readonly rows: AsyncIterable<Row>;
}

export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly note?: string;
  readonly tone?: Tone;
}

export type Fact = readonly [label: string, value: string];

/** One measured value against its requirement. `value` and `required` only place the ink; the texts are what counts. */
export interface Measure {
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly required?: number;
  readonly requiredText?: string;
  readonly tone: Tone;
  /** The result in words (충족, 미충족, …). */
  readonly status: string;
}

export interface Series {
  readonly name: string;
  /** One value per label; null leaves a gap (not yet known). */
  readonly values: readonly (number | null)[];
  /** Expected and required values are drawn dashed. */
  readonly dashed?: boolean;
}

interface FigureBlock {
  readonly caption?: string;
  /** Read out instead of the picture; made from the data when left out. */
  readonly alt?: string;
}

interface ChartBlock extends FigureBlock {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Unit of the value axis, e.g. % or 억원. */
  readonly unit: string;
  /** Decimal places of the printed values; 0 when left out. */
  readonly decimals?: number;
  /** Height in points, without caption; 170 when left out. */
  readonly height?: number;
}

export interface ApprovalCell {
  readonly role: string;
  readonly name?: string;
  /** Printed in the signature field: 서명, 전결, 대결, … */
  readonly mark?: string;
  readonly date?: string;
}

export interface Verdict {
  readonly tone: 'good' | 'bad' | 'open';
  readonly title: string;
  readonly text: string;
}

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3 | 4;
      readonly text: string;
      /** Whether it appears among the bookmarks; levels 2 and 3 do when left out. */
      readonly bookmark?: boolean;
      /** Name of the destination; made up when left out. Lower-case ASCII letters, digits, dot and hyphen. */
      readonly id?: string;
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'normal' | 'muted' | 'alert' | 'strong' }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | { readonly kind: 'tiles'; readonly tiles: readonly Tile[] }
  | TableBlock
  | { readonly kind: 'facts'; readonly rows: readonly Fact[]; readonly caption?: string }
  | ({ readonly kind: 'gauge'; readonly measures: readonly Measure[]; /** End of the scale. */ readonly maximum: number } & FigureBlock)
  | ({ readonly kind: 'lines' } & ChartBlock)
  | ({ readonly kind: 'bars' } & ChartBlock)
  | { readonly kind: 'approvalBox'; readonly cells: readonly ApprovalCell[] }
  | ({ readonly kind: 'verdict' } & Verdict)
  | {
      readonly kind: 'verification';
      /** Behind the drawn code. */
      readonly url: string;
      /** To be typed where nothing can be photographed. */
      readonly code: string;
      readonly lines: readonly string[];
      /** What the drawn code is, for assistive technology. */
      readonly alt: string;
      /** What stands where the signature lies; left out: the document is not signed. */
      readonly signature?: string;
    }
  | { readonly kind: 'toc' }
  /** The files inside the document; `closing` is its last line, which never stands on a page alone. */
  | { readonly kind: 'attachments'; readonly closing?: string }
  | { readonly kind: 'pageBreak'; readonly orientation?: 'portrait' | 'landscape' }
  | { readonly kind: 'space'; readonly points: number };

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** The first page. Dates are texts: how a date is written is the caller's business. */
export interface Cover {
  readonly issuer: string;
  /** Kind of document, printed beside the issuer. */
  readonly series?: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly facts?: readonly Fact[];
  readonly approval?: readonly ApprovalCell[];
  readonly verdict?: Verdict;
  readonly notices?: readonly string[];
}
