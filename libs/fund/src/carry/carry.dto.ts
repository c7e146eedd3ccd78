import { BilingualDto, DateField, FlagField, ShownId, ShownInteger, ShownFlag, ShownList, ShownObject, ShownWon, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { PartAmountDto } from '../distribution/distribution.dto.js';

export class ClawBackCarryDto {
  @DateField({ description: 'Day on which the carry came back and went on' })
  paidOn!: string;

  @WonField({ min: 0n, description: 'Tax paid on the carry that the general partner does not get back; 0 where the agreement claws back gross' })
  taxWon!: string;

  @FlagField({ optional: true, description: 'Only the working' })
  dryRun?: boolean;
}

export class CarryClawbackDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownInteger()
  number!: number;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  carryPaidWon!: string;

  @ShownWon({ description: 'What investors still lack to have the hurdle' })
  hurdleShortfallWon!: string;

  @ShownWon({ description: 'Carry beyond the agreed part of the profit of the whole fund' })
  beyondShareWon!: string;

  @ShownWon()
  clawbackWon!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownList(() => PartAmountDto)
  fromPartners!: PartAmountDto[];

  @ShownList(() => PartAmountDto)
  toPartners!: PartAmountDto[];

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
