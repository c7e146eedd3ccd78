import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { won } from '#libs/money';
import { NumberFaults, toParty } from '../fund/fund.input.js';
import { getFund } from '../fund/fund.query.js';
import { GrantedWaiverDto, GrantWaiverDto, RevokedWaiverDto, RevokeWaiverDto, WaiverDto } from './waiver.dto.js';
import { listWaiverRows } from './waiver.query.js';
import { WaiverService, type GrantWaiver } from './waiver.service.js';
import { viewWaiver } from './waiver.view.js';

@ApiTags('waiver')
@Controller()
export class WaiverController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly waivers: WaiverService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funds/:fundId/waivers')
  @Allow('investment.read')
  @ApiOperation({ operationId: 'listWaivers', summary: 'Waivers of soft rules, with who signed them and the deals that rest on them' })
  @ApiOkResponse({ type: [WaiverDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<WaiverDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => {
      const rows = await listWaiverRows(tx, (await getFund(tx, fundId)).id, point.knownBefore);
      return rows.map((row) => viewWaiver(row, point.asOf));
    });
  }

  @Post('funds/:fundId/waivers')
  @Allow('waiver.grant')
  @ApiOperation({ operationId: 'grantWaiver', summary: 'Ask for leave to break a soft rule; two people sign it' })
  @ApiCreatedResponse({ type: GrantedWaiverDto })
  async grant(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: GrantWaiverDto,
  ): Promise<GrantedWaiverDto> {
    const dryRun = body.dryRun === true;
    const { result } = await this.runner.run(this.waivers.grant, { actor, origin, idempotencyKey, dryRun, reason: body.reason, input: toGrant(fundId, body) });
    return { id: dryRun ? null : result.id, number: result.number, dryRun };
  }

  @Post('waivers/:id/revoke')
  @Allow('waiver.revoke')
  @ApiOperation({ operationId: 'revokeWaiver', summary: 'A waiver holds no more' })
  @ApiCreatedResponse({ type: RevokedWaiverDto })
  async revoke(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) waiverId: string,
    @Body() { reason }: RevokeWaiverDto,
  ): Promise<RevokedWaiverDto> {
    return (await this.runner.run(this.waivers.revoke, { actor, origin, idempotencyKey, reason, input: { waiverId, reason } })).result;
  }
}

function toGrant(fundId: string, body: GrantWaiverDto): GrantWaiver {
  const faults = new NumberFaults();
  const company = body.company === undefined ? null : toParty(body.company, 'COMPANY', '/company', faults);
  faults.refuse();
  return {
    fundId,
    rule: body.rule,
    company,
    mostWon: body.mostWon === undefined ? null : won(body.mostWon),
    validFrom: localDate(body.validFrom),
    validTo: localDate(body.validTo),
    reason: body.reason,
    documentId: body.documentId ?? null,
  };
}
