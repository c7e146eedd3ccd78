import { RANK_CODES } from '#libs/access';
import { BilingualDto, ShownChoice, ShownDate, ShownFacts, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, VerdictDto } from '#libs/http';
import { REQUEST_STATES } from './approval-request.js';
import { ApprovalSummaryDto } from './approval-summary.dto.js';

export class SignatureDto {
  @ShownInteger()
  position!: number;

  @ShownChoice(['SIGNED', 'RETURNED'])
  decision!: string;

  @ShownText()
  signerName!: string;

  @ShownText()
  signerLogin!: string;

  @ShownChoice(RANK_CODES)
  signerRank!: string;

  @ShownText({ nullable: true, description: 'Whose place the signer took' })
  forName!: string | null;

  @ShownText({ nullable: true })
  opinion!: string | null;

  @ShownInstant()
  signedAt!: string;

  @ShownText({ description: 'How the signer had proved who they are' })
  stepUpMethod!: string;

  @ShownText()
  contentHash!: string;
}

export class ApprovalStepDto {
  @ShownInteger()
  position!: number;

  @ShownChoice(['REVIEW', 'COOPERATE', 'APPROVE'])
  kind!: string;

  @ShownText()
  role!: string;

  @ShownChoice(RANK_CODES)
  minRank!: string;

  @ShownInteger()
  quorum!: number;

  @ShownFlag({ description: 'Final approval by delegation, below the head of the institution (전결)' })
  delegated!: boolean;

  @ShownList(() => SignatureDto)
  signatures!: SignatureDto[];
}

export class EffectLineDto {
  @ShownText()
  account!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownText()
  unit!: string;

  @ShownChoice(['D', 'C'])
  side!: string;

  @ShownWon()
  amount!: string;
}

export class EffectEntryDto {
  @ShownText()
  posting!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownText()
  book!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  memo!: string;

  @ShownList(() => EffectLineDto)
  lines!: EffectLineDto[];
}

export class EffectBalanceDto {
  @ShownText()
  account!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownText()
  unit!: string;

  @ShownWon()
  before!: string;

  @ShownWon()
  after!: string;

  @ShownWon()
  held!: string;

  @ShownWon({ nullable: true, description: 'It may not fall below this' })
  floor!: string | null;
}

export class ApprovalVersionDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  version!: number;

  @ShownChoice(REQUEST_STATES)
  state!: string;

  @ShownInstant()
  submittedAt!: string;
}

export class DifferenceDto {
  @ShownText({ description: 'JSON pointer into the input' })
  path!: string;

  @ShownText({ nullable: true })
  before!: string | null;

  @ShownText({ nullable: true })
  after!: string | null;
}

export class LabelDto {
  @ShownId()
  id!: string;

  @ShownText()
  kind!: string;

  @ShownText()
  label!: string;
}

export class ApprovalEndDto {
  @ShownText()
  kind!: string;

  @ShownInstant()
  at!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why the command was refused when it ran' })
  problem!: BilingualDto | null;
}

export class SignerDto {
  @ShownId()
  id!: string;

  @ShownText()
  login!: string;

  @ShownText()
  name!: string;

  @ShownChoice(RANK_CODES)
  rank!: string;
}

export class SeatDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;
}

export class ApprovalDto extends ApprovalSummaryDto {
  @ShownFacts({ description: 'The canonical input of the command' })
  input!: Record<string, unknown>;

  @ShownFacts({ description: 'What the command answered when it was tried out' })
  result!: Record<string, unknown>;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => EffectEntryDto, { description: 'What would be posted' })
  entries!: EffectEntryDto[];

  @ShownList(() => EffectBalanceDto, { description: 'Accounts before and after; those with a floor first' })
  balances!: EffectBalanceDto[];

  @ShownList(() => ApprovalStepDto)
  line!: ApprovalStepDto[];

  @ShownList(() => ApprovalVersionDto)
  versions!: ApprovalVersionDto[];

  @ShownList(() => DifferenceDto, { description: 'Against the version before' })
  differences!: DifferenceDto[];

  @ShownList(() => LabelDto, { description: 'What the ids in the input stand for' })
  labels!: LabelDto[];

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ description: 'The clause that the approval line rests on' })
  clause!: string;

  @ShownText()
  inputHash!: string;

  @ShownText()
  previewHash!: string;

  @ShownFlag({ description: 'True when you drafted it' })
  drafted!: boolean;

  @ShownId({ nullable: true })
  executedCommandId!: string | null;

  @ShownObject(() => ApprovalEndDto, { nullable: true })
  end!: ApprovalEndDto | null;

  @ShownList(() => SignerDto, { description: 'Who may sign the step that is due' })
  waitingFor!: SignerDto[];

  @ShownList(() => SeatDto, { description: 'Absent people whose place you take' })
  seats!: SeatDto[];
}
