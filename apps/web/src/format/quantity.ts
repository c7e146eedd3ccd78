/** A count of pieces (shares) as typed, as plain digits; null where it is not a count above zero. */
export function parseCount(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/주$/u, '').replace(/^0+/, '');
  return /^[1-9][0-9]{0,15}$/.test(digits) ? digits : null;
}

/** A percentage as typed ('50', '50.00%', '12.5 %') in basis points; null where it is not from 0 to `atMost` (100 % unless told otherwise) with two decimals at most. */
export function parseBasisPoints(text: string, atMost = 10_000): number | null {
  const match = /^([0-9]{1,4})(?:\.([0-9]{1,2}))?%?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (match === null) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= atMost ? points : null;
}

/** '50.00' from 5000. */
export function formatBasisPoints(points: number): string {
  return `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;
}

/** '12 KB', '3.4 MB': sizes of files. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
