import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { endOfSeoulDay, isLocalDate, localDate, type Clock, type LocalDate } from '#libs/calendar';
import { IsOptional, ValidateBy } from 'class-validator';
import { DateField } from './fields.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

function KnownAtField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', required: false, description: 'What was known then: a date (end of that day in Seoul) or an instant. Default: now.', example: '2023-06-30' }),
    IsOptional(),
    ValidateBy({
      name: 'isKnownAt',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && (isLocalDate(value) || (INSTANT.test(value) && !Number.isNaN(Date.parse(value)))),
        defaultMessage: () => 'must be a date or an instant',
      },
    }),
  );
}

/** The two times that every figure can be asked for. */
export class AsOfQuery {
  @DateField({ optional: true, description: 'Business date of the figures. Default: today in Seoul.' })
  asOf?: string;

  @KnownAtField()
  knownAt?: string;
}

/** A point in both times. Facts count when effective on or before `asOf` and known before `knownBefore`. */
export interface TimePoint {
  readonly asOf: LocalDate;
  /** Exclusive bound. */
  readonly knownBefore: Date;
}

/** Resolves a query to a point in both times; without `knownAt` everything known by now counts. */
export function timePoint(query: AsOfQuery, clock: Clock): TimePoint {
  return {
    asOf: query.asOf === undefined ? clock.today() : localDate(query.asOf),
    knownBefore: query.knownAt === undefined ? new Date(clock.now().getTime() + 1) : knownBefore(query.knownAt),
  };
}

function knownBefore(knownAt: string): Date {
  return isLocalDate(knownAt) ? endOfSeoulDay(localDate(knownAt)) : new Date(Date.parse(knownAt) + 1);
}
