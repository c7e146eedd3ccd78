import { SecretField, ShownId, ShownInstant, ShownObject, ShownText, ShownTexts, TextField } from '#libs/http';
import type { Admission } from './admission.js';

export class SignInDto {
  @TextField({ max: 100, example: 'kim.manager' })
  login!: string;

  @SecretField({ max: 128 })
  password!: string;
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
