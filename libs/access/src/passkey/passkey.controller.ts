import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, Public, RequestAddress, RequestOrigin, StepUp } from '../guard/decorators.js';
import { EnrolledDto } from '../totp/totp.dto.js';
import { PasskeyProofService } from './passkey-proof.service.js';
import { EnrolPasskeyDto, PasskeyChallengeDto, PasskeyParams } from './passkey.dto.js';
import { readRegistration } from './passkey.js';
import { PasskeyService } from './passkey.service.js';
import type { SeenAddress } from './relying-party.js';

@ApiTags('factor')
@Controller('passkeys')
export class PasskeyController {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly proofs: PasskeyProofService,
  ) {}

  @Post('challenges')
  @Public()
  @ApiOperation({ operationId: 'challengePasskey', summary: 'Something for a passkey to sign: to sign in, as a second step, or to step up' })
  @ApiCreatedResponse({ type: PasskeyChallengeDto })
  async challenge(@RequestAddress() address: SeenAddress): Promise<PasskeyChallengeDto> {
    const { challengeId, options } = await this.proofs.offer(address);
    return { challengeId, options: { ...options } };
  }

  @Post('offers')
  @Allow('passkey.offer')
  @StepUp()
  @ApiOperation({ operationId: 'offerPasskey', summary: 'What my authenticator is told to make a passkey for me' })
  @ApiCreatedResponse({ type: PasskeyChallengeDto })
  async offer(@CurrentActor() actor: Actor, @RequestAddress() address: SeenAddress): Promise<PasskeyChallengeDto> {
    const { challengeId, options } = await this.passkeys.offer(actor, address);
    return { challengeId, options: { ...options } };
  }

  @Post()
  @Allow('passkey.enrol')
  @ApiOperation({ operationId: 'enrolPasskey', summary: 'Enrol a passkey for me' })
  @ApiCreatedResponse({ type: EnrolledDto })
  async enrol(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @RequestAddress() address: SeenAddress,
    @IdempotencyKey() idempotencyKey: string,
    @Body() { challengeId, name, response }: EnrolPasskeyDto,
  ): Promise<EnrolledDto> {
    const codes = await this.passkeys.enrol({ actor, origin, idempotencyKey }, { challengeId, name, response: readRegistration(response, '/response') }, address);
    return { recoveryCodes: codes === null ? null : [...codes] };
  }

  @Post(':id/remove')
  @HttpCode(204)
  @Allow('passkey.remove')
  @StepUp()
  @ApiOperation({ operationId: 'removePasskey', summary: 'One of my passkeys counts no more' })
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param() params: PasskeyParams): Promise<void> {
    await this.passkeys.remove({ actor, origin, idempotencyKey }, params.id);
  }
}
