import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { IdPipe } from '#libs/http';
import { getAgreement } from '../../agreement/agreement.query.js';
import { LineStandingsDto } from './overview.dto.js';
import { lineStandings } from './overview.query.js';
import { viewStanding } from './overview.view.js';

@ApiTags('grant-expense')
@Controller('grant-agreements/:agreementId/lines')
export class LineOverviewController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getGrantLines', summary: 'The lines of an agreement: planned, changed, used, not accepted, left' })
  @ApiOkResponse({ type: LineStandingsDto })
  get(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<LineStandingsDto> {
    return this.reader.read(actor, async (tx) => {
      const { id, callId, number, partyName, periodFrom, periodTo } = await getAgreement(tx, agreementId);
      return { ...{ agreementId: id, callId, number, institution: partyName, periodFrom, periodTo }, lines: (await lineStandings(tx, id)).map(viewStanding) };
    });
  }
}
