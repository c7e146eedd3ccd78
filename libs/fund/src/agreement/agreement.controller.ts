import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { PolicySource } from '#libs/policy';
import { shownEffect } from '../obligation/obligation.view.js';
import { DecidedPolicyDto, DecidePolicyDto } from './agreement.dto.js';
import { AgreementService } from './agreement.service.js';

@ApiTags('agreement')
@Controller('funds/:fundId/policies')
export class AgreementController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly agreements: AgreementService,
  ) {}

  @Post()
  @Allow('policy.decide')
  @StepUp()
  @ApiOperation({ operationId: 'decidePolicy', summary: 'Decide a term of a fund from a day on' })
  @ApiCreatedResponse({ type: DecidedPolicyDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() { dryRun = false, reason, ...term }: DecidePolicyDto,
  ): Promise<DecidedPolicyDto> {
    const input = { ...term, fundId, effectiveFrom: localDate(term.effectiveFrom), source: term.source as PolicySource };
    const { result } = await this.runner.run(this.agreements.decide, { actor, origin, idempotencyKey, reason, dryRun, input });
    return { dryRun, before: shownEffect(result.before), after: shownEffect(result.after) };
  }
}
