import { ChoiceField, DateField, FlagField, ShownFlag, ShownObject, TextField } from '#libs/http';
import { ObligationEffectDto } from '../obligation/obligation-effect.dto.js';
import { DECIDABLE_TERMS } from './agreement.rules.js';

export class DecidePolicyDto {
  @ChoiceField(Object.keys(DECIDABLE_TERMS), { description: 'The term' })
  key!: string;

  @TextField({ max: 40, description: 'Won as digits, basis points, a count, or WARN / BLOCK, as the term asks' })
  value!: string;

  @DateField()
  effectiveFrom!: string;

  @TextField({ max: 300, description: 'Clause or decision it rests on' })
  clause!: string;

  @ChoiceField(['LAW', 'AGREEMENT', 'NOTICE', 'PRACTICE', 'ASSUMPTION'])
  source!: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedPolicyDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto)
  after!: ObligationEffectDto;
}
