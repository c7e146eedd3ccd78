import { localDate, type LocalDate } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { accepted, refused, type Parsed, type ParseWarning } from './parsed.js';
import { compactIdentifier, quoted } from './text.js';

const THIRTEEN_DIGITS = /^[0-9]{13}$/;

/** Since this day numbers are 4 + 2 + 7 digits without a check digit (Supreme Court Rule No. 3173). */
const CHECK_DIGIT_ABOLISHED = localDate('2025-01-31');

/**
 * Reads a corporate registration number (법인등록번호): thirteen digits, hyphens, spaces and full-width digits allowed.
 * The value is the thirteen digits. CRN_FORMAT: not thirteen digits, or all zero. A failing check digit is never more
 * than the warning CRN_CHECKDIGIT, and none for a company incorporated on or after 2025-01-31, whose number has none.
 */
export function parseCorporateNumber(text: string, incorporatedOn: LocalDate | null = null): Parsed<string> {
  const digits = compactIdentifier(text);
  if (!THIRTEEN_DIGITS.test(digits) || Number(digits) === 0) {
    return refused('CRN_FORMAT', {
      ko: `법인등록번호 '${quoted(text)}'이(가) 숫자 13자리가 아닙니다. 110111-0062432처럼 적으십시오.`,
      en: `The corporate registration number '${quoted(text)}' is not thirteen digits. Write it as 110111-0062432.`,
    });
  }
  const checked = incorporatedOn === null || incorporatedOn < CHECK_DIGIT_ABOLISHED;
  return accepted(digits, checked && !checkDigitHolds(digits) ? [checkDigitWarning(digits)] : []);
}

/** '110111-0062432' from thirteen digits. */
export function formatCorporateNumber(digits: string): string {
  invariant(THIRTEEN_DIGITS.test(digits), 'a corporate number is thirteen digits');
  return `${digits.slice(0, 6)}-${digits.slice(6)}`;
}

/** Weights 1, 2, 1, 2, … on the first twelve digits, products summed as they are; the last digit makes it up to ten. */
function checkDigitHolds(digits: string): boolean {
  const products = Array.from(digits.slice(0, 12), (digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2));
  return products.reduce((sum, product) => sum + product, Number(digits[12])) % 10 === 0;
}

function checkDigitWarning(digits: string): ParseWarning {
  return {
    code: 'CRN_CHECKDIGIT',
    text: {
      ko: `법인등록번호 ${formatCorporateNumber(digits)}은(는) 2025. 1. 31. 전 검증규칙에 맞지 않습니다. 등기사항증명서로 확인하십시오.`,
      en: `Corporate registration number ${formatCorporateNumber(digits)} fails the check digit used until 2025-01-30. Verify it with the certificate of registration.`,
    },
  };
}
