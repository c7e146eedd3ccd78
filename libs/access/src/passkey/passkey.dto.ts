import { IdField, ShownFacts, ShownFlag, ShownId, ShownInstant, ShownText, TextField } from '#libs/http';
import { CredentialField } from '../proof/proof.dto.js';

export class PasskeyChallengeDto {
  @ShownId()
  challengeId!: string;

  @ShownFacts({ description: 'For the browser’s credential store, as JSON' })
  options!: Record<string, unknown>;
}

export class EnrolPasskeyDto {
  @IdField({ description: 'Of the challenge that was signed' })
  challengeId!: string;

  @TextField({ max: 60, example: '업무용 노트북' })
  name!: string;

  @CredentialField({ optional: false })
  response!: Record<string, unknown>;
}

export class PasskeyParams {
  @IdField()
  id!: string;
}

export class PasskeyDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownInstant()
  enrolledAt!: string;

  @ShownInstant({ nullable: true })
  lastUsedAt!: string | null;

  @ShownFlag({ description: 'A copy is kept by the maker’s account' })
  backedUp!: boolean;
}
