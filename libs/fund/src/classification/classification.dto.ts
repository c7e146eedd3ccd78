import { BilingualDto, ChoiceField, DateField, FlagField, IdField, ListField, ObjectField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownList, ShownObject, ShownText, ShownTexts, TextField, VerdictDto } from '#libs/http';
import { EvidenceDetailDto, EvidenceDetailInput, EvidenceTurnDto } from '../recognition/detail/evidence-detail.dto.js';
import { ObligationEffectDto } from '../obligation/obligation-effect.dto.js';
import { CLASSIFICATION_DECISIONS, COMPANY_BASES, RECOGNITION_ROUTES } from './classification.js';

export class EvidenceInput {
  @TextField({ max: 200, description: 'What it is, such as 기술이전계약서' })
  kind!: string;

  @DateField({ optional: true })
  issuedOn?: string;

  @DateField({ optional: true })
  validTo?: string;

  @TextField({ max: 200, optional: true })
  issuer?: string;

  @IdField({ optional: true, description: 'An uploaded document' })
  documentId?: string;

  @ObjectField(() => EvidenceDetailInput, { optional: true, description: 'What it says, for the machine checks' })
  detail?: EvidenceDetailInput;
}

export class ClassificationDto {
  @ShownText()
  id!: string;

  @ShownChoice(CLASSIFICATION_DECISIONS)
  decision!: string;

  @ShownText({ nullable: true })
  route!: string | null;

  @ShownText({ nullable: true })
  companyBasis!: string | null;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  reason!: string;

  @ShownText({ description: 'Name of who decided' })
  decidedBy!: string;

  @ShownText()
  ruleVersion!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownInstant()
  recordedAt!: Date;

  @ShownText({ nullable: true, description: 'SHA-256 of the facts frozen with it; null where it froze none' })
  snapshotSha256!: string | null;
}

export class EvidenceDto {
  @ShownId()
  id!: string;

  @ShownText()
  kind!: string;

  @ShownDate({ nullable: true })
  issuedOn!: string | null;

  @ShownDate({ nullable: true })
  validTo!: string | null;

  @ShownText({ nullable: true })
  issuer!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  fileName!: string | null;

  @ShownText({ nullable: true, description: 'SHA-256 of the file' })
  sha256!: string | null;

  @ShownObject(() => EvidenceDetailDto, { nullable: true })
  detail!: EvidenceDetailDto | null;

  @ShownList(() => EvidenceTurnDto, { description: 'What became of it: false, cancelled, status lost, corrected' })
  turns!: EvidenceTurnDto[];
}

export class RequirementDto {
  @ShownText({ description: 'Document that the route demands' })
  kind!: string;

  @ShownFlag()
  present!: boolean;
}

export class DecideClassificationDto {
  @ChoiceField(CLASSIFICATION_DECISIONS)
  decision!: string;

  @ChoiceField(RECOGNITION_ROUTES, { optional: true })
  route?: string;

  @ChoiceField(COMPANY_BASES, { optional: true })
  companyBasis?: string;

  @DateField({ description: 'From when it counts; usually the payment date' })
  effectiveOn!: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedClassificationDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownChoice(CLASSIFICATION_DECISIONS)
  decision!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto)
  after!: ObligationEffectDto;

  @ShownText({ nullable: true, description: 'SHA-256 of the facts that an acceptance freezes' })
  snapshotSha256!: string | null;
}

export class AttachEvidenceDto {
  @ListField(() => EvidenceInput, { min: 1, max: 50 })
  evidence!: EvidenceInput[];

  @FlagField({ optional: true, description: 'Only what the machine checks would say with these documents' })
  dryRun?: boolean;
}

export class AttachedEvidenceDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => EvidenceDto, { description: 'Every document of the investment, those that would be attached included' })
  evidence!: EvidenceDto[];

  @ShownList(() => RequirementDto, { description: 'Must-have documents of the claimed route' })
  requirements!: RequirementDto[];

  @ShownList(() => VerdictDto, { description: 'The machine checks of the claimed route with these documents' })
  verdicts!: VerdictDto[];
}

export class RecognitionRouteDto {
  @ShownChoice(RECOGNITION_ROUTES)
  route!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownTexts({ description: 'Documents without which the route is not proven; the first is the key document' })
  evidence!: string[];
}
