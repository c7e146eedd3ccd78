import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, Public, RequestOrigin, StepUp } from '../guard/decorators.js';
import { UserParams } from '../user/user.dto.js';
import { InvitationDto, RedeemInvitationDto } from './invitation.dto.js';
import { InvitationService } from './invitation.service.js';

@ApiTags('user')
@Controller()
export class InvitationController {
  constructor(private readonly invitations: InvitationService) {}

  @Post('users/:id/invitations')
  @Allow('user.invite')
  @StepUp()
  @ApiOperation({ operationId: 'inviteUser', summary: 'A code with which a person chooses a password: the first one, or a forgotten one anew' })
  @ApiCreatedResponse({ type: InvitationDto })
  async invite(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param() params: UserParams): Promise<InvitationDto> {
    const { code, expiresAt } = await this.invitations.invite({ actor, origin, idempotencyKey }, params.id);
    return { code, expiresAt: expiresAt.toISOString() };
  }

  @Post('invitations/redeem')
  @Public()
  @HttpCode(204)
  @ApiOperation({ operationId: 'redeemInvitation', summary: 'Choose a password with the code of an invitation' })
  @ApiNoContentResponse()
  async redeem(@Body() body: RedeemInvitationDto, @RequestOrigin() origin: Origin): Promise<void> {
    await this.invitations.redeem(body.code, body.password, origin);
  }
}
