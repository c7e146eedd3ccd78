import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { won, ZERO_WON } from '#libs/money';
import { listFunds } from '../../fund/fund.query.js';
import type { FundPurpose, GeneralPartnerKind } from '../statutory.js';
import { RecordedProfileDto, RecordGeneralPartnerProfileDto, RecordStatutoryProfileDto, StatutoryPartnerDto } from './statutory-profile.dto.js';
import { recordGeneralPartnerProfile, recordStatutoryProfile } from './statutory-profile.service.js';
import { statutoryPartners } from './statutory-partner.query.js';
import { viewRecorded, viewStatutory } from './statutory.view.js';

@ApiTags('statutory')
@Controller()
export class StatutoryController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('statutory-obligations')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listStatutoryObligations', summary: 'Every manager and its funds under the statute, each under the wording that held on the day' })
  @ApiOkResponse({ type: [StatutoryPartnerDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: AsOfQuery): Promise<StatutoryPartnerDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => {
      const funds = await listFunds(tx, null, point);
      return (await statutoryPartners(tx, funds, point)).map((partner) => viewStatutory(partner, funds, point.asOf));
    });
  }

  @Post('funds/:fundId/statutory-profiles')
  @Allow('statutory-profile.record')
  @ApiOperation({ operationId: 'recordStatutoryProfile', summary: 'Record what a fund is to the statute from a day on' })
  @ApiCreatedResponse({ type: RecordedProfileDto })
  async recordFund(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() { graceTo, effectiveFrom, purpose, dryRun, ...body }: RecordStatutoryProfileDto,
  ): Promise<RecordedProfileDto> {
    const input = { ...body, fundId, purpose: purpose as FundPurpose, graceTo: graceTo === undefined ? null : localDate(graceTo), effectiveFrom: localDate(effectiveFrom) };
    return viewRecorded(await this.runner.run(recordStatutoryProfile, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }

  @Post('general-partners/:partyId/profiles')
  @Allow('general-partner-profile.record')
  @ApiOperation({ operationId: 'recordGeneralPartnerProfile', summary: 'Record what a manager is to the statute from a day on' })
  @ApiCreatedResponse({ type: RecordedProfileDto })
  async recordPartner(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('partyId', IdPipe) generalPartnerId: string,
    @Body() { ownCapitalWon, effectiveFrom, kind, clause, dryRun }: RecordGeneralPartnerProfileDto,
  ): Promise<RecordedProfileDto> {
    const input = { generalPartnerId, clause, kind: kind as GeneralPartnerKind, ownCapitalWon: ownCapitalWon === undefined ? ZERO_WON : won(ownCapitalWon), effectiveFrom: localDate(effectiveFrom) };
    return viewRecorded(await this.runner.run(recordGeneralPartnerProfile, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }
}
