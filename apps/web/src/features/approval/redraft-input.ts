import { isMembers } from './input-view.js';

/** A text of a stored input, as a field shows it; absent ones are empty. */
export function typedText(input: unknown, ...path: readonly string[]): string {
  const value = path.reduce<unknown>((members, key) => (isMembers(members) ? members[key] : undefined), input);
  return typeof value === 'string' ? value : '';
}
