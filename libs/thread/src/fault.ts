import { DomainError } from '#libs/errors';
import type { Fault } from './messages.js';

export function faultOf(error: unknown): Fault {
  if (error instanceof DomainError) {
    const { kind, code, text, details, faults, rule } = error;
    return { kind: 'REFUSED', error: kind, code, text, options: { details, faults, ...(rule === undefined ? {} : { rule }) } };
  }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return { kind: 'BROKEN', message, stack };
}

export function errorOf(fault: Fault): Error {
  if (fault.kind === 'REFUSED') return new DomainError(fault.error, fault.code, fault.text, fault.options);
  const error = new Error(fault.message);
  if (fault.stack !== undefined) error.stack = fault.stack;
  return error;
}
