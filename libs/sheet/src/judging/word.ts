/** A closed list: what the program calls a thing, and the words registers use for it, the usual one first. */
export type WordList<Meaning extends string> = readonly (readonly [meaning: Meaning, ...words: [string, ...string[]]])[];

/** The meaning of a word, compared by NFKC without spaces and middle dots; the meaning's own code counts as well. */
export function meaningOf<Meaning extends string>(list: WordList<Meaning>, word: string): Meaning | null {
  const wanted = comparableWord(word);
  return list.find(([meaning, ...words]) => comparableWord(meaning) === wanted || words.some((each) => comparableWord(each) === wanted))?.[0] ?? null;
}

/** The usual words of a list, for a message. */
export function usualWords(list: WordList<string>): string[] {
  return list.map(([, usual]) => usual);
}

/** A cell that says that there is nothing: empty, '-', 없음, 해당없음. */
export function saysNothing(text: string | null): boolean {
  return text === null || ['-', '–', '—', '없음', '해당없음', 'N/A'].includes(comparableWord(text));
}

export const comparableWord = (text: string): string => text.normalize('NFKC').replace(/[\s·ㆍᆞ・•∙‧]/gu, '').toUpperCase();

/** The number of a thing as compared: NFKC, capitals, no spaces. Hyphens count: who reads '20-1' and '201' as one says so itself. */
export const numberKey = (number: string): string => number.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
