import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, ShownChoice, ShownId, ShownInstant, ShownObject, ShownText, ShownTexts, TextField } from '#libs/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { PERMISSION_CODES } from '../permission/permissions.js';
import { API_TOKEN_POLICY, isForTokens, stateOf, TOKEN_AREAS, type ApiToken } from './api-token.js';

const GIVABLE = PERMISSION_CODES.filter(isForTokens);

function PermissionsField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', enum: GIVABLE },
      minItems: 1,
      maxItems: GIVABLE.length,
      uniqueItems: true,
      required: false,
      description: "Of the maker's own; absent: those that read",
    }),
    IsOptional(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(GIVABLE.length),
    ArrayUnique(),
    IsIn(GIVABLE, { each: true }),
  );
}

export class CreateApiTokenDto {
  @TextField({ max: 100, example: '회계시스템 연계', description: 'What the program is' })
  name!: string;

  @PermissionsField()
  permissions?: string[];

  @IntegerField({ min: 1, max: API_TOKEN_POLICY.longestDays, optional: true, description: `For how many days from now; default ${API_TOKEN_POLICY.defaultDays}` })
  days?: number;
}

export class GivablePermissionDto {
  @ShownChoice(GIVABLE)
  permission!: string;

  @ShownChoice(TOKEN_AREAS, { description: 'Where people look for it' })
  area!: string;
}

export class ApiTokenDto {
  @ShownId()
  id!: string;

  @ShownId()
  userId!: string;

  @ShownText({ description: 'Login of the owner' })
  login!: string;

  @ShownText({ description: 'Name of the owner' })
  ownerName!: string;

  @ShownText()
  name!: string;

  @ShownTexts()
  permissions!: string[];

  @ShownChoice(['LIVE', 'UNSEEN', 'EXPIRED', 'REVOKED'])
  state!: string;

  @ShownInstant()
  createdAt!: string;

  @ShownInstant()
  expiresAt!: string;

  @ShownInstant({ nullable: true })
  revokedAt!: string | null;

  @ShownInstant({ nullable: true })
  lastUsedAt!: string | null;

  @ShownText({ nullable: true, description: 'From where it was last used' })
  lastAddress!: string | null;

  static of({ shown, ...token }: ApiToken, now: Date): ApiTokenDto {
    return {
      ...token,
      permissions: [...token.permissions],
      state: stateOf({ ...token, shown }, now),
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      revokedAt: token.revokedAt?.toISOString() ?? null,
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    };
  }
}

export class CreatedApiTokenDto {
  @ShownObject(() => ApiTokenDto)
  token!: ApiTokenDto;

  @ShownText({ description: 'The token itself; shown this once and kept nowhere' })
  secret!: string;
}
