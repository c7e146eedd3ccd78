import { cleanText } from '../clean-text.js';
import type { SheetLimits } from '../limits.js';
import { cellIsTooLong, hasTooManyCells } from '../refusal.js';
import { parseXml } from './xml.js';
import type { XmlHandler } from './xml-scan.js';

/** A text and what is left of it after cleaning. */
export interface CellText {
  readonly raw: string;
  readonly text: string;
}

/** Gathers the text of one rich-text element; pronunciation guides (`rPh`) are not part of it. */
export interface TextGatherer extends Required<XmlHandler> {
  /** Hands over what was gathered and starts anew. Throws `sheet.cell-too-long`. */
  take(): CellText;
}

/** The texts that cells point to by number. Throws `sheet.cell-too-long`, `sheet.too-many-cells`. */
export async function readSharedStrings(part: Buffer | null, limits: SheetLimits): Promise<readonly CellText[]> {
  const texts: CellText[] = [];
  if (part === null) return texts;
  const gatherer = gatherText(limits.maxCellCharacters);
  await parseXml(part, {
    ...gatherer,
    close: (name) => {
      gatherer.close(name);
      if (name !== 'si') return;
      if (texts.length >= limits.maxCells) throw hasTooManyCells(limits.maxCells);
      texts.push(gatherer.take());
    },
  });
  return texts;
}

/** A gatherer to be fed with everything inside a string item. */
export function gatherText(maxCharacters: number): TextGatherer {
  let gathered = '';
  let inText = false;
  let inGuide = false;
  return {
    open: (name) => {
      if (name === 'rPh') inGuide = true;
      if (name === 't') inText = true;
    },
    close: (name) => {
      if (name === 'rPh') inGuide = false;
      if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText && !inGuide) gathered += text;
    },
    take: () => {
      const text = asCellText(gathered, maxCharacters, '');
      gathered = '';
      return text;
    },
  };
}

/** Undoes Excel's `_x000D_` notation for characters XML cannot hold, and cleans. Throws `sheet.cell-too-long`. */
export function asCellText(stored: string, maxCharacters: number, place: string): CellText {
  if (stored.length > maxCharacters * 7) throw cellIsTooLong(place, maxCharacters);
  const raw = stored.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (raw.length > maxCharacters) throw cellIsTooLong(place, maxCharacters);
  return { raw, text: cleanText(raw) };
}
