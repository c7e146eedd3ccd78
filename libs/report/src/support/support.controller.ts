import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdPipe, timePoint } from '#libs/http';
import { getParty } from '#libs/party';
import { CompanySupportsDto } from './support.dto.js';
import { listSupports } from './support.query.js';
import { viewSupports } from './support.view.js';

@ApiTags('report')
@Controller('reports/companies')
export class SupportController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':companyId/supports')
  @Allow('report.read')
  @ApiOperation({ operationId: 'listCompanySupports', summary: 'What a company got from every programme in sight, in order: how the baton was handed on' })
  @ApiOkResponse({ type: CompanySupportsDto })
  async list(@CurrentActor() actor: Actor, @Param('companyId', IdPipe) companyId: string, @Query() query: AsOfQuery): Promise<CompanySupportsDto> {
    return this.reader.read(actor, async (tx) => viewSupports(await getParty(tx, companyId), await listSupports(tx, timePoint(query, this.clock), companyId)));
  }
}
