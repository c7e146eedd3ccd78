import { DateField, FlagField, ShownChoice, ShownFlag, ShownId, ShownList, TextField, VerdictDto } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { GRANT_LIFE } from '../agreement.js';

const STATES = Object.keys(GRANT_LIFE.states);

export class StepGrantAgreementDto {
  @DateField()
  happenedOn!: string;

  @TextField({ min: 5, max: 2000, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SteppedGrantAgreementDto {
  @ShownId()
  agreementId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownChoice(STATES)
  before!: string;

  @ShownChoice(STATES)
  after!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
