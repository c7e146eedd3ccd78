import { GrantTermDto, GrantTermInput } from '#libs/grant';
import { BilingualDto, IdField, IntegerField, ListField, ObjectField, ShownDate, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, TextsField, WonField } from '#libs/http';

export class PoolProposalInput {
  @WonField()
  amountWon!: string;

  @TextField({ max: 300, description: 'Where the proposal stands' })
  clause!: string;
}

export class OpenPoolDto {
  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @TextField({ max: 300, optional: true, description: 'Default: the year and the kind' })
  name?: string;

  @TextField({ max: 200, description: 'The dedicated agency' })
  agency!: string;

  @IdField({ optional: true, description: 'Default: the programme of reverse matching, founded with its first pool' })
  programmeId?: string;

  @TextsField({ max: 40, maxLength: 4, optional: true, description: 'Codes of the lines on which money may be spent; default: every line of research' })
  lines?: string[];

  @ObjectField(() => PoolProposalInput, { optional: true, description: 'What the government proposed: on record, and no money yet' })
  proposal?: PoolProposalInput;

  @ListField(() => GrantTermInput, { optional: true, max: 40, description: 'Terms that differ from the defaults' })
  terms?: GrantTermInput[];
}

export class OpenedPoolDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;
}

export class PoolSummaryDto {
  @ShownId({ description: 'Of the call' })
  id!: string;

  @ShownId()
  programmeId!: string;

  @ShownText()
  name!: string;

  @ShownText()
  agency!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownWon({ description: 'Proposed by the government: no money yet' })
  proposedWon!: string;

  @ShownWon()
  budgetWon!: string;

  @ShownWon({ description: 'Not committed to anybody yet' })
  availableWon!: string;

  @ShownWon({ description: 'Committed by the government to the projects' })
  governmentWon!: string;

  @ShownWon({ description: 'Committed by the companies' })
  privateWon!: string;

  @ShownWon({ description: 'Private cash proven to have come in' })
  provenWon!: string;

  @ShownWon({ description: 'Of the government, decided to be paid' })
  releasedWon!: string;

  @ShownWon({ description: 'Transferred to the performers' })
  paidWon!: string;

  @ShownInteger()
  projects!: number;

  @ShownInteger({ description: 'Plans that are neither agreed nor turned down' })
  waiting!: number;
}

/** How much was in and out by the end of a day; won. */
export class PoolPointDto {
  @ShownDate()
  on!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  provenWon!: string;

  @ShownWon()
  releasedWon!: string;
}

export class PoolDto extends PoolSummaryDto {
  @ShownText({ description: 'Its set of books' })
  book!: string;

  @ShownList(() => GrantTermDto)
  terms!: GrantTermDto[];

  @ShownList(() => PoolPointDto, { description: 'Commitments, private cash and releases by day, from the books' })
  course!: PoolPointDto[];
}

export class PoolPresetProposalDto {
  @ShownWon()
  amountWon!: string;

  @ShownText()
  clause!: string;
}

export class PoolPresetDto {
  @ShownText({ description: 'Its number in the plan of 2020' })
  plan!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  agency!: string;

  @ShownObject(() => PoolPresetProposalDto)
  proposal!: PoolPresetProposalDto;

  @ShownObject(() => BilingualDto, { description: 'What the source leaves open' })
  open!: BilingualDto;

  @ShownList(() => GrantTermDto, { description: 'The terms of reverse matching in force where a pool says nothing' })
  terms!: GrantTermDto[];
}
