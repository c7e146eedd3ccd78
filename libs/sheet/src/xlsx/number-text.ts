const numeric = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * The digits of a stored number, without exponent: whole numbers exactly; others rounded to the 15 significant digits that Excel works
 * with and shows, so that 0.28999999999999998, as files have it, reads `0.29`. Null when it is no number.
 */
export function numberText(stored: string): string | null {
  if (!numeric.test(stored)) return null;
  if (/^-?\d+$/.test(stored)) return wholeText(stored);
  const value = Number(stored);
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return withoutExponent(value.toPrecision(15));
}

function wholeText(stored: string): string {
  const digits = stored.replace(/^(-?)0+(?=\d)/, '$1');
  return digits === '-0' ? '0' : digits;
}

function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const after = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  return `${negative ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}
