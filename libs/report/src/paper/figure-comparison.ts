/** A figure or text of the data that is not on the pages as often as it should be, or a figure of the pages that no data has. */
export type FigureDifference =
  | { readonly kind: 'MISSING'; readonly text: string; readonly printed: number; readonly due: number }
  | { readonly kind: 'UNKNOWN'; readonly text: string; readonly page: number };

/** Amounts with separators and percentages with decimals: what a report decides by. Dates, counts and hashes are not among them. */
const FIGURE = /△?\d{1,3}(?:,\d{3})+(?:\.\d+)?|△?\d+\.\d+%/g;

/** An amount of a million or more: no axis of a chart and no size of a file is written so. */
const LARGE = /^△?\d{1,3}(?:,\d{3}){2,}$/;

/** Less than a few letters are on any page. */
const LEAST_PART = 8;

const figuresOf = (text: string): string[] => text.match(FIGURE) ?? [];
const closeUp = (text: string): string => text.replaceAll(/[\s\u00a0]/g, '');

/**
 * Compares what pages print with what the data says, without regard to how the pages are set: each figure of the data must be
 * printed at least as often as the data shows it, each text of the data must be there, and each large amount of the pages must
 * be in the data. `shown`: the texts of the data that are printed. `known`: everything that the file says of itself.
 */
export function figureDifferences(pages: readonly (readonly string[])[], shown: readonly string[], known: string): FigureDifference[] {
  const printed = counted(pages.flatMap((texts) => figuresOf(texts.join('\n'))));
  const due = counted(shown.flatMap(figuresOf));
  const missing = [...due].flatMap(([text, count]): FigureDifference[] => ((printed.get(text) ?? 0) < count ? [{ kind: 'MISSING', text, printed: printed.get(text) ?? 0, due: count }] : []));
  const all = closeUp(pages.flat().join(''));
  const unsaid = [...new Set(shown)].filter((text) => figuresOf(text).length === 0 && !isPrinted(all, closeUp(text)));
  const familiar = new Set([...due.keys(), ...figuresOf(known)]);
  const unknown = pages.flatMap((texts, at) => [...new Set(figuresOf(texts.join('\n')))].filter((text) => LARGE.test(text) && !familiar.has(text)).map((text): FigureDifference => ({ kind: 'UNKNOWN', text, page: at + 1 })));
  return [...unknown, ...missing, ...unsaid.map((text): FigureDifference => ({ kind: 'MISSING', text, printed: 0, due: 1 }))];
}

/** A text may go on behind the foot of a page: then what is there of its beginning is looked for, and the rest by itself. */
function isPrinted(all: string, text: string): boolean {
  if (all.includes(text)) return true;
  let [there, missing] = [0, text.length];
  while (missing - there > 1) {
    const middle = (there + missing) >> 1;
    if (all.includes(text.slice(0, middle))) there = middle;
    else missing = middle;
  }
  return there >= LEAST_PART && text.length - there >= LEAST_PART && all.includes(text.slice(there));
}

function counted(figures: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const figure of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts;
}
