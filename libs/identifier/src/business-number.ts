import { invariant, type Bilingual } from '#libs/errors';
import { accepted, refused, type Parsed } from './parsed.js';
import { compactIdentifier, quoted } from './text.js';

const TEN_DIGITS = /^[0-9]{10}$/;
const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** What digits 4 and 5 of a business registration number say about its holder: practice of the tax office, advisory only. */
export type BusinessKind =
  | 'individual'
  | 'unincorporated-group'
  | 'for-profit-corporation'
  | 'non-profit-corporation'
  | 'public-body'
  | 'foreign-corporation'
  | 'branch-of-corporation'
  | 'religious-body'
  | 'tax-exempt-individual'
  | 'unknown';

const KIND_OF_CODE: Readonly<Record<number, BusinessKind>> = {
  80: 'unincorporated-group',
  81: 'for-profit-corporation',
  82: 'non-profit-corporation',
  83: 'public-body',
  84: 'foreign-corporation',
  85: 'branch-of-corporation',
  86: 'for-profit-corporation',
  87: 'for-profit-corporation',
  88: 'for-profit-corporation',
  89: 'religious-body',
};

/**
 * Reads a business registration number (사업자등록번호): ten digits, hyphens, spaces and full-width digits allowed.
 * The value is the ten digits. BRN_FORMAT: not ten digits, or all zero. BRN_CHECKSUM: the tenth digit does not check;
 * the fix names the digit that would, and every swap of two neighbours that would. Valid does not mean registered:
 * only the tax office knows that.
 */
export function parseBusinessNumber(text: string): Parsed<string> {
  const digits = compactIdentifier(text);
  if (!TEN_DIGITS.test(digits) || Number(digits) === 0) {
    return refused('BRN_FORMAT', {
      ko: `사업자등록번호 '${quoted(text)}'이(가) 숫자 10자리가 아닙니다. 124-81-00998처럼 적으십시오.`,
      en: `The business registration number '${quoted(text)}' is not ten digits. Write it as 124-81-00998.`,
    });
  }
  if (digits.at(-1) === checkDigit(digits)) return accepted(digits);
  return refused(
    'BRN_CHECKSUM',
    {
      ko: `사업자등록번호 ${formatBusinessNumber(digits)}의 검증번호가 맞지 않습니다. 사업자등록증과 대조하십시오.`,
      en: `The check digit of business registration number ${formatBusinessNumber(digits)} does not hold. Compare it with the certificate.`,
    },
    repairOf(digits),
  );
}

/** '124-81-00998' from ten digits. */
export function formatBusinessNumber(digits: string): string {
  invariant(TEN_DIGITS.test(digits), 'a business number is ten digits');
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** The kind of holder by digits 4 and 5 of the ten. */
export function businessKind(digits: string): BusinessKind {
  const code = Number(digits.slice(3, 5));
  if (code >= 1 && code <= 79) return 'individual';
  if (code >= 90) return 'tax-exempt-individual';
  return KIND_OF_CODE[code] ?? 'unknown';
}

/** Weighted sum of the first nine digits, the ninth times five counting its tens as well; the tenth makes it up to ten. */
function checkDigit(digits: string): string {
  const weighted = WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
  const sum = weighted + Math.floor((Number(digits[8]) * 5) / 10);
  return String((10 - (sum % 10)) % 10);
}

function repairOf(digits: string): Bilingual {
  const expected = checkDigit(digits);
  const ko = `나머지 숫자가 맞다면 마지막 숫자는 ${expected}입니다.`;
  const en = `If the other digits are right, the last one is ${expected}.`;
  const swaps = neighbourSwaps(digits).map(formatBusinessNumber);
  if (swaps.length === 0) return { ko, en };
  return {
    ko: `${ko} 이웃한 두 숫자를 바꾸어 적었다면: ${swaps.join(', ')}.`,
    en: `${en} If two neighbouring digits were swapped: ${swaps.join(', ')}.`,
  };
}

/** Every number that checks and differs only by one swap of two neighbouring digits. */
function neighbourSwaps(digits: string): string[] {
  const swapped = Array.from(
    digits.slice(1),
    (next, index) => `${digits.slice(0, index)}${next}${digits.charAt(index)}${digits.slice(index + 2)}`,
  );
  return [...new Set(swapped)].filter((candidate) => candidate.at(-1) === checkDigit(candidate));
}
