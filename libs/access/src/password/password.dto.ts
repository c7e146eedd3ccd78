import { SecretField, ShownInteger } from '#libs/http';
import { PASSWORD_POLICY } from './password.rules.js';

const LENGTH = { max: PASSWORD_POLICY.maximumLength };
export const PASSWORD_RULE = `${PASSWORD_POLICY.longLength} characters, or ${PASSWORD_POLICY.shortLength} of ${PASSWORD_POLICY.shortKinds} kinds; not the login or the name, none of the commonest, none of the last ${PASSWORD_POLICY.remembered}`;

export class ChangePasswordDto {
  @SecretField(LENGTH)
  oldPassword!: string;

  @SecretField({ ...LENGTH, description: PASSWORD_RULE })
  newPassword!: string;
}

export class ChangedPasswordDto {
  @ShownInteger({ description: 'How many other sessions were ended' })
  endedSessions!: number;
}
