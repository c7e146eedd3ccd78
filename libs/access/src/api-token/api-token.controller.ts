import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '../guard/decorators.js';
import { ApiTokenDto, CreateApiTokenDto, CreatedApiTokenDto, GivablePermissionDto } from './api-token.dto.js';
import { API_TOKEN_POLICY, givablePermissions } from './api-token.js';
import { ApiTokenService } from './api-token.service.js';

@ApiTags('api-token')
@Controller('api-tokens')
export class ApiTokenController {
  constructor(private readonly tokens: ApiTokenService) {}

  @Get()
  @Allow('api-token.read')
  @ApiOperation({ operationId: 'listApiTokens', summary: "One's own tokens with their last use; for whoever gives out accounts, everybody's" })
  @ApiOkResponse({ type: [ApiTokenDto] })
  async list(@CurrentActor() actor: Actor): Promise<ApiTokenDto[]> {
    const tokens = await this.tokens.list(actor);
    return tokens.map((token) => ApiTokenDto.of(token, this.tokens.now()));
  }

  @Get('permissions')
  @Allow('api-token.create')
  @ApiOperation({ operationId: 'listGivablePermissions', summary: "Those of one's own permissions that a token may carry, by area" })
  @ApiOkResponse({ type: [GivablePermissionDto] })
  givable(@CurrentActor() actor: Actor): GivablePermissionDto[] {
    return givablePermissions([...actor.permissions]);
  }

  @Post()
  @Allow('api-token.create')
  @StepUp()
  @ApiOperation({ operationId: 'createApiToken', summary: 'Make a token for a program; the answer shows it this once' })
  @ApiCreatedResponse({ type: CreatedApiTokenDto })
  async create(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: CreateApiTokenDto,
  ): Promise<CreatedApiTokenDto> {
    const { token, secret } = await this.tokens.create({ actor, origin, idempotencyKey }, { ...body, days: body.days ?? API_TOKEN_POLICY.defaultDays });
    return { token: ApiTokenDto.of(token, this.tokens.now()), secret };
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('api-token.revoke')
  @ApiOperation({ operationId: 'revokeApiToken', summary: "End a token: one's own, or as administrator any" })
  @ApiOkResponse({ type: ApiTokenDto })
  async revoke(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Param('id', IdPipe) id: string): Promise<ApiTokenDto> {
    return ApiTokenDto.of(await this.tokens.revoke({ actor, origin }, id), this.tokens.now());
  }
}
