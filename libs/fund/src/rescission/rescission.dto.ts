import { DateField, FlagField, ShownFlag, ShownId, ShownList, ShownObject, TextField, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ObligationEffectDto } from '../obligation/obligation-effect.dto.js';

export class RescindInvestmentDto {
  @DateField({ description: 'Day on which the contract was undone' })
  rescindedOn!: string;

  @WonField({ optional: true, min: 0n, description: 'Money that came back; left out: the whole cost' })
  returnedWon?: string;

  @TextField({ max: 2000, min: 2, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RescindedInvestmentDto {
  @ShownId({ nullable: true, description: 'The exit that says so; null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto, { description: 'The deal counts as never invested: recognition is lost, limits come back' })
  after!: ObligationEffectDto;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
