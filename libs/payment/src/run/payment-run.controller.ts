import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin, StepUp } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { PayableDesk } from '../payable/payable-desk.service.js';
import { DraftedRunDto, DraftPaymentRunDto, PaymentRunDetailDto, PaymentRunDto, PaymentRunQuery, ReleasedRunDto, ReleasePaymentRunDto, VoidedRunDto, VoidPaymentRunDto } from './payment-run.dto.js';
import { toDraft } from './payment-run.input.js';
import { listRuns } from './payment-run.query.js';
import { PaymentRunService } from './payment-run.service.js';
import { viewDrafted, viewReleased, viewRun, viewRunDetail } from './payment-run.view.js';

const PAGE = 100;
const payees = ({ items }: PaymentRunDetailDto): readonly string[] => items.map(({ payee }) => payee);
const draftees = ({ payables }: DraftedRunDto): readonly string[] => payables.map(({ payee }) => payee);

@ApiTags('payment-run')
@Controller('payment-runs')
export class PaymentRunController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly runs: PaymentRunService,
    private readonly desk: PayableDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('payment-run.read')
  @ApiOperation({ operationId: 'listPaymentRuns', summary: 'Payment runs of all instruments, the latest first' })
  @ApiOkResponse({ type: [PaymentRunDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: PaymentRunQuery): Promise<PaymentRunDto[]> {
    return (await this.reader.read(actor, (tx) => listRuns(tx, query.book ?? null, query.limit ?? PAGE))).map(viewRun);
  }

  @Get(':id')
  @Allow('payment-run.read')
  @LogsAccess('bank-account', payees)
  @ApiOperation({ operationId: 'getPaymentRun', summary: 'A run: who is paid what to which account, and what happened to each line' })
  @ApiOkResponse({ type: PaymentRunDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PaymentRunDetailDto> {
    return this.reader.read(actor, (tx) => viewRunDetail(tx, id, this.clock.today(), this.desk));
  }

  @Post()
  @Allow('payment-run.draft')
  @LogsAccess('bank-account', draftees)
  @ApiOperation({ operationId: 'draftPaymentRun', summary: 'Put together what a book pays on a day; with dryRun what it comes to and what stays out' })
  @ApiCreatedResponse({ type: DraftedRunDto })
  async draft(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: DraftPaymentRunDto): Promise<DraftedRunDto> {
    const input = toDraft(body, this.clock.today());
    return viewDrafted(await this.runner.run(this.runs.draft, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }), input.payOn, this.desk);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Allow('payment-run.release')
  @StepUp()
  @ApiOperation({ operationId: 'releasePaymentRun', summary: 'Let a run go to the bank: by a third person, who proves again who they are' })
  @ApiOkResponse({ type: ReleasedRunDto })
  async release(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() body: ReleasePaymentRunDto,
  ): Promise<ReleasedRunDto> {
    return viewReleased(await this.runner.run(this.runs.release, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { runId } }));
  }

  @Post(':id/void')
  @HttpCode(200)
  @Allow('payment-run.void')
  @ApiOperation({ operationId: 'voidPaymentRun', summary: 'Give up a run before the bank is told; its debts can be drafted anew' })
  @ApiOkResponse({ type: VoidedRunDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() body: VoidPaymentRunDto,
  ): Promise<VoidedRunDto> {
    return (await this.runner.run(this.runs.void, { actor, origin, idempotencyKey, reason: body.reason, input: { runId, reason: body.reason } })).result;
  }
}
