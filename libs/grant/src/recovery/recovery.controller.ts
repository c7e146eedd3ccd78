import { Body, Controller, Get, Header, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getCall } from '../call/call.query.js';
import { RecoveryCollectionService } from './collection.service.js';
import { demandPdf } from './demand.pdf.js';
import { MovedRecoveryDto, ReceiveRecoveryDto, RecoveryDto, RecoverySummaryDto, RemindedRecoveryDto, RemitRecoveryDto, SurchargeRecoveryDto, WriteOffRecoveryDto } from './recovery.dto.js';
import { getRecovery, listRecoveries, recoveryTermsOn } from './recovery.query.js';
import { viewMovedRecovery, viewRecovery, viewRecoverySummary } from './recovery.view.js';

@ApiTags('grant-recovery')
@Controller()
export class RecoveryController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly collections: RecoveryCollectionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/recoveries')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantRecoveries', summary: 'What the institutions of a call owe after settlements and sanctions' })
  @ApiOkResponse({ type: [RecoverySummaryDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<RecoverySummaryDto[]> {
    return this.reader.read(actor, async (tx) => {
      await getCall(tx, callId);
      return (await listRecoveries(tx, callId)).map((row) => viewRecoverySummary(row, this.clock.today()));
    });
  }

  @Get('grant-recoveries/:id')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getGrantRecovery', summary: 'One recovery: its plan, what came for it, reminders and what went to the Treasury' })
  @ApiOkResponse({ type: RecoveryDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) recoveryId: string): Promise<RecoveryDto> {
    return this.reader.read(actor, async (tx) => {
      const row = await getRecovery(tx, recoveryId);
      return viewRecovery(row, await recoveryTermsOn(tx, row.callId, row.noticeOn), this.clock.today());
    });
  }

  @Get('grant-recoveries/:id/notice')
  @Allow('grant.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'getGrantRecoveryNotice', summary: 'The demand as PDF: amounts in words, the working, the plan and the articles' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async notice(@CurrentActor() actor: Actor, @Param('id', IdPipe) recoveryId: string): Promise<StreamableFile> {
    const { number, bytes } = await this.reader.read(actor, (tx) => demandPdf(tx, recoveryId));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: attachmentDisposition(`회수통지_${number}.pdf`), length: bytes.length });
  }

  @Post('grant-recoveries/:id/receive')
  @Allow('grant-recovery.receive')
  @ApiOperation({ operationId: 'receiveGrantRecovery', summary: 'Record money that came for a recovery' })
  @ApiCreatedResponse({ type: MovedRecoveryDto })
  async receive(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) recoveryId: string, @Body() body: ReceiveRecoveryDto): Promise<MovedRecoveryDto> {
    const input = { recoveryId, amountWon: won(body.amountWon), valueOn: localDate(body.valueOn), bankReference: body.bankReference ?? null };
    return viewMovedRecovery(await this.runner.run(this.collections.receive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('grant-recoveries/:id/surcharge')
  @Allow('grant-recovery.surcharge')
  @ApiOperation({ operationId: 'surchargeGrantRecovery', summary: 'Add the surcharge that has fallen due by today' })
  @ApiCreatedResponse({ type: MovedRecoveryDto })
  async surcharge(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) recoveryId: string, @Body() body: SurchargeRecoveryDto): Promise<MovedRecoveryDto> {
    return viewMovedRecovery(await this.runner.run(this.collections.surcharge, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { recoveryId } }));
  }

  @Post('grant-recoveries/:id/remind')
  @Allow('grant-recovery.remind')
  @ApiOperation({ operationId: 'remindGrantRecovery', summary: 'Record a reminder of what is overdue, with its days to pay' })
  @ApiCreatedResponse({ type: RemindedRecoveryDto })
  async remind(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) recoveryId: string): Promise<RemindedRecoveryDto> {
    return (await this.runner.run(this.collections.remind, { actor, origin, idempotencyKey, input: { recoveryId } })).result;
  }

  @Post('grant-recoveries/:id/write-off')
  @Allow('grant-recovery.write-off')
  @ApiOperation({ operationId: 'writeOffGrantRecovery', summary: 'Give up what is open of a recovery' })
  @ApiCreatedResponse({ type: MovedRecoveryDto })
  async writeOff(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) recoveryId: string, @Body() body: WriteOffRecoveryDto): Promise<MovedRecoveryDto> {
    return viewMovedRecovery(await this.runner.run(this.collections.writeOff, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { recoveryId, reason: body.reason } }));
  }

  @Post('grant-recoveries/:id/remit')
  @Allow('grant-recovery.remit')
  @ApiOperation({ operationId: 'remitGrantRecovery', summary: 'Record what went to the Treasury under the number of its payment notice' })
  @ApiCreatedResponse({ type: MovedRecoveryDto })
  async remit(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) recoveryId: string, @Body() body: RemitRecoveryDto): Promise<MovedRecoveryDto> {
    const input = { recoveryId, amountWon: won(body.amountWon), remittedOn: localDate(body.remittedOn), noticeNumber: body.noticeNumber };
    return viewMovedRecovery(await this.runner.run(this.collections.remit, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
