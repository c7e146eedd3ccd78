/**
 * What a text gives away: the name or the login of a person, a business number (of a sole trader: personal data), a network
 * address, a trade secret (영업비밀), or prose in which numbers of people may stand.
 */
export type Secrecy = 'PERSON' | 'LOGIN' | 'BUSINESS_NUMBER' | 'ADDRESS' | 'TRADE' | 'PROSE';

/** What stands where a trade secret was. */
const HIDDEN = '가림';

/** Who did what no person did. */
const NOBODY = '시스템';

/** Resident and other registration numbers, telephone numbers, long runs of digits; amounts are written with commas and stay. */
const NUMBERS_OF_PEOPLE = /\d{6}-\d{7}|\d{2,4}-\d{3,4}-\d{4}|\d{3}-\d{2}-\d{5}|\d{6,}/g;
const MAIL_ADDRESS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;

/** The text as somebody may read it who needs no names (개인정보 가리기). The same text is always hidden the same way. */
export function redacted(text: string, secrecy: Secrecy): string {
  switch (secrecy) {
    case 'PERSON':
      return text.split(', ').map(maskedName).join(', ');
    case 'LOGIN':
      return text.slice(0, 2) + '*'.repeat(Math.max(1, text.length - 2));
    case 'BUSINESS_NUMBER':
      return text.replace(/[^-]{5}$/, '*****');
    case 'ADDRESS':
      return maskedAddress(text);
    case 'TRADE':
      return HIDDEN;
    case 'PROSE':
      return text.replaceAll(MAIL_ADDRESS, '***@***').replaceAll(NUMBERS_OF_PEOPLE, (digits) => digits.replaceAll(/\d/g, '*'));
  }
}

/** '김하늘' is '김*늘', '김솔' '김*', 'Ada Lovelace' 'A** L*******'. */
function maskedName(name: string): string {
  if (name === NOBODY) return name;
  if (/[\u3131-\uD79D]/.test(name)) {
    const letters = [...name];
    if (letters.length <= 2) return `${letters[0] ?? ''}*`;
    return `${letters[0] ?? ''}${'*'.repeat(letters.length - 2)}${letters.at(-1) ?? ''}`;
  }
  return name.replaceAll(/\S+/g, (word) => word.slice(0, 1) + '*'.repeat(Math.max(1, word.length - 1)));
}

/** The network stays, the machine does not. */
function maskedAddress(address: string): string {
  if (address.includes(':')) return `${address.split(':').slice(0, 2).join(':')}:*`;
  return address.split('.').map((part, at) => (at < 2 ? part : '*')).join('.');
}
