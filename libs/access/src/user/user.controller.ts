import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDate } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin } from '../guard/decorators.js';
import { CreateUserDto, DeactivateUserDto, UserDto, UserParams, UserQuery } from './user.dto.js';
import { UserService } from './user.service.js';
import type { User } from './user.js';

const PAGE = 50;

@ApiTags('user')
@Controller('users')
export class UserController {
  constructor(private readonly users: UserService) {}

  @Get()
  @Allow('user.manage')
  @ApiOperation({ operationId: 'listUsers', summary: 'People with accounts and their roles, by login' })
  @ApiOkResponse({ type: [UserDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: UserQuery): Promise<UserDto[]> {
    const users = await this.users.list(actor, query.after ?? '', query.limit ?? PAGE);
    return users.map(shown);
  }

  @Post()
  @Allow('user.create')
  @ApiOperation({ operationId: 'createUser', summary: 'Give a person an account with roles that go together' })
  @ApiCreatedResponse({ type: UserDto })
  async create(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: CreateUserDto,
  ): Promise<UserDto> {
    const { password, validThrough, ...person } = body;
    const user = { ...person, validThrough: validThrough == null ? undefined : localDate(validThrough) };
    return shown(await this.users.create({ actor, origin, idempotencyKey }, user, password));
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Allow('user.deactivate')
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
}

function shown(user: User): UserDto {
  return { ...user, roles: [...user.roles], networks: [...user.networks], createdAt: user.createdAt.toISOString() };
}
