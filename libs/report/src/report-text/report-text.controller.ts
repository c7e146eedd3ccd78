import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, timePoint } from '#libs/http';
import { YearPipe } from '../annual/year.pipe.js';
import { ReportTextDto } from './report-text.dto.js';
import { listTexts } from './report-text.query.js';

@ApiTags('report')
@Controller('reports/annual/:year/texts')
export class ReportTextController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('report.read')
  @ApiOperation({ operationId: 'listReportTexts', summary: 'What people decided that the annual report of a year says; nothing for those who do not see the whole' })
  @ApiOkResponse({ type: [ReportTextDto] })
  async list(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: string, @Query() query: AsOfQuery): Promise<ReportTextDto[]> {
    return this.reader.read(actor, (tx) => listTexts(tx, Number(year), timePoint(query, this.clock)));
  }
}
