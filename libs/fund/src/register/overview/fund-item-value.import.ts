import type { WonUnit } from '#libs/money';
import { basisPointsOf, dateOf, meaningOf, percentOf, remark, saysNothing, textOf, usualWords, valueAssumed, wonOf, type BadCell, type Cell, type RemarkPlace, type RowRemark } from '#libs/sheet';
import { BASIS_WORDS, PERMISSION_WORDS, type FundItem } from './fund-items.import.js';

/** The value of an item, null when there is none, and what a reader should know about the cell. */
interface ItemValue {
  readonly value: unknown;
  readonly remark: RowRemark | null;
}

const READABLE = { ko: '인식할 수 없어 빈칸으로 보았습니다.', en: 'could not be read and was taken as empty.' };

/** Reads the cell of an item by the item's type. */
export function readFundItem(item: FundItem, cell: Cell, unit: string | null, place: RemarkPlace): ItemValue {
  if (cell.kind === 'empty') return { value: null, remark: null };
  switch (item.type) {
    case 'text':
      return { value: textOf(cell), remark: null };
    case 'date':
      return good(dateOf(cell), item, place);
    case 'won':
    case 'positive-won': {
      const columnUnit = asWonUnit(unit);
      const read = wonOf(cell, columnUnit, item.type === 'won' ? 'not-negative' : 'positive');
      return read.ok && read.value !== null && (read.unit ?? '원') !== '원' ? { value: read.value, remark: converted(read.unit ?? '원', place) } : good(read, item, place);
    }
    case 'percent':
      return percentItem(item, cell, place);
    case 'basis':
      return wordItem(meaningOf(BASIS_WORDS, textOf(cell) ?? ''), cell, place, usualWords(BASIS_WORDS), '약정총액');
    case 'permission': {
      const meaning = meaningOf(PERMISSION_WORDS, textOf(cell) ?? '');
      return wordItem(meaning === null ? null : meaning === 'YES', cell, place, usualWords(PERMISSION_WORDS), '불가');
    }
  }
}

function good(read: { readonly ok: true; readonly value: unknown } | BadCell, item: FundItem, place: RemarkPlace): ItemValue {
  if (read.ok) return { value: read.value, remark: null };
  if (item.required === true) return { value: null, remark: remark(read.code, place, read.text, read.fix) };
  const text = { ko: `'${place.value ?? ''}'을(를) ${READABLE.ko}`, en: `'${place.value ?? ''}' ${READABLE.en}` };
  return { value: null, remark: saysNothing(place.value) ? null : valueAssumed(place, text, read.fix) };
}

function percentItem(item: FundItem, cell: Cell, place: RemarkPlace): ItemValue {
  const read = percentOf(cell);
  if (!read.ok) return good({ ...read, fix: PERCENT_FORMS }, item, place);
  const basisPoints = read.value === null ? null : basisPointsOf(read.value);
  if (basisPoints === null) {
    const text = { ko: `비율 '${cell.text}'은(는) 0.01% 단위(0~10,000%)가 아닙니다.`, en: `The ratio '${cell.text}' is not in steps of 0.01 % (0 to 10,000 %).` };
    return good({ ok: false, code: 'AMOUNT_INVALID', text, fix: PERCENT_FORMS }, item, place);
  }
  const percent = basisPoints / 100;
  const text = { ko: `'${cell.text}'을(를) ${percent}%로 보았습니다.`, en: `'${cell.text}' was taken as ${percent} %.` };
  return { value: basisPoints, remark: read.assumed === true ? valueAssumed(place, text, PERCENT_FORMS) : null };
}

const PERCENT_FORMS = { ko: "'2.0%'처럼 적거나 셀을 백분율 형식으로 바꾸십시오.", en: "Write it like '2.0%', or format the cell as a percentage." };

function wordItem(value: unknown, cell: Cell, place: RemarkPlace, words: readonly string[], assumed: string): ItemValue {
  if (value !== null) return { value, remark: null };
  const text = { ko: `'${cell.text}'을(를) 알 수 없어 '${assumed}'(으)로 보았습니다.`, en: `'${cell.text}' is not known and was taken as '${assumed}'.` };
  return { value: null, remark: valueAssumed(place, text, { ko: `다음 가운데 하나로 적으십시오: ${words.join(', ')}`, en: `Write one of: ${words.join(', ')}` }) };
}

function converted(unit: WonUnit, place: RemarkPlace): RowRemark {
  return remark('UNIT_CONVERTED', place, { ko: `${unit} 단위로 보고 원으로 환산했습니다.`, en: `Taken as ${unit} and converted to won.` });
}

function asWonUnit(unit: string | null): WonUnit {
  return unit === '천원' || unit === '백만원' || unit === '억원' ? unit : '원';
}
