import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '../guard/decorators.js';
import { LogsAccess } from '../log/logs-access.js';
import { TOXIC_ROLE_PAIRS } from '../permission/role.js';
import type { RoleHolder } from './grant.js';
import { GrantParams, GrantRoleDto, HeldRoleParams, PromoteUserDto, RescopeRoleDto, RevokeRoleDto, RoleDecisionDto, RoleHolderDto, RolePairDto, ScopeChoiceDto } from './grant.dto.js';
import { grantRole, GrantService, promoteUser, rescopeRole, revokeRole } from './grant.service.js';

const shownLogins = (holders: readonly RoleHolderDto[]): readonly string[] => holders.map(({ login }) => login);

@ApiTags('role')
@Controller()
export class GrantController {
  constructor(private readonly grants: GrantService) {}

  @Get('roles')
  @Allow('role.read')
  @LogsAccess('user', shownLogins)
  @ApiOperation({ operationId: 'listRoleHolders', summary: 'Who holds what where' })
  @ApiOkResponse({ type: [RoleHolderDto] })
  async list(@CurrentActor() actor: Actor): Promise<RoleHolderDto[]> {
    return (await this.grants.holders(actor)).map(shown);
  }

  @Get('scopes')
  @Allow('role.read')
  @ApiOperation({ operationId: 'listScopes', summary: 'Where a role can be held: everywhere, programmes, funds, by their names' })
  @ApiOkResponse({ type: [ScopeChoiceDto] })
  scopes(@CurrentActor() actor: Actor): Promise<ScopeChoiceDto[]> {
    return this.grants.scopes(actor);
  }

  @Get('role-pairs')
  @Allow('role.read')
  @ApiOperation({ operationId: 'listRolePairs', summary: 'Roles that no person may hold together' })
  @ApiOkResponse({ type: [RolePairDto] })
  pairs(): RolePairDto[] {
    return TOXIC_ROLE_PAIRS.map(([one, other]) => ({ one, other }));
  }

  @Get('users/:id/role-decisions')
  @Allow('role.read')
  @ApiOperation({ operationId: 'listRoleDecisions', summary: 'What was decided about the roles of an account, newest first' })
  @ApiOkResponse({ type: [RoleDecisionDto] })
  async decisions(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RoleDecisionDto[]> {
    const decisions = await this.grants.decisions(actor, id);
    return decisions.map((each) => ({ ...each, scopes: [...each.scopes], knownAt: each.knownAt.toISOString() }));
  }

  @Post('users/:id/roles')
  @Allow('role.grant')
  @StepUp()
  @ApiOperation({ operationId: 'grantRole', summary: 'Give an account a role, everywhere or in some programmes and funds' })
  @ApiCreatedResponse({ type: RoleHolderDto })
  async grant(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() { id }: GrantParams,
    @Body() body: GrantRoleDto,
  ): Promise<RoleHolderDto> {
    return shown(await this.grants.decide(grantRole, { actor, origin, idempotencyKey }, { ...body, userId: id }));
  }

  @Post('users/:id/roles/:role/rescope')
  @HttpCode(200)
  @Allow('role.rescope')
  @StepUp()
  @ApiOperation({ operationId: 'rescopeRole', summary: 'Change where an account holds a role' })
  @ApiOkResponse({ type: RoleHolderDto })
  async rescope(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() { id, role }: HeldRoleParams,
    @Body() body: RescopeRoleDto,
  ): Promise<RoleHolderDto> {
    return shown(await this.grants.decide(rescopeRole, { actor, origin, idempotencyKey }, { ...body, userId: id, role }));
  }

  @Post('users/:id/roles/:role/revoke')
  @HttpCode(200)
  @Allow('role.revoke')
  @StepUp()
  @ApiOperation({ operationId: 'revokeRole', summary: 'Take a role back from an account; its next request is refused' })
  @ApiOkResponse({ type: RoleHolderDto })
  async revoke(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() { id, role }: HeldRoleParams,
    @Body() body: RevokeRoleDto,
  ): Promise<RoleHolderDto> {
    return shown(await this.grants.decide(revokeRole, { actor, origin, idempotencyKey }, { ...body, userId: id, role }));
  }

  @Post('users/:id/promote')
  @HttpCode(200)
  @Allow('user.promote')
  @StepUp()
  @ApiOperation({ operationId: 'promoteUser', summary: 'Change the rank, and with it the amounts that its holder may approve' })
  @ApiOkResponse({ type: RoleHolderDto })
  async promote(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() { id }: GrantParams,
    @Body() body: PromoteUserDto,
  ): Promise<RoleHolderDto> {
    return shown(await this.grants.decide(promoteUser, { actor, origin, idempotencyKey }, { ...body, userId: id }));
  }
}

function shown(holder: RoleHolder): RoleHolderDto {
  return { ...holder, roles: holder.roles.map((held) => ({ ...held, scopes: [...held.scopes] })) };
}
