import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdPipe, timePoint } from '#libs/http';
import { FrozenFactsDto, InvestmentRecognitionDto, RecognitionQuery } from './recognition.dto.js';
import { viewRecognition } from './recognition.view.js';
import { getSnapshot } from './snapshot/snapshot.query.js';

@ApiTags('evidence')
@Controller('investments/:id')
export class RecognitionController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('recognition')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'getRecognition', summary: 'The checklist of a claim, what the machine checks make of it, and the facts that decisions froze' })
  @ApiOkResponse({ type: InvestmentRecognitionDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: RecognitionQuery): Promise<InvestmentRecognitionDto> {
    return this.reader.read(actor, (tx) => viewRecognition(tx, id, timePoint(query, this.clock), query));
  }

  @Get('snapshots/:sha256')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'getRecognitionSnapshot', summary: 'The facts that a recognition rests on, as they were frozen' })
  @ApiOkResponse({ type: FrozenFactsDto })
  async snapshot(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Param('sha256') sha256: string): Promise<FrozenFactsDto> {
    return this.reader.read(actor, (tx) => getSnapshot(tx, id, sha256));
  }
}
