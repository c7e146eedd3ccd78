export { IdPipe } from './id.pipe.js';
export { IDEMPOTENCY_HEADER, IDEMPOTENCY_HIT, IdempotencyKey } from './idempotency-key.js';
export { IfMatch } from './if-match.js';
export { attend, ATTENDED, Attended, Attending, onlookerOfPages, onlookerOfRows } from './attendance.js';
export type { Attendance, Progress } from './attendance.js';
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
  IdsField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  QueryIntegerField,
  SecretField,
  TextField,
  TextsField,
  WonField,
} from './fields.js';
export { PERSONAL_DATA, Personal } from './personal.js';
export * from './responses.js';
export { bytesFrame, endFrame, headFrame, newsFrame, problemFrame, TOLD_FILE } from './told-file.js';
