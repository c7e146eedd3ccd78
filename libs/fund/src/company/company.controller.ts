import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdPipe, timePoint } from '#libs/http';
import { askCompany, askPortfolio } from './company-answer.view.js';
import { CompanyDto, PortfolioRowDto } from './company.dto.js';

@ApiTags('company')
@Controller()
export class CompanyController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds/:fundId/portfolio')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'listPortfolio', summary: 'What a fund holds, one row for each company' })
  @ApiOkResponse({ type: [PortfolioRowDto] })
  async portfolio(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<PortfolioRowDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, (tx) => askPortfolio(tx, fundId, point));
  }

  @Get('companies/:id')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'getCompany', summary: 'A company over all funds and instruments: deals, conversions, exits, valuations, exposure' })
  @ApiOkResponse({ type: CompanyDto })
  async company(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: AsOfQuery): Promise<CompanyDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, (tx) => askCompany(tx, id, point));
  }
}
