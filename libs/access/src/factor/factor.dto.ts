import { ShownInstant, ShownInteger, ShownList } from '#libs/http';
import { PasskeyDto } from '../passkey/passkey.dto.js';

export class FactorsDto {
  @ShownInstant({ nullable: true, description: 'When the present password was chosen; null for those who sign in elsewhere' })
  passwordChosenAt!: string | null;

  @ShownInstant({ nullable: true, description: 'When the authenticator app was enrolled; null without one' })
  totpEnrolledAt!: string | null;

  @ShownInteger({ description: 'Recovery codes that still count' })
  recoveryCodesLeft!: number;

  @ShownList(() => PasskeyDto)
  passkeys!: PasskeyDto[];
}
