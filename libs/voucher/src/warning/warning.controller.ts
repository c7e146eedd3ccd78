import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getYear, policiesOfYear } from '../year/year.query.js';
import type { Signal, SignVerdict } from './warning.js';
import { DecidedSignDto, DecideWarningSignDto, WarningSignDto } from './warning.dto.js';
import { listDecisions, listSigns } from './warning.query.js';
import { decideWarningSign } from './warning.service.js';
import { viewSigns } from './warning.view.js';

@ApiTags('warning-sign')
@Controller('voucher-years/:yearId/warning-signs')
export class WarningController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listWarningSigns', summary: 'What is worth a look, with the facts behind it and what was made of it' })
  @ApiOkResponse({ type: [WarningSignDto] })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<WarningSignDto[]> {
    return this.reader.read(actor, async (tx) => {
      const policies = await policiesOfYear(tx, await getYear(tx, yearId), this.clock.today());
      return viewSigns(await listSigns(tx, yearId, policies), await listDecisions(tx, yearId));
    });
  }

  @Post('decide')
  @Allow('warning-sign.decide')
  @ApiOperation({ operationId: 'decideWarningSign', summary: 'Record what was made of a sign, with the facts as they were seen; nothing follows by itself' })
  @ApiCreatedResponse({ type: DecidedSignDto })
  async decide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('yearId', IdPipe) yearId: string, @Body() body: DecideWarningSignDto): Promise<DecidedSignDto> {
    const input = { yearId, signal: body.signal as Signal, subjectId: body.subjectId, fingerprint: body.fingerprint, verdict: body.verdict as SignVerdict, reason: body.reason };
    return (await this.runner.run(decideWarningSign, { actor, origin, idempotencyKey, input })).result;
  }
}
