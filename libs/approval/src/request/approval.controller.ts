import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { ResubmissionService } from './resubmission.service.js';
import { SignatureService } from '../signature/signature.service.js';
import { shownSigned, signEach } from '../signature/signature.view.js';
import { RecallDto, ReturnDto, SignBatchDto, SignDto, SignedDto } from '../signature/signature.dto.js';
import { ApprovalDto } from './approval-request.dto.js';
import { ApprovalCountDto, ApprovalQuery, ApprovalSummaryDto } from './approval-summary.dto.js';
import { countToSign, listRequests } from './approval-request.query.js';
import { shownSummary, viewRequest } from './approval-request.view.js';

const PAGE = 100;

@ApiTags('approval')
@Controller('approvals')
export class ApprovalController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly signatures: SignatureService,
    private readonly resubmissions: ResubmissionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('approval.read')
  @ApiOperation({ operationId: 'listApprovals', summary: 'The inbox: what waits for your signature, what you drafted, and everything else' })
  @ApiOkResponse({ type: [ApprovalSummaryDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: ApprovalQuery): Promise<ApprovalSummaryDto[]> {
    const rows = await this.reader.read(actor, (tx) => listRequests(tx, query.box ?? 'todo', actor.userId, this.clock.today(), query.limit ?? PAGE));
    return rows.map(shownSummary);
  }

  @Get('count')
  @Allow('approval.read')
  @ApiOperation({ operationId: 'countApprovals', summary: 'How many requests wait for your signature' })
  @ApiOkResponse({ type: ApprovalCountDto })
  async count(@CurrentActor() actor: Actor): Promise<ApprovalCountDto> {
    return { todo: await this.reader.read(actor, (tx) => countToSign(tx, actor.userId, this.clock.today())) };
  }

  @Get(':id')
  @Allow('approval.read')
  @ApiOperation({ operationId: 'getApproval', summary: 'What is to be signed: postings, rules, balances before and after, documents, what changed since the last version' })
  @ApiOkResponse({ type: ApprovalDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ApprovalDto> {
    return this.reader.read(actor, (tx) => viewRequest(tx, id, actor.userId, this.clock.today()));
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('approval.sign')
  @StepUp()
  @ApiOperation({ operationId: 'signApproval', summary: 'Sign; the last signature runs the stored command' })
  @ApiOkResponse({ type: SignedDto })
  async sign(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) requestId: string,
    @Body() body: SignDto,
  ): Promise<SignedDto> {
    const input = { requestId, contentHash: body.contentHash, opinion: body.opinion ?? null, forId: body.forId ?? null };
    return shownSigned((await this.runner.run(this.signatures.sign, { actor, origin, idempotencyKey, input })).result);
  }

  @Post('sign-batch')
  @HttpCode(200)
  @Allow('approval.sign')
  @StepUp()
  @ApiOperation({ operationId: 'signApprovals', summary: 'Sign many, each on its own: one that fails leaves the others signed' })
  @ApiOkResponse({ type: [SignedDto] })
  async signBatch(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: SignBatchDto): Promise<SignedDto[]> {
    const request = { actor, origin, idempotencyKey };
    return signEach(this.runner, this.signatures.sign, request, body.items, body.opinion ?? null);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow('approval.return')
  @StepUp()
  @ApiOperation({ operationId: 'returnApproval', summary: 'Send it back to the drafter, saying why; it may come again as the next version' })
  @ApiOkResponse({ type: SignedDto })
  async return(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) requestId: string,
    @Body() body: ReturnDto,
  ): Promise<SignedDto> {
    const input = { requestId, contentHash: body.contentHash, opinion: body.opinion, forId: body.forId ?? null };
    return shownSigned((await this.runner.run(this.signatures.return, { actor, origin, idempotencyKey, input })).result);
  }

  @Post(':id/resubmit')
  @HttpCode(200)
  @Allow('approval.resubmit')
  @ApiOperation({ operationId: 'resubmitApproval', summary: 'Send the same content again as the next version, once it was returned, recalled, refused or has expired' })
  @ApiOkResponse({ type: SignedDto })
  async resubmit(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) requestId: string): Promise<SignedDto> {
    const { commandId, result } = await this.resubmissions.resubmit({ actor, origin, idempotencyKey }, requestId);
    return shownSigned({ requestId, state: 'EXECUTED', executed: { commandId, result }, problem: null });
  }

  @Post(':id/recall')
  @HttpCode(200)
  @Allow('approval.recall')
  @ApiOperation({ operationId: 'recallApproval', summary: 'Take back what you drafted, before anybody has signed' })
  @ApiOkResponse({ type: SignedDto })
  async recall(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) requestId: string,
    @Body() body: RecallDto,
  ): Promise<SignedDto> {
    const input = { requestId, reason: body.reason ?? null };
    return shownSigned((await this.runner.run(this.signatures.recall, { actor, origin, idempotencyKey, input })).result);
  }
}
