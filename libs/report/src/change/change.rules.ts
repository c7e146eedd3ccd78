import type { ReportBlock, ReportDraft, ReportTable } from '../report/report.js';
import { GROUND_SECTION } from '../trace/ground.model.js';
import { TRACE_SECTION } from '../trace/trace.model.js';
import type { ChangedFigure } from './change.js';

/** A figure of a report under a name that is the same in every version. */
type Figures = Map<string, { readonly place: string; readonly item: string; readonly value: string }>;

/** Every text that a report shows which is not the same in the other: figures, states, rows that came or went. In the order of the later one. */
export function changedFigures(before: ReportDraft, after: ReportDraft): ChangedFigure[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const changed = [...now].flatMap(([key, { place, item, value }]): ChangedFigure[] => {
    const earlier = old.get(key)?.value ?? null;
    return earlier === value ? [] : [{ place, item, before: earlier, after: value }];
  });
  const gone = [...old].flatMap(([key, { place, item, value }]): ChangedFigure[] => (now.has(key) ? [] : [{ place, item, before: value, after: null }]));
  return [...changed, ...gone];
}

function figuresOf({ verdict, sections, meta }: ReportDraft): Figures {
  const figures: Figures = new Map();
  const add = (place: string, item: string, value: string): void => {
    // The same name twice in one place is told apart by its turn.
    const base = `${place}\n${item}`;
    let key = base;
    for (let turn = 2; figures.has(key); turn += 1) key = `${base}\n${turn}`;
    figures.set(key, { place, item, value });
  };
  add('표지', '판정', verdict.title.ko);
  add('표지', '규칙 버전', meta.ruleVersion);
  // The annexes tell what references stand for; they are counted anew in every version.
  for (const { id, title, blocks } of sections) if (id !== TRACE_SECTION && id !== GROUND_SECTION) for (const block of blocks) addBlock(title.ko, block, add);
  return figures;
}

type Add = (place: string, item: string, value: string) => void;

function addBlock(place: string, block: ReportBlock, add: Add): void {
  switch (block.kind) {
    case 'tiles':
      for (const { label, value, unit } of block.tiles) add(place, label.ko, `${value}${unit}`);
      return;
    case 'facts':
      for (const { label, value } of block.rows) add(place, label.ko, value);
      return;
    case 'gauge':
      add(place, block.label.ko, `${block.valuePercent}% / ${block.requiredPercent}%`);
      return;
    case 'table':
      addTable(`${place} · ${block.caption.ko}`, block, add);
      return;
    case 'text':
      add(place, '설명', block.text.ko);
      return;
    case 'pace':
      for (const { on, expectedWon, qualifyingWon } of block.points) add(place, on, `${expectedWon} / ${qualifyingWon ?? ''}`);
  }
}

/** A row is named by what stands in its first two columns; cells that say nothing in both versions are no figures. */
function addTable(place: string, { columns, rows, totals }: ReportTable, add: Add): void {
  const [first, second] = columns;
  const addRow = (name: string, cells: Readonly<Record<string, string>>): void => {
    for (const { key, header } of columns) if (key !== first?.key) add(place, `${name} · ${header.ko}`, cells[key] ?? '');
  };
  const names = rows.map(({ cells }) => cells[first?.key ?? ''] ?? '');
  const plain = new Set(names).size === names.length;
  rows.forEach(({ cells }, at) => addRow(plain || second === undefined ? (names[at] ?? '') : `${names[at] ?? ''} ${cells[second.key] ?? ''}`, cells));
  if (totals !== undefined) addRow('합계', totals);
}
