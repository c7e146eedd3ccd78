import {
  BilingualDto,
  Personal,
  ShownChoice,
  ShownDate,
  ShownFacts,
  ShownId,
  ShownInstant,
  ShownInteger,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  TextField,
} from '#libs/http';
import { Matches } from 'class-validator';

export class DownloadEvidenceDto {
  @TextField({ min: 5, max: 500, description: 'Why the evidence is taken away; kept in the access log' })
  @Matches(/\S.{3,}\S/u)
  reason!: string;
}

export class DecisionSubjectDto {
  @ShownId()
  id!: string;

  @ShownText({ description: 'investment, fund, capital-call, partner, party, document, programme, vintage' })
  kind!: string;

  @ShownText()
  label!: string;

  @ShownId({ nullable: true })
  fundId!: string | null;
}

export class AppliedRuleDto {
  @ShownText()
  rule!: string;

  @ShownText()
  clause!: string;

  @ShownChoice(['PASS', 'WARN', 'BLOCK'])
  result!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownFacts({ description: 'The numbers it was decided with' })
  inputs!: Record<string, unknown>;
}

export class DecisionSignatureDto {
  @Personal()
  @ShownText()
  signerName!: string;

  @ShownText()
  signerRank!: string;

  @Personal()
  @ShownText({ nullable: true, description: 'For whom, where a deputy signed' })
  forName!: string | null;

  @ShownChoice(['SIGNED', 'RETURNED'])
  decision!: string;

  @ShownInstant()
  at!: string;

  @ShownText({ description: 'How the signer proved who they are' })
  method!: string;

  @ShownText({ nullable: true })
  opinion!: string | null;

  @ShownText({ description: 'SHA-256 of what the signer saw' })
  contentHash!: string;
}

export class PolicyThenDto {
  @ShownText()
  key!: string;

  @ShownText({ description: 'In words' })
  name!: string;

  @ShownText({ description: 'As its key means it' })
  value!: string;

  @ShownText()
  clause!: string;

  @ShownText()
  source!: string;

  @ShownText()
  scope!: string;

  @ShownText({ description: 'Which decision about the rule this is' })
  version!: string;

  @ShownDate()
  effectiveFrom!: string;
}

export class DecisionDto {
  @ShownId()
  commandId!: string;

  @ShownText()
  command!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @Personal()
  @ShownText()
  actorName!: string;

  @Personal()
  @ShownText()
  actorLogin!: string;

  @ShownTexts()
  actorRoles!: string[];

  @ShownChoice(['DONE', 'SUBMITTED', 'REFUSED'])
  outcome!: string;

  @ShownInstant({ description: 'By the clock of the command' })
  actedAt!: string;

  @ShownInstant({ description: 'By the clock of the database' })
  recordedAt!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ description: 'SHA-256 of the canonical input' })
  inputHash!: string;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why it was refused' })
  problem!: BilingualDto | null;

  @ShownId({ nullable: true })
  approvalId!: string | null;

  @ShownText({ nullable: true })
  approvalNumber!: string | null;

  @ShownList(() => AppliedRuleDto)
  rules!: AppliedRuleDto[];

  @ShownList(() => DecisionSignatureDto)
  signatures!: DecisionSignatureDto[];

  @ShownList(() => PolicyThenDto, { description: 'In force for its fund at that moment, as known then' })
  policies!: PolicyThenDto[];

  @ShownInteger({ description: 'Documents that were on file at that moment' })
  evidenceCount!: number;

  @ShownInteger({ nullable: true, description: 'The batch of seals that holds its row; null while none does' })
  sealBatch!: number | null;
}

export class RecognitionDto {
  @ShownText()
  id!: string;

  @ShownText({ description: 'In words' })
  decision!: string;

  @ShownText({ nullable: true, description: 'In words' })
  route!: string | null;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  reason!: string;

  @Personal()
  @ShownText()
  decidedBy!: string;

  @ShownText({ nullable: true, description: 'Null where an imported register told of it' })
  ruleVersion!: string | null;

  @ShownInstant()
  knownAt!: string;
}

export class DecisionEvidenceDto {
  @ShownId()
  id!: string;

  @ShownText()
  kind!: string;

  @ShownDate({ nullable: true })
  issuedOn!: string | null;

  @ShownText({ nullable: true })
  issuer!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  fileName!: string | null;

  @ShownText({ nullable: true, description: 'SHA-256 of the file' })
  sha256!: string | null;

  @ShownInstant()
  attachedAt!: string;
}

export class DecisionsDto {
  @ShownObject(() => DecisionSubjectDto)
  subject!: DecisionSubjectDto;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: string;

  @ShownList(() => DecisionDto, { description: 'Newest first' })
  decisions!: DecisionDto[];

  @ShownList(() => RecognitionDto, { description: 'Of a deal: what it was recognised as, newest first' })
  recognitions!: RecognitionDto[];

  @ShownList(() => DecisionEvidenceDto)
  evidence!: DecisionEvidenceDto[];
}
