import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import type { PolicySource } from '#libs/policy';
import { AgreementDto, AmendAgreementDto, AmendedAgreementDto, DecidedPolicyDto, DecidePolicyDto } from './agreement.dto.js';
import { AgreementService } from './agreement.service.js';
import { viewAgreement, viewAmended, viewDecided } from './agreement.view.js';

@ApiTags('agreement')
@Controller('funds/:fundId')
export class AgreementController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly agreements: AgreementService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('agreement')
  @Allow('policy.read')
  @ApiOperation({ operationId: 'getAgreement', summary: 'The versions of the agreement with the terms that each brought' })
  @ApiOkResponse({ type: AgreementDto })
  async get(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<AgreementDto> {
    return this.reader.read(actor, (tx) => viewAgreement(tx, fundId, timePoint(query, this.clock)));
  }

  @Post('agreement/versions')
  @Allow('agreement.amend')
  @ApiOperation({ operationId: 'amendAgreement', summary: 'Amend the agreement: several terms from a day on; with dryRun what changes' })
  @ApiCreatedResponse({ type: AmendedAgreementDto })
  async amend(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() { dryRun = false, ...body }: AmendAgreementDto,
  ): Promise<AmendedAgreementDto> {
    const dates = { decidedOn: localDate(body.decidedOn), effectiveFrom: localDate(body.effectiveFrom) };
    const input = { ...body, ...dates, fundId, documentId: body.documentId ?? null };
    return viewAmended(await this.runner.run(this.agreements.amend, { actor, origin, idempotencyKey, reason: body.summary, dryRun, input }));
  }

  @Post('policies')
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
    return viewDecided(await this.runner.run(this.agreements.decide, { actor, origin, idempotencyKey, reason, dryRun, input }));
  }
}
