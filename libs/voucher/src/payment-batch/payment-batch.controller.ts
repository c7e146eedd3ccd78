import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin, StepUp } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getYear } from '../year/year.query.js';
import { CancelledBatchDto, CancelPaymentBatchDto, DraftedBatchDto, DraftPaymentBatchDto, PaymentBatchDetailDto, PaymentBatchDto, ReleasedBatchDto, ReleasePaymentBatchDto } from './payment-batch.dto.js';
import { toDraft } from './payment-batch.input.js';
import { listBatches } from './payment-batch.query.js';
import { PaymentBatchService } from './payment-batch.service.js';
import { viewBatch, viewBatchDetail, viewDrafted, viewReleased } from './payment-batch.view.js';

const payees = ({ items }: PaymentBatchDetailDto): readonly string[] => items.map(({ payee }) => payee);

@ApiTags('payment-batch')
@Controller()
export class PaymentBatchController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly batches: PaymentBatchService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/payment-batches')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listPaymentBatches', summary: 'Batches of payments to providers, the latest first' })
  @ApiOkResponse({ type: [PaymentBatchDto] })
  list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<PaymentBatchDto[]> {
    return this.reader.read(actor, async (tx) => (await listBatches(tx, (await getYear(tx, yearId)).id)).map(viewBatch));
  }

  @Get('payment-batches/:id')
  @Allow('payment-batch.read')
  @LogsAccess('bank-account', payees)
  @ApiOperation({ operationId: 'getPaymentBatch', summary: 'A batch with who is paid what to which account, numbers covered' })
  @ApiOkResponse({ type: PaymentBatchDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PaymentBatchDetailDto> {
    return this.reader.read(actor, (tx) => viewBatchDetail(tx, id, this.clock.today()));
  }

  @Post('voucher-years/:yearId/payment-batches')
  @Allow('payment-batch.draft')
  @ApiOperation({ operationId: 'draftPaymentBatch', summary: 'Put together what is to be paid; with dryRun what it comes to and what stays out' })
  @ApiCreatedResponse({ type: DraftedBatchDto })
  async draft(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: DraftPaymentBatchDto,
  ): Promise<DraftedBatchDto> {
    const input = toDraft(yearId, body, this.clock.today());
    return viewDrafted(await this.runner.run(this.batches.draft, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('payment-batches/:id/release')
  @HttpCode(200)
  @Allow('payment-batch.release')
  @StepUp()
  @ApiOperation({ operationId: 'releasePaymentBatch', summary: 'Pay a batch: by a third person, who proves again who they are' })
  @ApiOkResponse({ type: ReleasedBatchDto })
  async release(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) batchId: string,
    @Body() body: ReleasePaymentBatchDto,
  ): Promise<ReleasedBatchDto> {
    return viewReleased(await this.runner.run(this.batches.release, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { batchId } }));
  }

  @Post('payment-batches/:id/cancel')
  @HttpCode(200)
  @Allow('payment-batch.cancel')
  @ApiOperation({ operationId: 'cancelPaymentBatch', summary: 'Give up a batch before it is paid; its claims can be drafted anew' })
  @ApiOkResponse({ type: CancelledBatchDto })
  async cancel(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) batchId: string,
    @Body() body: CancelPaymentBatchDto,
  ): Promise<CancelledBatchDto> {
    return (await this.runner.run(this.batches.cancel, { actor, origin, idempotencyKey, reason: body.reason, input: { batchId, reason: body.reason } })).result;
  }
}
