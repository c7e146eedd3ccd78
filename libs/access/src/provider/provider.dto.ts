import { IdField, ShownFlag, ShownId, ShownInstant, ShownObject, ShownText, TextField } from '#libs/http';
import { Matches } from 'class-validator';
import { LOCAL_PAGE, type ProviderLink } from './provider.js';

export class ProviderNameDto {
  @ShownText({ description: 'What the institution calls its sign-in' })
  name!: string;

  @ShownText({ description: 'Where the browser goes to sign in there' })
  href!: string;
}

export class SignInMethodsDto {
  @ShownFlag()
  password!: boolean;

  @ShownFlag()
  passkey!: boolean;

  @ShownObject(() => ProviderNameDto, { nullable: true, description: 'The identity provider; null where none is configured' })
  provider!: ProviderNameDto | null;
}

export class SetOutDto {
  @TextField({ max: 500, example: '/account', description: 'The page of this system to which the browser returns' })
  @Matches(LOCAL_PAGE)
  returnTo!: string;
}

export class DepartureDto {
  @ShownText({ description: 'The page of the provider to open in this browser' })
  location!: string;
}

export class LinkProviderDto {
  @IdField({ description: 'Whose account it opens from now on' })
  userId!: string;

  @TextField({ max: 255, description: 'How the provider names the person (claim sub), letter by letter' })
  @Matches(/^[\x21-\x7e]+$/)
  subject!: string;
}

export class UnlinkProviderDto {
  @TextField({ min: 2, max: 500, description: 'Why; kept in the command log' })
  reason!: string;
}

export class ProviderLinkDto {
  @ShownId()
  id!: string;

  @ShownId()
  userId!: string;

  @ShownText()
  login!: string;

  @ShownText()
  name!: string;

  @ShownText()
  issuer!: string;

  @ShownText()
  subject!: string;

  @ShownInstant()
  linkedAt!: string;

  @ShownFlag({ description: 'False: an administrator linked it' })
  linkedByOneself!: boolean;

  static of(link: ProviderLink): ProviderLinkDto {
    return { ...link, linkedAt: link.linkedAt.toISOString() };
  }
}
