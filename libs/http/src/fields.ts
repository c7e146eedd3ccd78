import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isLocalDate } from '#libs/calendar';
import { MAX_INPUT_WON } from '#libs/money';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ArrayMaxSize,
  ArrayMinSize,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

/**
 * One decorator per kind of field: what is accepted, how OpenAPI describes it and how a fault is named come from the
 * same place, so that they cannot drift apart. The constraint names are the fault codes that `problem.ts` explains.
 */
interface FieldOptions {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

function field(options: FieldOptions, schema: Record<string, unknown>, ...validators: PropertyDecorator[]): PropertyDecorator {
  const required = options.optional !== true;
  return applyDecorators(
    ApiProperty({ ...schema, required, ...(options.description === undefined ? {} : { description: options.description }), ...(options.example === undefined ? {} : { example: options.example }) }),
    ...(required ? [] : [IsOptional(), Transform(({ value }: { value: unknown }) => value ?? undefined)]),
    ...validators,
  );
}

/** Characters nobody sees that come along when text is copied, and those that turn the direction of reading around. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Neither white space nor one of the letters that look like it (Hangul fillers, the Braille blank). */
const VISIBLE = /[^\s\p{C}\u115f\u1160\u2800\u3164\uffa0]/u;

/** The one spelling of a text: the same word typed on a Mac (NFD) and on Windows (NFC) is the same word. */
function Composed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').replace(INVISIBLE, '') : value));
}

/** Free text of 1 to `max` characters (after NFC, without invisible ones), one line unless `multiline`, not blank. */
export function TextField(options: FieldOptions & { max: number; min?: number; multiline?: boolean }): PropertyDecorator {
  const min = options.min ?? 1;
  const schema = { type: 'string', minLength: min, maxLength: options.max };
  return field(options, schema, Composed(), IsString(), Length(min, options.max), NotBlank(), NoControlCharacters(options.multiline === true));
}

/** Texts of one line, at least one and none twice. */
export function TextsField(options: FieldOptions & { max: number; maxLength: number }): PropertyDecorator {
  const schema = { type: 'array', items: { type: 'string', minLength: 1, maxLength: options.maxLength }, minItems: 1, maxItems: options.max };
  const composed = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC').replace(INVISIBLE, '').trim() : value);
  const once = Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? [...new Set(value.map(composed))] : value));
  return field(options, schema, once, IsArray(), ArrayMinSize(1), ArrayMaxSize(options.max), IsString({ each: true }), Length(1, options.maxLength, { each: true }));
}

/** A password or the like: taken letter by letter as it was typed. */
export function SecretField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const min = options.min ?? 1;
  return field(options, { type: 'string', format: 'password', minLength: min, maxLength: options.max }, IsString(), Length(min, options.max), NoControlCharacters(false));
}

function NotBlank(): PropertyDecorator {
  return ValidateBy({
    name: 'isVisible',
    validator: { validate: (value: unknown) => typeof value === 'string' && VISIBLE.test(value), defaultMessage: () => 'must not be blank' },
  });
}

function NoControlCharacters(multiline: boolean): PropertyDecorator {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  const forbidden = multiline ? /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/ : /[\u0000-\u001f\u007f-\u009f]/;
  return ValidateBy({
    name: 'isPrintable',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && !forbidden.test(value) && value.isWellFormed(),
      defaultMessage: () => 'must not contain control characters',
    },
  });
}

/** An amount in whole won, as a string of digits (JSON numbers are refused: they lose won above 2^53). */
export function WonField(options: FieldOptions & { min?: bigint } = {}): PropertyDecorator {
  const min = options.min ?? 1n;
  return field(
    { example: '1000000', ...options },
    { type: 'string', format: 'won', pattern: '^(0|[1-9][0-9]{0,15})$' },
    ValidateBy({
      name: 'isWon',
      constraints: [min.toString(), MAX_INPUT_WON.toString()],
      validator: {
        validate: (value: unknown) => {
          if (typeof value !== 'string' || !/^(0|[1-9][0-9]{0,15})$/.test(value)) return false;
          const amount = BigInt(value);
          return amount >= min && amount <= MAX_INPUT_WON;
        },
        defaultMessage: () => 'must be an amount in whole won, as a string of digits',
      },
    }),
  );
}

/** A business date, YYYY-MM-DD, that exists in the calendar. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2023-06-30', ...options },
    { type: 'string', format: 'date' },
    ValidateBy({
      name: 'isLocalDate',
      validator: { validate: (value: unknown) => typeof value === 'string' && isLocalDate(value), defaultMessage: () => 'must be a date YYYY-MM-DD' },
    }),
  );
}

export function IntegerField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(options, { type: 'integer', minimum: options.min, maximum: options.max }, IsInt(), Min(options.min), Max(options.max));
}

/** A count too large for comfort as a number (shares), as a string of digits. */
export function CountField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', pattern: '^[1-9][0-9]{0,15}$' }, Matches(/^[1-9][0-9]{0,15}$/));
}

/** A ratio in basis points, 0 to 10,000 (100 %). */
export function BasisPointsField(options: FieldOptions = {}): PropertyDecorator {
  return IntegerField({ ...options, min: 0, max: 10_000 });
}

export function ChoiceField(values: readonly string[], options: FieldOptions & { name?: string } = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...values], ...(options.name === undefined ? {} : { enumName: options.name }) }, IsIn([...values]));
}

export function IdField(options: FieldOptions = {}): PropertyDecorator {
  const lowerCase = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));
  return field(options, { type: 'string', format: 'uuid' }, lowerCase, IsUUID());
}

/** Identifiers, none twice. */
export function IdsField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const schema = { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: options.min ?? 0, maxItems: options.max };
  const once = Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? [...new Set(value.map((each: unknown) => (typeof each === 'string' ? each.toLowerCase() : each)))] : value));
  return field(options, schema, once, IsArray(), ArrayMinSize(options.min ?? 0), ArrayMaxSize(options.max), IsUUID(undefined, { each: true }));
}

export function FlagField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean());
}

export function ObjectField(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: () => type() }, IsObject(), ValidateNested(), Type(type));
}

export function ListField(type: () => new () => object, options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    EveryOneAnObject(),
    ValidateNested({ each: true }),
    Type(type),
  );
}

function EveryOneAnObject(): PropertyDecorator {
  const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
  return ValidateBy({
    name: 'isListOfObjects',
    validator: { validate: (value: unknown) => Array.isArray(value) && value.every(isObject), defaultMessage: () => 'must be a list of objects' },
  });
}

/** A whole number in a query string, where everything arrives as text. */
export function QueryIntegerField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const read = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value);
  return applyDecorators(Transform(read), IntegerField(options));
}

/** An instant, ISO 8601 with an offset. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;
  return field(
    { example: '2023-06-30T15:00:00+09:00', ...options },
    { type: 'string', format: 'date-time' },
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value)),
        defaultMessage: () => 'must be an instant with an offset',
      },
    }),
  );
}
