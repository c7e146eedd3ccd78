import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { basisPoints } from '#libs/money';
import { getFund, listPartners } from '../../fund/fund.query.js';
import { termsRecord } from '../terms.model.js';
import { termsInForce } from './party.query.js';
import { DecidedWaterfallTermDto, DecideWaterfallTermDto, WaterfallTermsDto } from './term.dto.js';
import { decideWaterfallTerm } from './term.service.js';
import { namesOf, shownTerms } from './term.view.js';

@ApiTags('waterfall-term')
@Controller('funds/:fundId/waterfall-terms')
export class WaterfallTermController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getWaterfallTerms', summary: 'How a fund divides what it hands out, as of a date' })
  @ApiOkResponse({ type: WaterfallTermsDto })
  async get(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<WaterfallTermsDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => {
      const fund = await getFund(tx, fundId, point);
      const partners = await listPartners(tx, fundId, point.asOf, point.knownBefore);
      return shownTerms(termsRecord(await termsInForce(tx, fund, partners, point)), namesOf(partners));
    });
  }

  @Post()
  @Allow('waterfall-term.decide')
  @ApiOperation({ operationId: 'decideWaterfallTerm', summary: 'Decide hurdle, carry, catch-up, interim payouts and parties of the waterfall from a day on' })
  @ApiCreatedResponse({ type: DecidedWaterfallTermDto })
  async decide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('fundId', IdPipe) fundId: string, @Body() body: DecideWaterfallTermDto): Promise<DecidedWaterfallTermDto> {
    const { dryRun, hurdleBasisPoints, carryBasisPoints, catchUpBasisPoints, effectiveFrom, parties, ...rest } = body;
    const rates = { hurdle: basisPoints(hurdleBasisPoints), carry: basisPoints(carryBasisPoints), catchUp: basisPoints(catchUpBasisPoints) };
    const input = { fundId, ...rest, ...rates, parties: parties.map((party) => ({ ...party })), effectiveFrom: localDate(effectiveFrom) };
    const { result } = await this.runner.run(decideWaterfallTerm, { actor, origin, idempotencyKey, dryRun: dryRun === true, input });
    return { effectiveFrom: result.effectiveFrom, before: shownTerms(result.before, namesOf(result.partners)), after: shownTerms(result.after, namesOf(result.partners)) };
  }
}
