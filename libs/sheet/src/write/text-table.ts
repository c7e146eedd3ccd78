import { escapeCellText } from './xml-text.js';

/** The shared strings of a workbook: each text once, in order of first use. */
export interface TextTable {
  indexOf(text: string): number;
  xml(): Buffer;
}

/** Excel calls a file damaged when a cell holds more. */
const longestCell = 32_767;

/** An empty table. Texts too long for a cell end in an ellipsis. */
export function openTextTable(): TextTable {
  const indexes = new Map<string, number>();
  let uses = 0;
  return {
    indexOf: (text) => {
      uses += 1;
      const known = indexes.get(text);
      if (known !== undefined) return known;
      indexes.set(text, indexes.size);
      return indexes.size - 1;
    },
    xml: () =>
      Buffer.concat([
        Buffer.from(
          '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
            `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${indexes.size}">`,
        ),
        ...Array.from(indexes.keys(), (text) => Buffer.from(`<si><t xml:space="preserve">${escapeCellText(cut(text))}</t></si>`)),
        Buffer.from('</sst>'),
      ]),
  };
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - 1)}…`;
}
