export { DomainError, invalidField, notFound } from './domain-error.js';
export type { Bilingual, Details, DetailValue, DomainErrorOptions, ErrorKind, FieldFault, RuleReference } from './domain-error.js';
export { invariant, InvariantError, unreachable } from './invariant.js';
