import { accepted, refused, type Parsed } from './parsed.js';
import { compactIdentifier, quoted } from './text.js';

/**
 * Reads the approval number of an electronic tax invoice (전자세금계산서 승인번호): 24 letters and digits, hyphens and
 * spaces ignored. The value is in small letters, so that one invoice cannot be charged twice in two spellings.
 * INVOICE_FORMAT: anything else.
 */
export function parseTaxInvoiceNumber(text: string): Parsed<string> {
  const number = compactIdentifier(text).toLowerCase();
  if (/^[0-9a-z]{24}$/.test(number)) return accepted(number);
  return refused('INVOICE_FORMAT', {
    ko: `세금계산서 승인번호 '${quoted(text)}'이(가) 하이픈을 뺀 24자리가 아닙니다. 홈택스의 승인번호를 그대로 적으십시오.`,
    en: `The tax invoice approval number '${quoted(text)}' is not 24 characters without hyphens. Copy it from Hometax.`,
  });
}
