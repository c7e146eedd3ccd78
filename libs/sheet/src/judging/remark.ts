import type { Bilingual } from '#libs/errors';
import type { RowRemark } from './verdict.js';

/** Where a remark points: the header of a column and what stands in the cell. */
export interface RemarkPlace {
  readonly column: string | null;
  readonly value: string | null;
}

export const NO_PLACE: RemarkPlace = { column: null, value: null };

const LONGEST_VALUE = 200;

/** One remark about a row; a value longer than 200 characters is cut. */
export function remark(code: string, place: RemarkPlace, text: Bilingual, fix: Bilingual | null = null): RowRemark {
  const { column, value } = place;
  const shown = value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return { code, column, value: shown, text, fix };
}

/** Says that the program took a cell as something that the cell does not quite say. */
export function valueAssumed(place: RemarkPlace, text: Bilingual, fix: Bilingual | null = null): RowRemark {
  return remark('VALUE_ASSUMED', place, text, fix);
}

/** Says that what a row refers to is neither on record nor in the file; `nearest` is a known name much like it. */
export function referenceUnknown(place: RemarkPlace, noun: Bilingual, nearest: string | null, otherwise: Bilingual): RowRemark {
  const fix =
    nearest === null
      ? otherwise
      : { ko: `혹시 '${nearest}'입니까? 맞으면 그대로 고쳐 적으십시오. ${otherwise.ko}`, en: `Did you mean '${nearest}'? If so, write it like that. ${otherwise.en}` };
  const text =
    place.value === null
      ? { ko: `${noun.ko}이(가) 비어 있습니다.`, en: `No ${noun.en} is given.` }
      : { ko: `${noun.ko} '${place.value}'을(를) 찾을 수 없습니다.`, en: `There is no ${noun.en} '${place.value}'.` };
  return remark('REFERENCE_UNKNOWN', place, text, fix);
}

/** Refuses a word of a closed list that is not on it. */
export function unknownWord(place: RemarkPlace, noun: Bilingual, words: readonly string[]): RowRemark {
  const list = words.join(', ');
  return referenceUnknown(place, noun, null, { ko: `다음 가운데 하나로 적으십시오: ${list}`, en: `Write one of: ${list}` });
}

/** Says that the same row stood in the file before. */
export function duplicateRow(place: RemarkPlace, earlierRow: number | undefined): RowRemark {
  const row = earlierRow ?? 0;
  return remark(
    'DUPLICATE_ROW',
    place,
    { ko: `${row}행과 같은 내용입니다.`, en: `The same as row ${row}.` },
    { ko: `${row}행만 남기고 이 행을 지우십시오. 다른 건이면 구분되는 값을 고치십시오.`, en: `Keep row ${row} and delete this one; if it is something else, correct what tells them apart.` },
  );
}
