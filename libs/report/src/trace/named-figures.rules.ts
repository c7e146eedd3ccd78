import { invariant } from '#libs/errors';
import { headerOf, type Origin, type ReportBlock, type ReportColumn, type ReportDraft, type ReportTable, type TraceableFigure } from '../report/report.js';
import { operandOf } from './ground.js';
import type { Operands } from './ground.rules.js';

/** A figure that others refer to: what it shows, and how its reference is found once all are given. */
export interface NamedFigure {
  readonly text: string;
  readonly reference: () => string | undefined;
}

export type NamedFigures = ReadonlyMap<string, NamedFigure>;

/** How references are found: of a figure by itself, and of a cell, by what stands in its row, its column and its table. */
export interface ReferenceFinder {
  readonly single: (figure: { readonly origin?: Origin; readonly reference?: string }, place: string) => string | undefined;
  readonly cell: (table: ReportTable, at: number | 'TOTAL', key: string) => string | undefined;
}

/** Every named figure of a draft. Throws `InvariantError` where two have one name. */
export function namedFigures(draft: ReportDraft, finder: ReferenceFinder): NamedFigures {
  const figures = new Map<string, NamedFigure>();
  const add = (name: string | undefined, text: string, reference: NamedFigure['reference']): void => {
    if (name === undefined) return;
    invariant(!figures.has(name), `two figures are called '${name}'`);
    figures.set(name, { text, reference });
  };
  for (const block of draft.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') addCells(block, finder, add);
    else for (const { figure, label, value } of singleFigures(block)) add(figure.name, value, () => finder.single(figure, label));
  }
  return figures;
}

type Add = (name: string | undefined, text: string, reference: NamedFigure['reference']) => void;

function addCells(table: ReportTable, finder: ReferenceFinder, add: Add): void {
  table.rows.forEach(({ cells, names = {} }, at) => {
    for (const [key, name] of Object.entries(names)) add(name, cells[key] ?? '', () => finder.cell(table, at, key));
  });
  for (const [key, name] of Object.entries(table.totalNames ?? {})) add(name, table.totals?.[key] ?? '', () => finder.cell(table, 'TOTAL', key));
}

interface SingleFigure {
  readonly figure: TraceableFigure;
  readonly label: string;
  readonly value: string;
}

/** Figures that stand by themselves, with what they show; nothing for tables. */
export function singleFigures(block: ReportBlock): readonly SingleFigure[] {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.map((figure) => ({ figure, label: figure.label.ko, value: figure.value }));
    case 'facts':
      return block.rows.map((figure) => ({ figure, label: figure.label.ko, value: figure.value }));
    case 'gauge':
      return [{ figure: block, label: block.label.ko, value: block.valuePercent }];
    case 'pace':
      return [{ figure: block, label: block.alt.ko, value: '' }];
    default:
      return [];
  }
}

/** What operands show in a row of a table, in its totals and in the report. Throws `InvariantError` where nothing has that name. */
export function operandsIn(named: NamedFigures, table: ReportTable | null, cells: Readonly<Record<string, string>>): Operands {
  return (text) => {
    const { scope, name } = operandOf(text);
    if (scope === 'NAMED') return figureNamed(named, name).text;
    invariant(table !== null && table.columns.some(({ key }) => key === name), `there is no column '${name}'`);
    return (scope === 'ROW' ? cells[name] : table.totals?.[name]) ?? null;
  };
}

/** What operands are called where the report shows them, with the references of those that stand elsewhere if they are wanted. */
export function labelsIn(named: NamedFigures, table: ReportTable | null, withReferences: boolean): (operand: string) => string {
  return (text) => {
    const { scope, name } = operandOf(text);
    if (scope === 'NAMED') return withReferences ? `${name}${figureNamed(named, name).reference() ?? ''}` : name;
    const header = table?.columns.find(({ key }) => key === name);
    const label = header === undefined ? name : bareHeader(header);
    const twins = table?.columns.filter((each) => bareHeader(each) === label) ?? [];
    const before = twins.length < 2 ? undefined : table?.columns[table.columns.findIndex(({ key }) => key === name) - 1];
    const full = before === undefined ? label : `${bareHeader(before)} ${label}`;
    return scope === 'TOTAL' ? `${full} 합계` : full;
  };
}

/** What a column is called without its sign and unit. */
const bareHeader = (each: ReportColumn): string => headerOf(each).replace(/^\([+−]\) /u, '').replace(/ ?\(원\)$/u, '');

function figureNamed(named: NamedFigures, name: string): NamedFigure {
  const figure = named.get(name);
  invariant(figure !== undefined, `no figure of the report is called '${name}'`);
  return figure;
}
