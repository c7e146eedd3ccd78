import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDate } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '../guard/decorators.js';
import { LogsAccess } from '../log/logs-access.js';
import { RevokedSessionsDto } from '../session/session.dto.js';
import { CreateUserDto, DeactivateUserDto, DisconnectUserDto, RestrictUserDto, UserDto, UserParams, UserQuery } from './user.dto.js';
import { UserService } from './user.service.js';
import type { User } from './user.js';

const PAGE = 50;

const shownLogins = (users: readonly UserDto[]): readonly string[] => users.map(({ login }) => login);

@ApiTags('user')
@Controller('users')
export class UserController {
  constructor(private readonly users: UserService) {}

  @Get()
  @Allow('user.manage')
  @LogsAccess('user', shownLogins)
  @ApiOperation({ operationId: 'listUsers', summary: 'People with accounts and their roles, by login' })
  @ApiOkResponse({ type: [UserDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: UserQuery): Promise<UserDto[]> {
    const users = await this.users.list(actor, query.after ?? '', query.limit ?? PAGE);
    return users.map(shown);
  }

  @Post()
  @Allow('user.create')
  @StepUp()
  @ApiOperation({ operationId: 'createUser', summary: 'Give a person an account with roles that go together; the password follows by invitation' })
  @ApiCreatedResponse({ type: UserDto })
  async create(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: CreateUserDto,
  ): Promise<UserDto> {
    const user = { ...body, validThrough: body.validThrough === undefined ? undefined : localDate(body.validThrough) };
    return shown(await this.users.create({ actor, origin, idempotencyKey }, user));
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Allow('user.deactivate')
  @StepUp()
  @ApiOperation({ operationId: 'deactivateUser', summary: 'Close an account and end its sessions' })
  @ApiOkResponse({ type: UserDto })
  async deactivate(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param() params: UserParams,
    @Body() body: DeactivateUserDto,
  ): Promise<UserDto> {
    return shown(await this.users.deactivate({ actor, origin }, params.id, body.reason));
  }

  @Post(':id/restrict')
  @HttpCode(200)
  @Allow('user.restrict')
  @StepUp()
  @ApiOperation({ operationId: 'restrictUser', summary: 'Until when and from where an account works' })
  @ApiOkResponse({ type: UserDto })
  async restrict(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() params: UserParams,
    @Body() { validThrough, networks }: RestrictUserDto,
  ): Promise<UserDto> {
    const restriction = { validThrough: validThrough === undefined ? null : localDate(validThrough), networks };
    return shown(await this.users.restrict({ actor, origin, idempotencyKey }, params.id, restriction));
  }

  @Post(':id/disconnect')
  @HttpCode(200)
  @Allow('user.disconnect')
  @StepUp()
  @ApiOperation({ operationId: 'disconnectUser', summary: 'End all sessions of a person' })
  @ApiOkResponse({ type: RevokedSessionsDto })
  async disconnect(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() params: UserParams,
    @Body() body: DisconnectUserDto,
  ): Promise<RevokedSessionsDto> {
    return { ended: await this.users.disconnect({ actor, origin, idempotencyKey }, params.id, body.reason) };
  }
}

function shown(user: User): UserDto {
  return { ...user, roles: [...user.roles], networks: [...user.networks], createdAt: user.createdAt.toISOString(), invitedUntil: user.invitedUntil?.toISOString() ?? null };
}
