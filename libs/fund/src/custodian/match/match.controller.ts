import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../../fund/fund.query.js';
import { CustodianLineDto, MatchCapitalDto, MatchedCapitalDto } from './match.dto.js';
import { deskLines } from './match.query.js';
import { MatchService } from './match.service.js';
import { matchInput, viewLine, viewMatched } from './match.view.js';

@ApiTags('custodian')
@Controller('funds/:fundId')
export class MatchController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly matches: MatchService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('custodian-lines')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listCustodianLines', summary: 'Movements of the fund’s account, what each was used for, and what an open one may be' })
  @ApiOkResponse({ type: [CustodianLineDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<CustodianLineDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => (await deskLines(tx, await getFund(tx, fundId), point)).map(viewLine));
  }

  @Post('capital-matches')
  @Allow('capital-call.match')
  @ApiOperation({ operationId: 'matchCapital', summary: 'Say which partner’s money lines of the custodian are, and book it; with dryRun only what would be posted' })
  @ApiCreatedResponse({ type: MatchedCapitalDto })
  async match(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: MatchCapitalDto,
  ): Promise<MatchedCapitalDto> {
    return viewMatched(await this.runner.run(this.matches.match, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: matchInput(fundId, body) }));
  }
}
