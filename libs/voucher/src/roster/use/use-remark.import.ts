import { shareOf, ZERO_WON } from '#libs/money';
import { meaningOf, usualWords, valueAssumed, type RowRemark, type WordList } from '#libs/sheet';
import { sameName, type RosterBook } from '../reading/book.import.js';
import { explained, inWon } from '../reading/refusal.import.js';
import type { UseFact } from '../roster.js';
import type { UseReading, UseValues } from './use.import.js';

const TAX_WORDS: WordList<'TAXED' | 'EXEMPT'> = [
  ['TAXED', '과세', '일반과세', '과세대상'],
  ['EXEMPT', '면세', '비과세', '영세율'],
];

/** A service is taxed unless its row says otherwise. */
export const isTaxed = (word: string | null): boolean => word === null || meaningOf(TAX_WORDS, word) !== 'EXEMPT';

/** What a reader should know about a use that was taken. */
export function useRemarks(fact: UseFact, values: UseValues, reading: UseReading, book: RosterBook): RowRemark[] {
  const provider = book.providers.get(fact.provider);
  const remarks = vatIsOff(fact, reading, book);
  if (provider !== undefined && !sameName(provider.name, values.providerName)) {
    remarks.push(valueAssumed(reading.at('providerName'), { ko: `사업자번호에 따라 '${provider.name}'(으)로 보았습니다.`, en: `Taken as '${provider.name}' by its business number.` }));
  }
  if (values.taxKind !== null && meaningOf(TAX_WORDS, values.taxKind) === null) {
    const words = usualWords(TAX_WORDS).join(', ');
    const text = { ko: '과세구분을 알 수 없어 과세로 보았습니다.', en: 'Whether it is taxed is not known: taken as taxed.' };
    remarks.push(valueAssumed(reading.at('taxKind'), text, { ko: `다음 가운데 하나로 적으십시오: ${words}`, en: `Write one of: ${words}` }));
  }
  if (fact.state === 'CANCELLED' && values.cancelledOn === null) {
    remarks.push(valueAssumed(reading.at('cancelledOn'), { ko: '취소일이 없어 계약일에 취소된 것으로 보았습니다.', en: 'No day is given: taken as cancelled on the day of the contract.' }));
  }
  return remarks;
}

/** VAT_MISMATCH: the tax of a taxed service is not its rate on the supply price, cut to whole won. */
function vatIsOff(fact: UseFact, reading: UseReading, book: RosterBook): RowRemark[] {
  const expected = fact.taxed ? shareOf(fact.supplyWon, book.limits.vatRate, 'floor') : ZERO_WON;
  if (!fact.taxed || fact.vatWon === expected) return [];
  return [
    explained(
      'VAT_MISMATCH',
      reading.at('vat'),
      { ko: `부가세 ${inWon(fact.vatWon)}이 공급가액의 ${book.limits.vatRate / 100}%(${inWon(expected)})와 다릅니다.`, en: `The VAT (${inWon(fact.vatWon)}) is not ${book.limits.vatRate / 100} % of the supply price (${inWon(expected)}).` },
      {
        fix: { ko: `세금계산서의 세액을 확인하십시오. 계산값은 ${inWon(expected)}입니다.`, en: `Check the tax on the invoice; computed it is ${inWon(expected)}.` },
        details: { expectedWon: String(expected), typedWon: String(fact.vatWon) },
        suggested: String(expected),
      },
    ),
  ];
}
