import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/command';
import { Allow, CurrentActor } from '../guard/decorators.js';
import { FactorsDto } from './factor.dto.js';
import { FactorService, type OwnFactors } from './factor.service.js';

@ApiTags('factor')
@Controller('factors')
export class FactorController {
  constructor(private readonly factors: FactorService) {}

  @Get()
  @Allow('session.read')
  @ApiOperation({ operationId: 'listFactors', summary: 'With what I can prove who I am' })
  @ApiOkResponse({ type: FactorsDto })
  async list(@CurrentActor() actor: Actor): Promise<FactorsDto> {
    return shown(await this.factors.list(actor));
  }
}

function shown({ passwordChosenAt, totpEnrolledAt, recoveryCodes, ownPasskeys }: OwnFactors): FactorsDto {
  return {
    passwordChosenAt: passwordChosenAt?.toISOString() ?? null,
    totpEnrolledAt: totpEnrolledAt?.toISOString() ?? null,
    recoveryCodesLeft: recoveryCodes,
    passkeys: ownPasskeys.map((passkey) => ({ ...passkey, enrolledAt: passkey.enrolledAt.toISOString(), lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null })),
  };
}
