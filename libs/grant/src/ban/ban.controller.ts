import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { DomainError } from '#libs/errors';
import { IdempotencyKey } from '#libs/http';
import { parseResearcherNumber } from '#libs/identifier';
import { GrantBanDto, RecordedGrantBanDto, RecordGrantBanDto } from './ban.dto.js';
import { listBans } from './ban.query.js';
import { recordGrantBan, type RecordBan } from './ban.service.js';

/** Of the excluded only researchers are people. */
const shownResearchers = (bans: readonly GrantBanDto[]): readonly string[] => bans.filter(({ partyId }) => partyId === null).map(({ name }) => name);

@ApiTags('grant-ban')
@Controller('grant-bans')
export class GrantBanController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('grant.read')
  @LogsAccess('grant-ban', shownResearchers)
  @ApiOperation({ operationId: 'listGrantBans', summary: 'Institutions and researchers that may not take part, until when and why' })
  @ApiOkResponse({ type: [GrantBanDto] })
  list(@CurrentActor() actor: Actor): Promise<GrantBanDto[]> {
    return this.reader.read(actor, listBans);
  }

  @Post()
  @Allow('grant-ban.record')
  @ApiOperation({ operationId: 'recordGrantBan', summary: 'Record that an institution or a researcher may not take part' })
  @ApiCreatedResponse({ type: RecordedGrantBanDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RecordGrantBanDto): Promise<RecordedGrantBanDto> {
    return (await this.runner.run(recordGrantBan, { actor, origin, idempotencyKey, input: toBan(body) })).result;
  }
}

function toBan({ partyId, researcher, researcherNumber, fromOn, toOn, ground, source }: RecordGrantBanDto): RecordBan {
  const number = researcherNumber === undefined ? null : parseResearcherNumber(researcherNumber);
  if (number !== null && !number.ok) throw new DomainError('invalid', number.code, number.text, { faults: [{ pointer: '/researcherNumber', code: number.code, text: number.text }] });
  return { partyId: partyId ?? null, researcher: researcher ?? null, researcherNumber: number === null ? null : number.value, fromOn: localDate(fromOn), toOn: localDate(toOn), ground, source };
}
