import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { PolicySource } from '#libs/policy';
import { getCall } from '../call/call.query.js';
import { DecidedGrantTermDto, DecideGrantTermDto, GrantTermDecisionDto } from './term.dto.js';
import { listTermDecisions } from './term.query.js';
import { decideGrantTerm } from './term.service.js';
import { viewDecidedTerm, viewTermDecision } from './term.view.js';

@ApiTags('grant-term')
@Controller('grant-calls/:callId/terms')
export class GrantTermController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantTerms', summary: 'Decisions on the terms of a call, the latest first' })
  @ApiOkResponse({ type: [GrantTermDecisionDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantTermDecisionDto[]> {
    return this.reader.read(actor, async (tx) => (await listTermDecisions(tx, (await getCall(tx, callId)).id)).map(viewTermDecision));
  }

  @Post()
  @Allow('grant-term.decide')
  @StepUp()
  @ApiOperation({ operationId: 'decideGrantTerm', summary: 'Decide a term of a call from a day on' })
  @ApiCreatedResponse({ type: DecidedGrantTermDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() { dryRun = false, ...term }: DecideGrantTermDto,
  ): Promise<DecidedGrantTermDto> {
    const input = { ...term, callId, effectiveFrom: localDate(term.effectiveFrom), source: term.source as PolicySource };
    return viewDecidedTerm(await this.runner.run(decideGrantTerm, { actor, origin, idempotencyKey, dryRun, input }));
  }
}
