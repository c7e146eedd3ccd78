/** '12.34' of 1234 basis points, as it is typed. */
export const typedPercent = (basisPoints: number): string => (basisPoints / 100).toString();

/** '12.34' as 1234 basis points; null where it is no rate from 0 to 100. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= 10_000 ? points : null;
}
