import { BilingualDto, ChoiceField, QueryIntegerField, ShownChoice, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownObject, ShownText, ShownWon } from '#libs/http';
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
