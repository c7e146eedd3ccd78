import { SecretField, ShownInstant, ShownText } from '#libs/http';
import { PASSWORD_RULE } from '../password/password.dto.js';
import { PASSWORD_POLICY } from '../password/password.rules.js';

export class InvitationDto {
  @ShownText({ description: 'To be handed over in person; shown this once' })
  code!: string;

  @ShownInstant()
  expiresAt!: string;
}

export class RedeemInvitationDto {
  @SecretField({ max: 40, description: 'As it was handed over; blanks, hyphens and small letters do not matter' })
  code!: string;

  @SecretField({ max: PASSWORD_POLICY.maximumLength, description: PASSWORD_RULE })
  password!: string;
}
