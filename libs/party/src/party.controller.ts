import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { PartyDto, PartyQuery } from './party.dto.js';
import { listParties } from './party.query.js';

const PAGE = 50;

/** Of parties only those that are people are somebody's personal data. */
const shownPeople = (parties: readonly PartyDto[]): readonly string[] => parties.filter(({ kind }) => kind === 'PERSON').map(({ name }) => name);

@ApiTags('party')
@Controller('parties')
export class PartyController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('party.read')
  @LogsAccess('party', shownPeople)
  @ApiOperation({ operationId: 'listParties', summary: 'Companies, institutions and people the programme deals with, by name' })
  @ApiOkResponse({ type: [PartyDto] })
  list(@CurrentActor() actor: Actor, @Query() query: PartyQuery): Promise<PartyDto[]> {
    return this.reader.read(actor, (tx) => listParties(tx, query.search ?? '', query.after ?? null, query.limit ?? PAGE));
  }
}
