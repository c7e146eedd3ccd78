import { IdField, SecretField, ShownId, ShownInstant, ShownText, ShownTexts } from '#libs/http';

export class OfferedTotpDto {
  @ShownId({ description: 'Of this enrolment' })
  id!: string;

  @ShownText({ description: 'To be typed into the app by hand, base 32' })
  secret!: string;

  @ShownText({ description: 'The same as an address (otpauth:), for a QR code' })
  address!: string;

  @ShownInstant({ description: 'Until when it can be confirmed' })
  expiresAt!: string;
}

export class TotpParams {
  @IdField()
  id!: string;
}

export class ConfirmTotpDto {
  @SecretField({ max: 20, description: 'The six digits that the app shows' })
  code!: string;
}

export class EnrolledDto {
  @ShownTexts({ nullable: true, description: 'Recovery codes, shown this once; null for those who have some already' })
  recoveryCodes!: string[] | null;
}
