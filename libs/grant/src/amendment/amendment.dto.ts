import {
  BilingualDto, ChoiceField, DateField, FlagField, IdField, IntegerField, ListField, Personal, ShownChoice, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { LinePlanInput, SourcePlanInput, StageInput } from '../agreement/plan/plan.dto.js';
import { RESOURCES } from '../line/line.js';

const NEEDS = ['APPROVAL', 'NOTICE'];
const KINDS = ['SOURCE', 'LINE', 'PERIOD', 'STAGE', 'TITLE', 'INVESTIGATOR', 'METHODS', 'RESEARCHERS'];

export class LineTransferInput {
  @IntegerField({ min: 1, max: 20, optional: true, description: 'Default: 1' })
  stage?: number;

  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @ChoiceField([...RESOURCES], { optional: true, description: 'Default CASH' })
  resource?: string;

  @TextField({ max: 4, description: 'Code of the line that gives' })
  from!: string;

  @TextField({ max: 4, description: 'Code of the line that takes' })
  to!: string;

  @WonField()
  amountWon!: string;
}

/** What changes; what is left out stays as it is. */
export class AmendGrantAgreementDto {
  @DateField({ description: 'Day of the approval, or of the notice' })
  decidedOn!: string;

  @DateField({ optional: true, description: 'Default: the day of the decision' })
  effectiveOn?: string;

  @TextField({ min: 5, max: 2000, multiline: true })
  reason!: string;

  @IdField({ optional: true, description: 'The letter that asks or tells' })
  documentId?: string;

  @ListField(() => SourcePlanInput, { optional: true, min: 1, max: 200, description: 'The whole plan by source' })
  sources?: SourcePlanInput[];

  @ListField(() => LinePlanInput, { optional: true, min: 1, max: 600, description: 'The whole plan by line' })
  lines?: LinePlanInput[];

  @ListField(() => LineTransferInput, { optional: true, max: 40, description: 'Money moved between lines, instead of a whole plan' })
  transfers?: LineTransferInput[];

  @DateField({ optional: true })
  periodFrom?: string;

  @DateField({ optional: true })
  periodTo?: string;

  @ListField(() => StageInput, { optional: true, min: 1, max: 10 })
  stages?: StageInput[];

  @TextField({ max: 500, optional: true })
  title?: string;

  @TextField({ max: 100, optional: true })
  investigator?: string;

  @TextField({ max: 20, optional: true })
  investigatorNumber?: string;

  @TextField({ max: 4000, optional: true, multiline: true })
  methods?: string;

  @TextField({ max: 4000, optional: true, multiline: true })
  researchers?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class GrantChangeDto {
  @ShownChoice(KINDS)
  kind!: string;

  @ShownObject(() => BilingualDto)
  what!: BilingualDto;

  @Personal()
  @ShownText({ nullable: true, description: 'Of an amount: won as digits' })
  before!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  after!: string | null;

  @ShownWon({ nullable: true })
  deltaWon!: string | null;

  @ShownChoice(NEEDS)
  need!: string;

  @ShownText()
  clause!: string;
}

export class AmendedGrantAgreementDto {
  @ShownId()
  agreementId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownInteger({ description: 'Number of the new version' })
  version!: number;

  @ShownChoice(NEEDS, { description: 'What the changes together need' })
  need!: string;

  @ShownList(() => GrantChangeDto)
  changes!: GrantChangeDto[];

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class GrantVersionDiffDto {
  @ShownInteger()
  version!: number;

  @ShownList(() => GrantChangeDto, { description: 'Against the version before' })
  changes!: GrantChangeDto[];
}
