import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { PolicySource } from '#libs/policy';
import { getYear } from '../year/year.query.js';
import { DecidedVoucherTermDto, DecideVoucherTermDto, VoucherTermDecisionDto } from './term.dto.js';
import { listTermDecisions } from './term.query.js';
import { decideVoucherTerm } from './term.service.js';
import { viewDecidedTerm, viewTermDecision } from './term.view.js';

@ApiTags('voucher-term')
@Controller('voucher-years/:yearId/terms')
export class TermController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listVoucherTerms', summary: 'Decisions on the terms of a programme year, the latest first' })
  @ApiOkResponse({ type: [VoucherTermDecisionDto] })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<VoucherTermDecisionDto[]> {
    return this.reader.read(actor, async (tx) => (await listTermDecisions(tx, (await getYear(tx, yearId)).id)).map(viewTermDecision));
  }

  @Post()
  @Allow('voucher-term.decide')
  @StepUp()
  @ApiOperation({ operationId: 'decideVoucherTerm', summary: 'Decide a term of a programme year from a day on' })
  @ApiCreatedResponse({ type: DecidedVoucherTermDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() { dryRun = false, ...term }: DecideVoucherTermDto,
  ): Promise<DecidedVoucherTermDto> {
    const input = { ...term, yearId, effectiveFrom: localDate(term.effectiveFrom), source: term.source as PolicySource };
    return viewDecidedTerm(await this.runner.run(decideVoucherTerm, { actor, origin, idempotencyKey, dryRun, input }));
  }
}
