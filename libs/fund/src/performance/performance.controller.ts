import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { invalidField } from '#libs/errors';
import { AsOfQuery, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../fund/fund.query.js';
import { recordedRegister } from '../register/register.query.js';
import { CapitalAccountsDto, CapitalAccountsQuery } from './account/capital-account.dto.js';
import { partnerCapitalAccounts } from './account/capital-account.query.js';
import { viewCapitalAccounts } from './account/capital-account.view.js';
import { JCurveDto } from './course/course.dto.js';
import { courseOf } from './course/course.query.js';
import { viewCourse } from './course/course.view.js';
import { DealPerformanceDto } from './deal/deal-performance.dto.js';
import { dealPerformances } from './deal/deal-performance.rules.js';
import { viewDealPerformance } from './deal/deal-performance.view.js';

@ApiTags('performance')
@Controller('funds/:fundId/performance')
export class PerformanceController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('deals')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listDealPerformance', summary: 'Multiple and internal rate of every deal, as of a date, as known at a time' })
  @ApiOkResponse({ type: [DealPerformanceDto] })
  async deals(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<DealPerformanceDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => {
      const fund = await getFund(tx, fundId);
      const facts = await recordedRegister(tx, { fundId, knownBefore: point.knownBefore, withVoided: false });
      return dealPerformances(facts, fund.number, point.asOf).map(viewDealPerformance);
    });
  }

  @Get('j-curve')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getJCurve', summary: "The partners' cash and what the fund was worth, quarter by quarter" })
  @ApiOkResponse({ type: JCurveDto })
  async course(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<JCurveDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewCourse(await courseOf(tx, await getFund(tx, fundId), point)));
  }

  @Get('capital-accounts')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'getCapitalAccounts', summary: "The partners' capital accounts over a period; they add up to the net asset value" })
  @ApiOkResponse({ type: CapitalAccountsDto })
  async accounts(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: CapitalAccountsQuery): Promise<CapitalAccountsDto> {
    const point = timePoint(query, this.clock);
    const period = { from: localDate(query.from), to: point.asOf };
    if (period.from > period.to) throw invalidField('/from', 'performance.period', { ko: '시작일은 기준일 이전이어야 합니다.', en: 'The period starts on or before the date of the figures.' });
    return this.reader.read(actor, async (tx) => viewCapitalAccounts(await partnerCapitalAccounts(tx, fundId, period, point)));
  }
}
