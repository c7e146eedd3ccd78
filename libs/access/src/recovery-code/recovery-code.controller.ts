import { Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '../guard/decorators.js';
import { RecoveryCodesDto } from './recovery-code.dto.js';
import { RecoveryCodeService } from './recovery-code.service.js';

@ApiTags('factor')
@Controller('recovery-codes')
export class RecoveryCodeController {
  constructor(private readonly recoveryCodes: RecoveryCodeService) {}

  @Post()
  @Allow('recovery-code.renew')
  @StepUp()
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'New recovery codes; the earlier ones count no more' })
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  async renew(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string): Promise<RecoveryCodesDto> {
    return { codes: [...(await this.recoveryCodes.renew({ actor, origin, idempotencyKey }))] };
  }
}
