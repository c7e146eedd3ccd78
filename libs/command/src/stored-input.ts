/**
 * A command's input as JSON from which the very same input comes back: what canonical JSON spells like text (amounts,
 * instants, absent members) is tagged here. Written when a command waits for signatures, read when it runs.
 */
type Stored = string | number | boolean | null | readonly Stored[] | { readonly [key: string]: Stored };

const BIGINT = '$bigint';
const INSTANT = '$instant';

export function storeInput(value: unknown): Stored {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return { [BIGINT]: value.toString() };
  if (value instanceof Date) return { [INSTANT]: value.toISOString() };
  if (Array.isArray(value)) return value.map(storeInput);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).flatMap(([key, member]): [string, Stored][] => (member === undefined ? [] : [[key, storeInput(member)]])));
  }
  return value as string | number | boolean;
}

export function restoreInput(stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map(restoreInput);
  if (stored === null || typeof stored !== 'object') return stored;
  const members = Object.entries(stored);
  const [only] = members;
  if (members.length === 1 && only !== undefined && typeof only[1] === 'string') {
    if (only[0] === BIGINT) return BigInt(only[1]);
    if (only[0] === INSTANT) return new Date(only[1]);
  }
  return Object.fromEntries(members.map(([key, member]) => [key, restoreInput(member)]));
}
