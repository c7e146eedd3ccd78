import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/**
 * Response properties, described in the same words as the fields of requests. They validate nothing: what the program
 * itself says is right by construction and checked by the API specs.
 */
type Schema = Record<string, unknown>;

function shown(schema: Schema, options: { nullable?: boolean; description?: string }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...schema, required: true, ...(options.nullable === true ? { nullable: true } : {}), ...(options.description === undefined ? {} : { description: options.description }) }),
  );
}

interface ShownOptions {
  readonly nullable?: boolean;
  readonly description?: string;
}

/** An amount in whole won, as a string of digits, with a leading minus where it may be negative. */
export const ShownWon = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string', format: 'won', example: '1000000' }, options);
/** A percentage as text with two decimals; obligations are truncated, never rounded. */
export const ShownPercent = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string', format: 'percent', example: '49.99' }, options);
export const ShownText = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string' }, options);
export const ShownDate = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string', format: 'date' }, options);
export const ShownInstant = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string', format: 'date-time' }, options);
export const ShownInteger = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'integer' }, options);
export const ShownFlag = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'boolean' }, options);
export const ShownId = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string', format: 'uuid' }, options);
export const ShownChoice = (values: readonly string[], options: ShownOptions = {}): PropertyDecorator => shown({ type: 'string', enum: [...values] }, options);
export const ShownTexts = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'array', items: { type: 'string' } }, options);
export const ShownObject = (type: () => new () => object, options: ShownOptions = {}): PropertyDecorator => shown({ type: () => type() }, options);
export const ShownList = (type: () => new () => object, options: ShownOptions = {}): PropertyDecorator => shown({ type: () => type(), isArray: true }, options);
/** Free-form facts (inputs of a rule, details of a refusal). */
export const ShownFacts = (options: ShownOptions = {}): PropertyDecorator => shown({ type: 'object', additionalProperties: true }, options);
