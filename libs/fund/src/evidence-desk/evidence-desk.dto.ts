import { AsOfQuery, ChoiceField, IdField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownPercent, ShownText, ShownTexts, ShownWon } from '#libs/http';
import { EVIDENCE_TURNS } from '../recognition/detail/evidence-detail.js';
import { DESK_CONCERNS } from './evidence-desk.js';

export class EvidenceDeskQuery extends AsOfQuery {
  @IdField({ optional: true, description: 'Only this fund' })
  fundId?: string;

  @ChoiceField(DESK_CONCERNS, { optional: true })
  concern?: string;

  @QueryIntegerField({ min: 0, max: 3650, optional: true, description: 'Tell of documents that run out within so many days; default: what each fund decided' })
  withinDays?: number;
}

export class ExpiringDocumentDto {
  @ShownId()
  evidenceId!: string;

  @ShownText()
  kind!: string;

  @ShownDate()
  validTo!: string;

  @ShownInteger({ description: 'Below zero once it has run out' })
  daysLeft!: number;
}

export class InvalidDocumentDto {
  @ShownId()
  evidenceId!: string;

  @ShownText()
  kind!: string;

  @ShownChoice(EVIDENCE_TURNS)
  turn!: string;

  @ShownDate()
  happenedOn!: string;
}

export class DeskEffectDto {
  @ShownChoice(['IF_ACCEPTED', 'IF_LOST'])
  kind!: string;

  @ShownPercent({ nullable: true })
  beforePercent!: string | null;

  @ShownPercent({ nullable: true })
  afterPercent!: string | null;

  @ShownPercent({ nullable: true, description: 'Percentage points that the deal stands for' })
  changePercent!: string | null;

  @ShownWon()
  headroomBeforeWon!: string;

  @ShownWon()
  headroomAfterWon!: string;
}

export class DeskRowDto {
  @ShownId()
  fundId!: string;

  @ShownText()
  fundNumber!: string;

  @ShownText()
  fundName!: string;

  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  paidOn!: string;

  @ShownChoice(['PENDING', 'QUALIFIED'])
  status!: string;

  @ShownText()
  route!: string;

  @ShownText({ nullable: true })
  companyBasis!: string | null;

  @ShownTexts({ description: 'Why it is on the desk' })
  concerns!: string[];

  @ShownTexts({ description: 'Must-have documents that are not there' })
  missing!: string[];

  @ShownList(() => ExpiringDocumentDto)
  expiring!: ExpiringDocumentDto[];

  @ShownList(() => InvalidDocumentDto)
  invalid!: InvalidDocumentDto[];

  @ShownDate({ nullable: true, description: 'The day on which the first document runs out' })
  dueOn!: string | null;

  @ShownFlag({ description: 'A status that is lost later leaves the recognition as it is' })
  frozen!: boolean;

  @ShownObject(() => DeskEffectDto)
  effect!: DeskEffectDto;
}

export class DeskCountDto {
  @ShownChoice(DESK_CONCERNS)
  concern!: string;

  @ShownInteger()
  count!: number;

  @ShownWon()
  amountWon!: string;
}

export class EvidenceDeskDto {
  @ShownDate()
  asOf!: string;

  @ShownInteger({ description: 'All rows of the query, also those beyond the last one shown' })
  total!: number;

  @ShownList(() => DeskCountDto, { description: 'Over all concerns, whichever is asked for' })
  counts!: DeskCountDto[];

  @ShownList(() => DeskRowDto, { description: 'At most 500: the largest effect first, then the earliest day' })
  rows!: DeskRowDto[];
}
