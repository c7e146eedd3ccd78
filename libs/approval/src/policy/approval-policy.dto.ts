import { RANK_CODES, ROLE_CODES } from '#libs/access';
import { ChoiceField, DateField, IdField, IntegerField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownText, ShownWon, TextField, WonField } from '#libs/http';

const STEP_KINDS = ['REVIEW', 'COOPERATE', 'APPROVE'] as const;
const MODES = ['DIRECT', 'SIGNED'] as const;
const SOURCES = ['LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION'] as const;

export class ApprovalPolicyStepDto {
  @ChoiceField(STEP_KINDS)
  kind!: (typeof STEP_KINDS)[number];

  @ChoiceField(ROLE_CODES)
  role!: (typeof ROLE_CODES)[number];

  @ChoiceField(RANK_CODES)
  minRank!: (typeof RANK_CODES)[number];

  @IntegerField({ min: 1, max: 20 })
  quorum!: number;
}

export class ApprovalTierDto {
  @WonField({ min: 0n, description: 'Lower bound, inclusive' })
  fromWon!: string;

  @ChoiceField(MODES)
  mode!: (typeof MODES)[number];

  @ListField(() => ApprovalPolicyStepDto, { max: 20 })
  steps!: ApprovalPolicyStepDto[];
}

export class DecideApprovalPolicyDto {
  @TextField({ max: 100 })
  command!: string;

  @IdField({ optional: true, description: 'For one fund only; absent: in general' })
  fundId?: string;

  @DateField()
  effectiveFrom!: string;

  @IntegerField({ min: 1, max: 366 })
  expiresAfterDays!: number;

  @TextField({ max: 300, description: 'The rule of delegation that says so' })
  clause!: string;

  @ChoiceField(SOURCES)
  source!: (typeof SOURCES)[number];

  @ListField(() => ApprovalTierDto, { min: 1, max: 20 })
  tiers!: ApprovalTierDto[];
}

export class DecidedApprovalPolicyDto {
  @ShownId()
  id!: string;
}

export class ShownStepDto {
  @ShownChoice(STEP_KINDS)
  kind!: string;

  @ShownChoice(ROLE_CODES)
  role!: string;

  @ShownChoice(RANK_CODES)
  minRank!: string;

  @ShownInteger()
  quorum!: number;
}

export class ShownTierDto {
  @ShownWon()
  fromWon!: string;

  @ShownChoice(MODES)
  mode!: string;

  @ShownList(() => ShownStepDto)
  steps!: ShownStepDto[];
}

export class ApprovalPolicyDto {
  @ShownId()
  id!: string;

  @ShownText()
  command!: string;

  @ShownText({ description: '`*` or `fund/<id>`' })
  scope!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownInteger()
  expiresAfterDays!: number;

  @ShownText()
  clause!: string;

  @ShownChoice(SOURCES)
  source!: string;

  @ShownList(() => ShownTierDto)
  tiers!: ShownTierDto[];

  @ShownInstant()
  knownAt!: string;

  @ShownInstant()
  recordedAt!: string;
}

export class CommandKindDto {
  @ShownText()
  command!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;

  @ShownFlag({ description: 'Whether tiers by amount make sense' })
  hasAmount!: boolean;

  @ShownFlag({ description: 'Whether a fund can have a policy of its own' })
  hasFund!: boolean;

  @ShownFlag({ description: 'No policy can let it pass without a signature' })
  alwaysSigned!: boolean;
}
