import { AsOfQuery, ChoiceField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownList, ShownText, VerdictDto } from '#libs/http';
import { EvidenceDto } from '../classification/classification.dto.js';
import { CLASSIFICATION_DECISIONS, COMPANY_BASES, RECOGNITION_ROUTES } from '../classification/classification.js';
import { FOLLOW_ON_TESTS, LOST_STATUS_EFFECTS } from './recognition.policy.js';

export class RecognitionQuery extends AsOfQuery {
  @ChoiceField(RECOGNITION_ROUTES, { optional: true, description: 'Another route than the one that is claimed' })
  route?: string;

  @ChoiceField(COMPANY_BASES, { optional: true })
  companyBasis?: string;
}

export class ChecklistLineDto {
  @ShownText()
  kind!: string;

  @ShownFlag({ description: 'A must-have document of the route, or the certificate of the basis' })
  required!: boolean;

  @ShownFlag({ description: 'The document whose date decides' })
  key!: boolean;

  @ShownFlag({ description: 'At least one of its documents stands on the day that is looked at' })
  satisfied!: boolean;

  @ShownList(() => EvidenceDto)
  evidence!: EvidenceDto[];
}

export class RecognitionSnapshotDto {
  @ShownText({ description: 'The decision that it belongs to' })
  classificationId!: string;

  @ShownChoice(CLASSIFICATION_DECISIONS)
  decision!: string;

  @ShownDate({ description: 'The payment that was looked at' })
  asOf!: string;

  @ShownText()
  sha256!: string;

  @ShownInstant()
  knownAt!: Date;
}

export class FrozenFactsDto extends RecognitionSnapshotDto {
  @ShownText({ description: 'Canonical JSON; its SHA-256 is `sha256`' })
  facts!: string;
}

export class InvestmentRecognitionDto {
  @ShownId()
  investmentId!: string;

  @ShownId()
  fundId!: string;

  @ShownText({ nullable: true })
  route!: string | null;

  @ShownText({ nullable: true })
  companyBasis!: string | null;

  @ShownDate({ description: 'The payment that the checks look at' })
  testedOn!: string;

  @ShownChoice(FOLLOW_ON_TESTS)
  followOnTest!: string;

  @ShownId({ nullable: true, description: 'The first deal into the company, where its payment is looked at' })
  firstInvestmentId!: string | null;

  @ShownChoice(LOST_STATUS_EFFECTS, { description: 'What a status that is lost later does to a recognition' })
  lostStatus!: string;

  @ShownList(() => ChecklistLineDto)
  checklist!: ChecklistLineDto[];

  @ShownList(() => VerdictDto, { description: 'The machine checks with the evidence on record' })
  verdicts!: VerdictDto[];

  @ShownList(() => RecognitionSnapshotDto, { description: 'Facts frozen by decisions, oldest first' })
  snapshots!: RecognitionSnapshotDto[];
}
