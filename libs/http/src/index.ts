export { IdPipe } from './id.pipe.js';
export { IDEMPOTENCY_HEADER, IdempotencyKey } from './idempotency-key.js';
export { IfMatch } from './if-match.js';
export { AsOfQuery, timePoint } from './as-of.js';
export type { TimePoint } from './as-of.js';
export { BilingualDto, shownVerdict, VerdictDto } from './common.dto.js';
export {
  BasisPointsField,
  ChoiceField,
  CountField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  QueryIntegerField,
  SecretField,
  TextField,
  WonField,
} from './fields.js';
export * from './responses.js';
