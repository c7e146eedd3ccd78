import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField, type Bilingual } from '#libs/errors';
import { cleanText } from '#libs/identifier';
import type { PolicyValue } from '#libs/policy';
import { ANY_SERVICE, YEAR_TERMS, type TermKind } from './term.js';

interface Shape {
  /** The value, or null where the text is none. */
  readonly read: (text: string) => PolicyValue | null;
  readonly asked: Bilingual;
}

const oneOf = (...values: readonly string[]): Shape => ({
  read: (text) => (values.includes(text) ? text : null),
  asked: { ko: `${values.join(', ')} 중 하나여야 합니다.`, en: `It must be one of ${values.join(', ')}.` },
});

const SHAPES: Readonly<Record<TermKind, Shape>> = {
  AMOUNT: { read: (text) => (/^(0|[1-9]\d{0,15})$/.test(text) ? text : null), asked: { ko: '원 단위 정수여야 합니다.', en: 'It must be an amount in whole won.' } },
  BASIS_POINTS: {
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? Number(text) : null),
    asked: { ko: '0에서 10000 사이의 베이시스포인트여야 합니다(2000은 20%).', en: 'It must be basis points from 0 to 10000 (2000 is 20 %).' },
  },
  COUNT: { read: (text) => (/^\d{1,3}$/.test(text) ? Number(text) : null), asked: { ko: '0에서 999 사이의 정수여야 합니다.', en: 'It must be a whole number from 0 to 999.' } },
  FLAG: { read: (text) => (text === 'true' ? true : text === 'false' ? false : null), asked: { ko: 'true 또는 false여야 합니다.', en: 'It must be true or false.' } },
  CHANNEL: oneOf('DEPOSIT', 'DIRECT'),
  ACTION: oneOf('WARN', 'BLOCK'),
  MENU: {
    read: menuOf,
    asked: {
      ko: `한 줄에 하나씩 '코드 | 서비스명 | 영문명'으로 적고 코드는 겹치지 않아야 합니다. 제한이 없으면 ${ANY_SERVICE} 하나만 적어 주세요.`,
      en: `One service per line: 'code | name | English name', each code once. Type ${ANY_SERVICE} alone to leave every service open.`,
    },
  },
};

/** The typed text as the value of a term of a programme year. Throws `DomainError` invalid at `pointer`. */
export function termValue(key: string, text: string, pointer: string): PolicyValue {
  const kind = YEAR_TERMS[key];
  if (kind === undefined) throw invalidField(pointer, 'voucher-term.unknown', { ko: '정할 수 있는 조건이 아닙니다.', en: 'This is no term of a programme year.' });
  const value = SHAPES[kind].read(text.trim());
  if (value === null) throw invalidField(pointer, 'voucher-term.value', SHAPES[kind].asked);
  return value;
}

/** Lines of a menu, cells told apart by '|' or, pasted from a sheet, by tabs. */
function menuOf(text: string): PolicyValue | null {
  if (text === ANY_SERVICE) return [];
  const rows = text.split('\n').map((line) => line.split(/[|\t]/).map(cleanText)).filter((cells) => cells.some((cell) => cell !== ''));
  const items = rows.map(([code = '', nameKo = '', nameEn = '']) => ({ code, nameKo, nameEn: nameEn === '' ? nameKo : nameEn }));
  const complete = items.length > 0 && items.every(({ code, nameKo }) => /^[\w-]{1,30}$/.test(code) && nameKo !== '');
  return complete && new Set(items.map(({ code }) => code)).size === items.length ? items : null;
}

/** A term decided for days that have passed changes nothing that has been issued or contracted: people should know. */
export function termLooksAhead(effectiveFrom: LocalDate, today: LocalDate, issued: number): Verdict {
  const holds = issued === 0 || effectiveFrom >= today;
  return {
    rule: 'term-looks-ahead',
    clause: '행정기본법 제14조(법 적용의 기준)',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '이미 발급된 바우처에 소급하지 않습니다.', en: 'No issued voucher lies before it.' }
      : {
          ko: `시행일(${effectiveFrom})이 오늘보다 앞섭니다. 이미 발급된 ${issued}건의 금액과 유효기간은 바뀌지 않고, 앞으로의 처리에만 적용됩니다.`,
          en: `It applies from ${effectiveFrom}, before today. The ${issued} vouchers already issued keep their amount and validity; only what comes next follows the new term.`,
        },
    inputs: { effectiveFrom, today, issued },
  };
}
