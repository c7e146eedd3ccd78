import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { getAgreement } from '../agreement/agreement.query.js';
import { GrantOwnShareDto, MovedGrantOwnShareDto, ReceiveGrantOwnShareDto, ReverseGrantOwnShareDto } from './own-share.dto.js';
import { ownSharesOf } from './own-share.query.js';
import { OwnShareService, type MovedOwnShare } from './own-share.service.js';
import type { CashSource } from './own-share.js';

@ApiTags('grant-own-share')
@Controller()
export class OwnShareController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly shares: OwnShareService,
  ) {}

  @Get('grant-agreements/:agreementId/own-shares')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantOwnShares', summary: 'Cash that the institution and others paid in' })
  @ApiOkResponse({ type: [GrantOwnShareDto] })
  list(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<GrantOwnShareDto[]> {
    return this.reader.read(actor, async (tx) => (await ownSharesOf(tx, (await getAgreement(tx, agreementId)).id)).map((row) => ({ ...row, amountWon: row.amountWon.toString() })));
  }

  @Post('grant-agreements/:agreementId/own-shares')
  @Allow('grant-own-share.receive')
  @ApiOperation({ operationId: 'receiveGrantOwnShare', summary: 'Record cash that came in beside the money of the government; with dryRun what would be posted' })
  @ApiCreatedResponse({ type: MovedGrantOwnShareDto })
  async receive(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() { dryRun, ...body }: ReceiveGrantOwnShareDto,
  ): Promise<MovedGrantOwnShareDto> {
    const input = { agreementId, source: (body.source ?? 'OWN') as CashSource, amountWon: won(body.amountWon), receivedOn: localDate(body.receivedOn), reference: body.reference, documentId: body.documentId ?? null };
    return viewMoved(await this.runner.run(this.shares.receive, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }

  @Post('grant-own-shares/:ownShareId/reversal')
  @HttpCode(200)
  @Allow('grant-own-share.reverse')
  @ApiOperation({ operationId: 'reverseGrantOwnShare', summary: 'Undo a receipt that was recorded wrongly' })
  @ApiOkResponse({ type: MovedGrantOwnShareDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('ownShareId', IdPipe) ownShareId: string,
    @Body() { reason, dryRun }: ReverseGrantOwnShareDto,
  ): Promise<MovedGrantOwnShareDto> {
    return viewMoved(await this.runner.run(this.shares.reverse, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { ownShareId, reason } }));
  }
}

function viewMoved({ result, dryRun }: CommandOutcome<MovedOwnShare>): MovedGrantOwnShareDto {
  return { id: dryRun ? null : result.id, dryRun, cashBeforeWon: result.cashBeforeWon.toString(), cashAfterWon: result.cashAfterWon.toString(), entries: result.entries.map(shownEntry) };
}
