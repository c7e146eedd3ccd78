import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { DateField, IdField, Personal, QueryIntegerField, ShownDate, ShownFlag, ShownId, ShownInstant, ShownText, ShownTexts, TextField } from '#libs/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches, ValidateBy } from 'class-validator';
import { ROLE_CODES, type Role } from '../permission/role.js';
import { isNetwork } from './network.js';
import { LOGIN_SHAPE } from './user.js';

function RolesField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', enum: [...ROLE_CODES] }, minItems: 1, maxItems: ROLE_CODES.length, uniqueItems: true }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(ROLE_CODES.length),
    ArrayUnique(),
    IsIn([...ROLE_CODES], { each: true }),
  );
}

function NetworksField(options: { readonly optional: boolean }): PropertyDecorator {
  const isBlock = {
    validate: (value: unknown) => typeof value === 'string' && isNetwork(value),
    defaultMessage: () => 'must be an IP address or a CIDR block',
  };
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', example: '10.0.0.0/8' },
      maxItems: 20,
      required: !options.optional,
      description: 'From where the account works; empty: from anywhere',
    }),
    ...(options.optional ? [IsOptional()] : []),
    IsArray(),
    ArrayMaxSize(20),
    ValidateBy({ name: 'isNetwork', validator: isBlock }, { each: true }),
  );
}

export class CreateUserDto {
  @TextField({ min: 2, max: 100, example: 'kim.manager', description: 'Letters, digits and . _ @ -' })
  @Matches(LOGIN_SHAPE)
  login!: string;

  @TextField({ max: 100, example: '김운용' })
  @Matches(/\S/)
  name!: string;

  @RolesField()
  roles!: Role[];

  @IdField({ optional: true, description: 'An account that the same natural person has already: two accounts of one human are one' })
  personOf?: string;

  @DateField({ optional: true, description: 'The last day on which the account works' })
  validThrough?: string;

  @NetworksField({ optional: true })
  networks?: string[];
}

export class RestrictUserDto {
  @DateField({ optional: true, description: 'The last day on which the account works; absent: until it is deactivated' })
  validThrough?: string;

  @NetworksField({ optional: false })
  networks!: string[];
}

export class DisconnectUserDto {
  @TextField({ min: 2, max: 500, description: 'Why; kept in the command log' })
  reason!: string;
}

export class DeactivateUserDto {
  @TextField({ min: 2, max: 500, description: 'Why; kept in the command log' })
  @Matches(/\S/)
  reason!: string;
}

export class UserParams {
  @IdField()
  id!: string;
}

export class UserQuery {
  @TextField({ max: 100, optional: true, description: 'Only logins after this one (the next page)' })
  after?: string;

  @QueryIntegerField({ min: 1, max: 200, optional: true, description: 'People per page; default 50' })
  limit?: number;
}

export class UserDto {
  @ShownId()
  id!: string;

  @Personal()
  @ShownText()
  login!: string;

  @Personal()
  @ShownText()
  name!: string;

  @ShownTexts()
  roles!: string[];

  @ShownFlag()
  active!: boolean;

  @ShownDate({ nullable: true })
  validThrough!: string | null;

  @ShownTexts()
  networks!: string[];

  @ShownInstant()
  createdAt!: string;

  @ShownFlag({ description: 'False until the person has chosen a password' })
  hasPassword!: boolean;

  @ShownFlag({ description: 'A password alone does not do' })
  hasSecondFactor!: boolean;

  @ShownInstant({ nullable: true, description: 'Until when an invitation waits to be redeemed' })
  invitedUntil!: string | null;
}
