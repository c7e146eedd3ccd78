import { ChoiceField, DateField, FlagField, IdField, ShownChoice, ShownFlag, ShownId, ShownList, ShownObject, ShownPercent, ShownText, ShownTexts, ShownWon, TextField } from '#libs/http';
import { ObligationEffectDto } from '../../obligation/obligation-effect.dto.js';
import { EVIDENCE_TURNS } from '../detail/evidence-detail.js';

export class InvalidateEvidenceDto {
  @ChoiceField(EVIDENCE_TURNS)
  turn!: string;

  @DateField({ description: 'The day on which it was found false or cancelled, lost its status, or was replaced' })
  happenedOn!: string;

  @IdField({ optional: true, description: 'For CORRECTED: the document of the same investment that takes its place' })
  replacedById?: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;

  @FlagField({ optional: true, description: 'Only what would become of the recognitions, before and after' })
  dryRun?: boolean;
}

export class FallenRecognitionDto {
  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownWon()
  amountWon!: string;

  @ShownText({ description: 'From when it counts no more' })
  effectiveOn!: string;
}

export class InvalidatedEvidenceDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownId()
  evidenceId!: string;

  @ShownChoice(EVIDENCE_TURNS)
  turn!: string;

  @ShownList(() => FallenRecognitionDto, { description: 'Recognitions that rest on the document and are revoked with it' })
  revoked!: FallenRecognitionDto[];

  @ShownTexts({ description: 'Numbers of deals whose recognition rests on it and stays, because the agreement keeps it' })
  kept!: string[];

  @ShownPercent({ nullable: true })
  ratioBeforePercent!: string | null;

  @ShownPercent({ nullable: true })
  ratioAfterPercent!: string | null;

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto)
  after!: ObligationEffectDto;
}
