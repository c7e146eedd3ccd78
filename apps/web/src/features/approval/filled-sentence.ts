import { isMembers, type InputMembers } from './input-view.js';

/** How the members of an input are told in a sentence. */
export interface Telling {
  readonly labelOf: (id: string) => string | null;
  readonly won: (amount: string) => string;
  readonly date: (date: string) => string;
}

/**
 * A sentence with the members of an input in the place of their paths: `{{amountWon}}`, `{{from.name}}`. Ids become labels, a
 * list its length. Null where the input lacks one of them: no sentence says less than it seems to.
 */
export function filledSentence(template: string, input: InputMembers, telling: Telling): string | null {
  let complete = true;
  const sentence = template.replaceAll(/\{\{([\w.]+)\}\}/g, (_place, path: string) => {
    const told = tell(path, memberAt(input, path.split('.')), telling);
    complete &&= told !== null;
    return told ?? '';
  });
  return complete ? sentence : null;
}

function memberAt(input: InputMembers, path: readonly string[]): unknown {
  return path.reduce<unknown>((member, key) => (isMembers(member) ? member[key] : undefined), input);
}

function tell(path: string, value: unknown, { labelOf, won, date }: Telling): string | null {
  if (Array.isArray(value)) return String(value.length);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return null;
  if (path.endsWith('Won')) return won(value);
  if (path.endsWith('Id')) return labelOf(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value;
}
