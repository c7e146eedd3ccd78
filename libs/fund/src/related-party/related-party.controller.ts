import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { toRecordRelation } from './related-party.input.js';
import { EndRelationDto, RecordedRelationDto, RecordRelationDto, RelationDto } from './related-party.dto.js';
import { listRelations } from './related-party.query.js';
import { RelatedPartyService } from './related-party.service.js';

/** Of the parties only those that are people are somebody's personal data. */
const shownPeople = (relations: readonly RelationDto[]): readonly string[] => [
  ...new Set(relations.flatMap(({ from, fromKind, to, toKind }) => [...(fromKind === 'PERSON' ? [from] : []), ...(toKind === 'PERSON' ? [to] : [])])),
];

@ApiTags('related-party')
@Controller('related-parties')
export class RelatedPartyController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly relatedParties: RelatedPartyService,
  ) {}

  @Get()
  @Allow('related-party.read')
  @LogsAccess('party', shownPeople)
  @ApiOperation({ operationId: 'listRelatedParties', summary: 'Who stands how to whom: staff, spouses, owners and affiliates of general partners and of others' })
  @ApiOkResponse({ type: [RelationDto] })
  list(@CurrentActor() actor: Actor): Promise<RelationDto[]> {
    return this.reader.read(actor, listRelations);
  }

  @Post()
  @Allow('related-party.record')
  @ApiOperation({ operationId: 'recordRelatedParty', summary: 'Record how one party stands to another' })
  @ApiCreatedResponse({ type: RecordedRelationDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RecordRelationDto): Promise<RecordedRelationDto> {
    return (await this.runner.run(this.relatedParties.record, { actor, origin, idempotencyKey, input: toRecordRelation(body) })).result;
  }

  @Post(':id/end')
  @Allow('related-party.end')
  @ApiOperation({ operationId: 'endRelatedParty', summary: 'A relation stands no more' })
  @ApiCreatedResponse({ type: RecordedRelationDto })
  async end(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) relationId: string,
    @Body() { endedOn, reason }: EndRelationDto,
  ): Promise<RecordedRelationDto> {
    const input = { relationId, endedOn: localDate(endedOn), reason };
    return (await this.runner.run(this.relatedParties.end, { actor, origin, idempotencyKey, reason, input })).result;
  }
}
