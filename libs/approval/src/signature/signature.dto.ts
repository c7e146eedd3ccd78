import { BilingualDto, IdField, ListField, ShownChoice, ShownFacts, ShownId, ShownObject, ShownText, TextField } from '#libs/http';
import { REQUEST_STATES } from '../request/approval-request.js';

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

  @IdField({ optional: true, description: 'The absent person whose place you take' })
  forId?: string;
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
