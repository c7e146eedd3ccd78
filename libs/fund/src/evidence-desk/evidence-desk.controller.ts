import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { timePoint } from '#libs/http';
import { EvidenceDeskDto, EvidenceDeskQuery } from './evidence-desk.dto.js';
import { viewEvidenceDesk } from './evidence-desk.view.js';

@ApiTags('evidence')
@Controller('evidence-desk')
export class EvidenceDeskController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('investment.read')
  @ApiOperation({ operationId: 'getEvidenceDesk', summary: 'What is missing, runs out or waits for a decision in all funds, and what it does to the ratio' })
  @ApiOkResponse({ type: EvidenceDeskDto })
  async get(@CurrentActor() actor: Actor, @Query() query: EvidenceDeskQuery): Promise<EvidenceDeskDto> {
    return this.reader.read(actor, (tx) => viewEvidenceDesk(tx, timePoint(query, this.clock), query));
  }
}
