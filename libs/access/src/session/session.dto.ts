import { IdField, SecretField, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownObject, ShownText, ShownTexts, TextField } from '#libs/http';
import { Matches } from 'class-validator';
import { PASSWORD_POLICY } from '../password/password.rules.js';
import { CredentialField, ProofDto } from '../proof/proof.dto.js';
import type { Admission } from './admission.js';
import { TOKEN_SHAPE } from './token.js';

export class SignInDto {
  @TextField({ max: 100, example: 'kim.manager' })
  login!: string;

  @SecretField({ max: PASSWORD_POLICY.maximumLength })
  password!: string;
}

export class SecondStepDto {
  @ShownText({ description: 'Stands for the half-open sign-in; it opens nothing but its completion' })
  token!: string;

  @ShownTexts({ description: 'PASSKEY, TOTP or RECOVERY_CODE, the strongest first' })
  methods!: string[];

  @ShownInstant({ description: 'Until when the second step can be taken' })
  expiresAt!: string;
}

export class CompleteSignInDto extends ProofDto {
  @SecretField({ max: 43, description: 'Of the half-open sign-in' })
  @Matches(TOKEN_SHAPE)
  token!: string;
}

export class PasskeySignInDto {
  @IdField({ description: 'Of the challenge that was signed' })
  challengeId!: string;

  @CredentialField({ optional: false })
  response!: Record<string, unknown>;
}

export class OwnSessionDto {
  @ShownId()
  id!: string;

  @ShownFlag({ description: 'The session that asks' })
  current!: boolean;

  @ShownInstant()
  startedAt!: string;

  @ShownInstant()
  lastSeenAt!: string;

  @ShownText({ nullable: true, description: 'From which address it was started' })
  address!: string | null;

  @ShownText({ nullable: true, description: 'As the browser names itself' })
  userAgent!: string | null;

  @ShownText({ nullable: true, description: 'By what its person last proved who they are' })
  method!: string | null;
}

export class SessionParams {
  @IdField()
  id!: string;
}

export class RevokedSessionsDto {
  @ShownInteger({ description: 'How many sessions were ended' })
  ended!: number;
}

export class SignedInUserDto {
  @ShownId()
  id!: string;

  @ShownText()
  login!: string;

  @ShownText()
  name!: string;

  @ShownTexts({ description: 'Codes of roles' })
  roles!: string[];

  @ShownTexts({ description: 'What this person may do, by name (noun.verb)' })
  permissions!: string[];
}

export class SessionDto {
  @ShownObject(() => SignedInUserDto)
  user!: SignedInUserDto;

  @ShownText({ description: 'To be sent as the header x-csrf-token with every request that is not GET' })
  csrfToken!: string;

  @ShownInstant({ description: 'When the session ends if nothing more is asked of it' })
  expiresAt!: string;

  static of({ actor, csrfToken, expiresAt }: Admission): SessionDto {
    const user = { id: actor.userId, login: actor.login, name: actor.name, roles: [...actor.roles], permissions: [...actor.permissions] };
    return { user, csrfToken, expiresAt: expiresAt.toISOString() };
  }
}
