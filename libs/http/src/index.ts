export { BilingualDto, VerdictDto } from './common.dto.js';
export {
  BasisPointsField,
  ChoiceField,
  CountField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  WonField,
} from './fields.js';
export * from './responses.js';
