import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IdField, Personal, ShownChoice, ShownFlag, ShownId, ShownInstant, ShownList, ShownText, ShownTexts, TextField } from '#libs/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Matches } from 'class-validator';
import { RANK_CODES, type Rank } from '../permission/rank.js';
import { ROLE_CODES, type Role } from '../permission/role.js';
import { SCOPE_SHAPE } from '../permission/scope.js';

/** Far more than anybody can oversee; repeated as a CHECK on `role_decision`. */
const MOST_SCOPES = 100;

function ScopesField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', pattern: SCOPE_SHAPE.source },
      minItems: 1,
      maxItems: MOST_SCOPES,
      uniqueItems: true,
      description: "Where the role is held: '*' everywhere, or funds ('fund/<id>') and programmes with all their funds ('programme/<id>')",
    }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_SCOPES),
    ArrayUnique(),
    IsString({ each: true }),
    Matches(SCOPE_SHAPE, { each: true }),
  );
}

export class GrantParams {
  @IdField()
  id!: string;
}

export class HeldRoleParams extends GrantParams {
  @ChoiceField(ROLE_CODES)
  role!: Role;
}

export class RevokeRoleDto {
  @TextField({ min: 2, max: 500, description: 'Why; kept in the history of the account' })
  reason!: string;
}

export class RescopeRoleDto extends RevokeRoleDto {
  @ScopesField()
  scopes!: string[];
}

export class GrantRoleDto extends RescopeRoleDto {
  @ChoiceField(ROLE_CODES)
  role!: Role;
}

export class PromoteUserDto extends RevokeRoleDto {
  @ChoiceField(RANK_CODES)
  rank!: Rank;
}

export class RoleHoldingDto {
  @ShownChoice(ROLE_CODES)
  role!: string;

  @ShownTexts({ description: 'Where it is held; places that lie outside your own scope are left out' })
  scopes!: string[];

  @ShownText()
  grantedBy!: string;

  @ShownInstant()
  grantedAt!: string;
}

export class RoleHolderDto {
  @ShownId()
  id!: string;

  @Personal()
  @ShownText()
  login!: string;

  @Personal()
  @ShownText()
  name!: string;

  @ShownChoice(RANK_CODES)
  rank!: string;

  @ShownFlag()
  active!: boolean;

  @ShownId({ description: 'Two accounts of one natural person carry the same' })
  personId!: string;

  @ShownList(() => RoleHoldingDto)
  roles!: RoleHoldingDto[];
}

export class RoleDecisionDto {
  @ShownText()
  id!: string;

  @ShownChoice(ROLE_CODES)
  role!: string;

  @ShownChoice(['GRANTED', 'RESCOPED', 'REVOKED'])
  decision!: string;

  @ShownTexts()
  scopes!: string[];

  @ShownText()
  decidedBy!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownInstant()
  knownAt!: string;
}

export class RolePairDto {
  @ShownChoice(ROLE_CODES)
  one!: string;

  @ShownChoice(ROLE_CODES)
  other!: string;
}

export class ScopeChoiceDto {
  @ShownText({ description: "'*', 'programme/<id>' or 'fund/<id>'" })
  scope!: string;

  @ShownChoice(['EVERYWHERE', 'PROGRAMME', 'FUND'])
  kind!: string;

  @ShownText({ description: 'Number of the fund, code of the programme' })
  code!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true, description: 'Of a fund: the scope of its programme' })
  within!: string | null;
}
