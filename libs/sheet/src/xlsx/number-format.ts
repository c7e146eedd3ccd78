import { parseXml } from './xml.js';

/** How a number format makes a number look; the only thing about formats that changes what a cell means. */
export type NumberLook = 'plain' | 'date' | 'time' | 'percent';

/** Formats that files refer to without spelling them out (ECMA-376 part 1, 18.8.30, with the Korean and Japanese additions). */
const builtIn = new Map<number, NumberLook>([
  ...numbered('percent', 9, 10),
  ...numbered('date', 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58),
  ...numbered('time', 18, 19, 20, 21, 32, 33, 45, 46, 47),
]);

/** The look of each cell format (`s` attribute of a cell), in the order of the styles part. */
export async function readNumberLooks(part: Buffer | null): Promise<readonly NumberLook[]> {
  const looks: NumberLook[] = [];
  if (part === null) return looks;
  const custom = new Map<number, NumberLook>();
  let inCellFormats = false;
  await parseXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), lookOfFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? '0');
      looks.push(custom.get(id) ?? builtIn.get(id) ?? 'plain');
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return looks;
}

/** The look of a format code such as `yyyy"년" m"월" d"일"`, `0.0%` or `#,##0`; its first section decides. */
export function lookOfFormat(code: string): NumberLook {
  const bare = code
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)
    .join('')
    .toLowerCase();
  if (bare.includes('%')) return 'percent';
  if (bare.includes('general')) return 'plain';
  const symbols = bare.replace(/am\/pm|a\/p/g, 'h');
  if (/[yd]/.test(symbols)) return 'date';
  if (/[hs]/.test(symbols)) return 'time';
  return symbols.includes('m') ? 'date' : 'plain';
}

function numbered(look: NumberLook, ...ids: readonly number[]): [number, NumberLook][] {
  return ids.map((id) => [id, look]);
}
