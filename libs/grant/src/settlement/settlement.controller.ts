import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getCall } from '../call/call.query.js';
import { decideSettlement } from './decision/decision.service.js';
import { reportSettlement } from './report/report.service.js';
import { DecidedGrantSettlementDto, DecideGrantSettlementDto, ReportedGrantSettlementDto, ReportGrantSettlementDto, SettlementStageDto } from './settlement.dto.js';
import { decisionInput, reportInput } from './settlement.input.js';
import { viewDecided } from './settlement.view.js';
import { shownLeader } from './sheet/form.view.js';
import { viewWorksheet } from './sheet/worksheet.view.js';
import { SettlementWorksheetDto, StageQuery } from './sheet/worksheet.dto.js';
import { listStages } from './stage-list.query.js';
import { readPage } from './worksheet/worksheet-page.query.js';

@ApiTags('grant-settlement')
@Controller()
export class GrantSettlementController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/settlements')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantSettlements', summary: 'Every stage of a call with where its settlement stands and what is due' })
  @ApiOkResponse({ type: [SettlementStageDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<SettlementStageDto[]> {
    return this.reader.read(actor, async (tx) => {
      const stages = await listStages(tx, await getCall(tx, callId), this.clock.today());
      return stages.map(({ state: _state, reported: _reported, objected: _objected, final: _final, clause, ...row }) => ({ ...row, ground: { ko: clause, en: clause } }));
    });
  }

  @Get('grant-agreements/:agreementId/settlement-worksheet')
  @Allow('grant.read')
  @LogsAccess('grant-settlement', shownLeader)
  @ApiOperation({ operationId: 'getSettlementWorksheet', summary: 'A stage as it would be settled now, every figure with the rows it comes from' })
  @ApiOkResponse({ type: SettlementWorksheetDto })
  worksheet(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string, @Query() { stage }: StageQuery): Promise<SettlementWorksheetDto> {
    return this.reader.read(actor, async (tx) => viewWorksheet(await readPage(tx, agreementId, stage ?? 1, this.clock.today())));
  }

  @Post('grant-agreements/:agreementId/settlement-reports')
  @Allow('grant-settlement.report')
  @ApiOperation({ operationId: 'reportGrantSettlement', summary: 'Record the report of an institution with its own figures' })
  @ApiCreatedResponse({ type: ReportedGrantSettlementDto })
  async report(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: ReportGrantSettlementDto): Promise<ReportedGrantSettlementDto> {
    return (await this.runner.run(reportSettlement, { actor, origin, idempotencyKey, input: reportInput(agreementId, body) })).result;
  }

  @Post('grant-agreements/:agreementId/settlements')
  @Allow('grant-settlement.decide')
  @ApiOperation({ operationId: 'decideGrantSettlement', summary: 'Settle a stage: its form is frozen as the books give it' })
  @ApiCreatedResponse({ type: DecidedGrantSettlementDto })
  async decide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: DecideGrantSettlementDto): Promise<DecidedGrantSettlementDto> {
    return viewDecided(await this.runner.run(decideSettlement, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: decisionInput(agreementId, body) }));
  }
}
