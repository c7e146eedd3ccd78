import { FlagField, IdsField, ShownChoice, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, BilingualDto, VerdictDto } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { VoucherMoneyDto } from '../service/service.dto.js';

/** As many claims as one request decides on. */
const AT_ONCE = 1_000;

export class CaptureServiceDto {
  @FlagField({ optional: true, description: 'Only show what would be posted, and what the rules say' })
  dryRun?: boolean;
}

export class CaptureServicesDto {
  @IdsField({ min: 1, max: AT_ONCE, description: 'The services whose claims are to be paid' })
  serviceIds!: string[];
}

export class CaptureEffectDto {
  @ShownObject(() => VoucherMoneyDto)
  before!: VoucherMoneyDto;

  @ShownObject(() => VoucherMoneyDto)
  after!: VoucherMoneyDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class CapturedServiceDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'Public money that is owed to the provider' })
  publicWon!: string;

  @ShownWon({ description: "Owed to the provider out of the company's deposit" })
  ownWon!: string;

  @ShownWon({ description: 'Held by the contract and not billed: free again' })
  releasedWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => CaptureEffectDto, { nullable: true, description: 'In a dry run that nothing blocks' })
  effect!: CaptureEffectDto | null;
}

export const CAPTURE_OUTCOMES = ['CAPTURED', 'REFUSED', 'WAITING'] as const;
export type CaptureOutcomeKind = (typeof CAPTURE_OUTCOMES)[number];

export class CaptureOutcomeDto {
  @ShownId()
  serviceId!: string;

  @ShownChoice(CAPTURE_OUTCOMES, { description: 'WAITING: laid before somebody else to sign' })
  outcome!: CaptureOutcomeKind;

  @ShownWon({ nullable: true })
  publicWon!: string | null;

  @ShownWon({ nullable: true })
  ownWon!: string | null;

  @ShownText({ nullable: true, description: 'Of the refusal' })
  code!: string | null;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why, and what would cure it' })
  text!: BilingualDto | null;

  @ShownText({ nullable: true, description: 'On which clause the refusal rests' })
  clause!: string | null;
}

export class CaptureOutcomesDto {
  @ShownInteger()
  captured!: number;

  @ShownWon({ description: 'Owed to providers by those that were captured' })
  totalWon!: string;

  @ShownList(() => CaptureOutcomeDto, { description: 'In the order of the request' })
  outcomes!: CaptureOutcomeDto[];
}
