import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { getParty } from '../party.query.js';
import { PartyAddressDto, PartyAddressQuery, RecordedPartyAddressDto, RecordPartyAddressDto } from './address.dto.js';
import { toRecord } from './address.input.js';
import { listAddresses } from './address.query.js';
import { recordPartyAddress } from './address.service.js';

const whose = ([latest]: readonly PartyAddressDto[]): readonly string[] => (latest === undefined ? [] : [latest.partyName]);

@ApiTags('party')
@Controller('party-addresses')
export class PartyAddressController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('bank-account.read')
  @LogsAccess('party', whose)
  @ApiOperation({ operationId: 'listPartyAddresses', summary: 'Where one party is and was, the latest first' })
  @ApiOkResponse({ type: [PartyAddressDto] })
  async list(@CurrentActor() actor: Actor, @Query() { partyId }: PartyAddressQuery): Promise<PartyAddressDto[]> {
    return this.reader.read(actor, async (tx) => listAddresses(tx, (await getParty(tx, partyId)).id));
  }

  @Post()
  @Allow('party-address.record')
  @ApiOperation({ operationId: 'recordPartyAddress', summary: 'Record where a party is from a day on; transfers to it tell the bank' })
  @ApiCreatedResponse({ type: RecordedPartyAddressDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RecordPartyAddressDto): Promise<RecordedPartyAddressDto> {
    return (await this.runner.run(recordPartyAddress, { actor, origin, idempotencyKey, input: toRecord(body) })).result;
  }
}
