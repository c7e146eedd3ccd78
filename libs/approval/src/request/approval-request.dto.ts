import { RANK_CODES } from '#libs/access';
import { BilingualDto, ChoiceField, IdField, ListField, QueryIntegerField, ShownChoice, ShownDate, ShownFacts, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto } from '#libs/http';
import { REQUEST_STATES } from './approval-request.js';

export const BOXES = ['todo', 'mine', 'open', 'closed'] as const;

export class ApprovalQuery {
  @ChoiceField(BOXES, { optional: true, description: 'todo: what I may sign now; mine: what I drafted; open, closed: all' })
  box?: (typeof BOXES)[number];

  @QueryIntegerField({ min: 1, max: 500, optional: true })
  limit?: number;
}

export class ApprovalSummaryDto {
  @ShownId()
  id!: string;

  @ShownId({ description: 'All versions of one matter share it' })
  caseId!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText({ description: 'Name of the stored command' })
  command!: string;

  @ShownWon({ nullable: true })
  amountWon!: string | null;

  @ShownText()
  makerName!: string;

  @ShownText()
  makerLogin!: string;

  @ShownInstant()
  submittedAt!: string;

  @ShownInstant()
  expiresAt!: string;

  @ShownChoice(REQUEST_STATES)
  state!: string;

  @ShownText({ description: 'SHA-256 of what is signed; give it back when signing' })
  contentHash!: string;

  @ShownInteger()
  steps!: number;

  @ShownInteger({ description: 'The step that is due, from 1' })
  position!: number;

  @ShownInteger({ description: 'How many rules warned' })
  verdictsWarn!: number;

  @ShownFlag({ description: 'True when you may sign it now' })
  mine!: boolean;
}

export class ApprovalCountDto {
  @ShownInteger({ description: 'How many requests wait for your signature' })
  todo!: number;
}

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

export class SignDto {
  @TextField({ min: 64, max: 64, description: 'The content hash of what you saw' })
  contentHash!: string;

  @TextField({ max: 2000, optional: true, multiline: true })
  opinion?: string;

  @IdField({ optional: true, description: 'The absent person whose place you take' })
  forId?: string;
}

export class ReturnDto {
  @TextField({ min: 64, max: 64 })
  contentHash!: string;

  @TextField({ min: 2, max: 2000, multiline: true, description: 'What the drafter has to change' })
  opinion!: string;

  @IdField({ optional: true })
  forId?: string;
}

export class RecallDto {
  @TextField({ max: 500, optional: true })
  reason?: string;
}

export class BatchItemDto {
  @IdField()
  id!: string;

  @TextField({ min: 64, max: 64 })
  contentHash!: string;
}

export class SignBatchDto {
  @ListField(() => BatchItemDto, { min: 1, max: 200 })
  items!: BatchItemDto[];

  @TextField({ max: 2000, optional: true, multiline: true })
  opinion?: string;
}

export class SignedDto {
  @ShownId()
  id!: string;

  @ShownChoice(REQUEST_STATES)
  state!: string;

  @ShownFacts({ nullable: true, description: 'What the command answered when it ran; null while signatures are missing' })
  result!: Record<string, unknown> | null;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why it was refused, when it was' })
  problem!: BilingualDto | null;

  @ShownText({ nullable: true })
  problemCode!: string | null;
}
