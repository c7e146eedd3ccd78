import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { getFund } from '../fund/fund.query.js';
import { CommitmentTransferDto, TransferCommitmentDto, TransferredCommitmentDto } from './commitment.dto.js';
import { toTransfer } from './commitment.input.js';
import { listTransfers } from './commitment.query.js';
import { CommitmentService } from './commitment.service.js';
import { viewTransfer, viewTransferred } from './commitment.view.js';

@ApiTags('commitment')
@Controller('funds/:fundId/transfers')
export class CommitmentController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly commitments: CommitmentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listTransfers', summary: 'Units of a fund that changed hands, with what went along' })
  @ApiOkResponse({ type: [CommitmentTransferDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<CommitmentTransferDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => (await listTransfers(tx, (await getFund(tx, fundId)).id, point)).map(viewTransfer));
  }

  @Post()
  @Allow('commitment.transfer')
  @ApiOperation({ operationId: 'transferCommitment', summary: 'Transfer units of a fund to a partner old or new; with dryRun both sides before and after' })
  @ApiCreatedResponse({ type: TransferredCommitmentDto })
  async transfer(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: TransferCommitmentDto,
  ): Promise<TransferredCommitmentDto> {
    return viewTransferred(await this.runner.run(this.commitments.transfer, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toTransfer(fundId, body) }));
  }
}
