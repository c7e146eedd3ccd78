/** Blocks drawn twice as wide as Latin letters in Korean fonts: Hangul, ideographs, full-width forms, enclosed letters, △ and its kind. */
const wide = /[\u1100-\u115f\u2460-\u24ff\u2500-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Width of a text in characters of Latin width, of its longest line: a Hangul syllable counts 2. */
export function displayWidth(text: string): number {
  return Math.max(...text.split('\n').map(lineWidth));
}

function lineWidth(line: string): number {
  let width = 0;
  for (const character of line) width += wide.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000 ? 2 : 1;
  return width;
}
