import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '../guard/decorators.js';
import { ConfirmTotpDto, EnrolledDto, OfferedTotpDto, TotpParams } from './totp.dto.js';
import { TotpService } from './totp.service.js';

@ApiTags('factor')
@Controller('totp')
export class TotpController {
  constructor(private readonly totp: TotpService) {}

  @Post()
  @Allow('totp.offer')
  @StepUp()
  @ApiOperation({ operationId: 'offerTotp', summary: 'A secret for my authenticator app; it is enrolled by its first code' })
  @ApiCreatedResponse({ type: OfferedTotpDto })
  async offer(@CurrentActor() actor: Actor): Promise<OfferedTotpDto> {
    const { expiresAt, ...offered } = await this.totp.offer(actor);
    return { ...offered, expiresAt: expiresAt.toISOString() };
  }

  @Post(':id/confirm')
  @Allow('totp.confirm')
  @ApiOperation({ operationId: 'confirmTotp', summary: 'Enrol my authenticator app with one of its codes' })
  @ApiCreatedResponse({ type: EnrolledDto })
  async confirm(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param() params: TotpParams,
    @Body() body: ConfirmTotpDto,
  ): Promise<EnrolledDto> {
    const codes = await this.totp.confirm({ actor, origin, idempotencyKey }, params.id, body.code);
    return { recoveryCodes: codes === null ? null : [...codes] };
  }

  @Post('remove')
  @HttpCode(204)
  @Allow('totp.remove')
  @StepUp()
  @ApiOperation({ operationId: 'removeTotp', summary: 'My authenticator app counts no more' })
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string): Promise<void> {
    await this.totp.remove({ actor, origin, idempotencyKey });
  }
}
