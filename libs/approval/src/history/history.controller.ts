import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { IdPipe } from '#libs/http';
import { HistoryEntryDto } from './history.dto.js';
import { listHistory } from './history.query.js';

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(private readonly reader: Reader) {}

  @Get(':id')
  @Allow('history.read')
  @ApiOperation({ operationId: 'listHistory', summary: 'Who did, drafted or refused what about one thing, when, under which rules, and who signed what they saw' })
  @ApiOkResponse({ type: [HistoryEntryDto] })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<HistoryEntryDto[]> {
    const rows = await this.reader.read(actor, (tx) => listHistory(tx, id));
    return rows.map(({ verdicts, signatures, actedAt, ...row }) => ({
      ...row,
      actedAt: actedAt.toISOString(),
      verdicts: verdicts.map(({ rule, clause, result, text }) => ({ rule, clause, result, text: { ...text } })),
      signatures: signatures.map((each) => ({ ...each, at: new Date(each.at).toISOString() })),
    }));
  }
}
