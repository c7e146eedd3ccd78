import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin } from '../guard/decorators.js';
import { OwnSessionService } from './own-session.service.js';
import { OwnSessionDto, RevokedSessionsDto, SessionParams } from './session.dto.js';

@ApiTags('session')
@Controller('sessions')
export class OwnSessionController {
  constructor(private readonly sessions: OwnSessionService) {}

  @Get()
  @Allow('session.read')
  @ApiOperation({ operationId: 'listSessions', summary: 'Where I am signed in, the one seen last first' })
  @ApiOkResponse({ type: [OwnSessionDto] })
  async list(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin): Promise<OwnSessionDto[]> {
    const sessions = await this.sessions.list(actor);
    return sessions.map((session) => ({ ...session, current: session.id === origin.sessionId, startedAt: session.startedAt.toISOString(), lastSeenAt: session.lastSeenAt.toISOString() }));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('session.revoke')
  @ApiOperation({ operationId: 'revokeSession', summary: 'End one of my sessions' })
  @ApiOkResponse({ type: RevokedSessionsDto })
  async revoke(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param() params: SessionParams): Promise<RevokedSessionsDto> {
    return { ended: await this.sessions.revoke({ actor, origin, idempotencyKey }, params.id) };
  }

  @Post('revoke-others')
  @HttpCode(200)
  @Allow('session.revoke')
  @ApiOperation({ operationId: 'revokeOtherSessions', summary: 'End all my sessions but this one' })
  @ApiOkResponse({ type: RevokedSessionsDto })
  async revokeOthers(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string): Promise<RevokedSessionsDto> {
    return { ended: await this.sessions.revokeOthers({ actor, origin, idempotencyKey }) };
  }
}
