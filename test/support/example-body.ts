import type { Json } from './client.js';

/** The part of a JSON schema that the contract uses. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export type Schemas = Readonly<Record<string, Schema>>;

/**
 * A body that gets past the validation of a route, made from its schema: what is required, and every id that it takes. `ids` says
 * what an id of that name is; lists of ids have the same one. What it asks for makes no sense, but it is asked of real things.
 */
export function exampleBody(schema: Schema, schemas: Schemas, ids: (name: string) => string): Json {
  const value = (name: string, one: Schema): Json => {
    const target = one.$ref ?? one.allOf?.[0]?.$ref;
    if (target !== undefined) return value(name, schemas[target.split('/').at(-1) ?? ''] ?? {});
    switch (one.type) {
      case 'object':
        return Object.fromEntries(Object.entries(one.properties ?? {}).flatMap(([key, member]) => (one.required?.includes(key) === true || /Ids?$/.test(key) ? [[key, value(key, member)]] : [])));
      case 'array':
        return one.items === undefined ? [] : [value(name.replace(/s$/, ''), one.items)];
      case 'integer':
      case 'number':
        return one.minimum ?? 1;
      case 'boolean':
        return false;
      default:
        return text(name, one, ids);
    }
  };
  return value('', schema);
}

function text(name: string, { enum: choices, format, minLength = 1 }: Schema, ids: (name: string) => string): string {
  if (choices !== undefined) return choices[0] ?? '';
  switch (format) {
    case 'uuid':
      return ids(name);
    case 'date':
      return '2021-06-01';
    case 'won':
      return '1000';
    default:
      return /fingerprint|hash/i.test(name) ? 'a'.repeat(64) : /invoiceNumber/.test(name) ? 'A'.repeat(24) : '시험'.repeat(Math.max(3, minLength));
  }
}
