import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { DecidedMandateDto, DecideMandateDto, EndedMandateDto, EndMandateDto, StoredRuleDto } from './mandate-rule.dto.js';
import { toDecideMandate } from './mandate-rule.input.js';
import { ruleHistory } from './mandate-rule.query.js';
import { MandateRuleService } from './mandate-rule.service.js';
import { DimensionDto, PublishedMandateDto } from './published.dto.js';
import { shownDimensions, shownPublished, shownStoredRule, viewDecided } from './mandate-rule.view.js';

@ApiTags('mandate')
@Controller()
export class MandateRuleController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly rules: MandateRuleService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('deal-dimensions')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listDealDimensions', summary: 'What a class of deals can be put together from' })
  @ApiOkResponse({ type: [DimensionDto] })
  dimensions(): DimensionDto[] {
    return shownDimensions();
  }

  @Get('published-mandates')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listPublishedMandates', summary: 'Mandates as notices published them, to start one from' })
  @ApiOkResponse({ type: [PublishedMandateDto] })
  published(): PublishedMandateDto[] {
    return shownPublished();
  }

  @Get('mandates/:keyId')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listMandates', summary: 'Every wording of the rules of one fund, general partner or programme' })
  @ApiOkResponse({ type: [StoredRuleDto] })
  async list(@CurrentActor() actor: Actor, @Param('keyId', IdPipe) keyId: string, @Query() query: AsOfQuery): Promise<StoredRuleDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => (await ruleHistory(tx, keyId, point)).map(shownStoredRule));
  }

  @Post('mandates')
  @Allow('mandate.decide')
  @StepUp()
  @ApiOperation({ operationId: 'decideMandate', summary: 'Decide a rule of a mandate, or word one anew from a day on' })
  @ApiCreatedResponse({ type: DecidedMandateDto })
  async decide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: DecideMandateDto): Promise<DecidedMandateDto> {
    return viewDecided(await this.runner.run(this.rules.decide, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDecideMandate(body) }));
  }

  @Post('mandates/:ruleId/end')
  @Allow('mandate.end')
  @StepUp()
  @ApiOperation({ operationId: 'endMandate', summary: 'Let a rule of a mandate end on a day' })
  @ApiCreatedResponse({ type: EndedMandateDto })
  async end(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('ruleId', IdPipe) ruleId: string,
    @Body() body: EndMandateDto,
  ): Promise<EndedMandateDto> {
    const input = { ruleId, endedOn: localDate(body.endedOn), reason: body.reason };
    const { result } = await this.runner.run(this.rules.end, { actor, origin, idempotencyKey, reason: body.reason, input });
    return { ruleId: result.ruleId, endedOn: result.endedOn };
  }
}
