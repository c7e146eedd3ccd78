import type { Fault } from '../../design/form/faults.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';

export type FieldKind = 'text' | 'area' | 'won' | 'date' | 'integer' | 'percent' | 'select' | 'list';

/** One field of a form that is nothing but its fields; `name` is where it stands in what is sent: `company.name`. */
export interface DeedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly initial?: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Asked for only while this holds of what is typed. */
  readonly when?: (typed: Typed) => boolean;
}

/** What is typed, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

export type Sent = Readonly<Record<string, unknown>>;

/** The words of a fault by the kind of the field. */
export type FaultWords = Readonly<Record<'missing' | 'won' | 'date' | 'integer' | 'percent', string>>;

const PERCENT = /^\d{1,3}(\.\d{1,2})?$/;

/** What is sent and what is wrong with it; a blank field that may be blank is left out. */
export function readFields(fields: readonly DeedField[], typed: Typed, words: FaultWords): { readonly body: Sent; readonly found: readonly Fault[] } {
  const found: Fault[] = [];
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.when?.(typed) === false) continue;
    const text = (typed[field.name] ?? '').trim();
    if (text === '' && field.optional === true) continue;
    const value = text === '' ? null : valueOf(field.kind, text);
    if (value === null) found.push({ pointer: `/${field.name.replaceAll('.', '/')}`, text: text === '' ? words.missing : faultOf(field.kind, words) });
    else put(body, field.name.split('.'), value);
  }
  return { body, found };
}

/** The value of a field as it is sent, or null where the text is none. */
function valueOf(kind: FieldKind, text: string): unknown {
  switch (kind) {
    case 'won': {
      const parsed = parseWonInput(text);
      return parsed.ok ? parsed.amount.toString() : null;
    }
    case 'date':
      return parseDateInput(text);
    case 'integer':
      return /^\d{1,6}$/.test(text) ? Number(text) : null;
    case 'percent':
      return PERCENT.test(text) && Number(text) <= 100 ? Math.round(Number(text) * 100) : null;
    case 'list': {
      const parts = text.split(/[,\n]/).map((part) => part.trim()).filter((part) => part !== '');
      return parts.length === 0 ? null : parts;
    }
    default:
      return text;
  }
}

function faultOf(kind: FieldKind, words: FaultWords): string {
  return kind === 'won' || kind === 'date' || kind === 'integer' || kind === 'percent' ? words[kind] : words.missing;
}

function put(body: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    body[head] = value;
    return;
  }
  const inner = (body[head] ?? {}) as Record<string, unknown>;
  put(inner, rest, value);
  body[head] = inner;
}
