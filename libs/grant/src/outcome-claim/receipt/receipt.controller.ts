import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { MovedOutcomeDto } from '../outcome-claim.dto.js';
import { viewMovedOutcome } from '../outcome-claim.view.js';
import { ReverseOutcomeReceiptDto } from './receipt.dto.js';
import { OutcomeReceiptService } from './receipt.service.js';

@ApiTags('outcome-claim')
@Controller('outcome-receipts')
export class OutcomeReceiptController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly receipts: OutcomeReceiptService,
  ) {}

  @Post(':id/reversal')
  @HttpCode(200)
  @Allow('outcome-receipt.reverse')
  @ApiOperation({ operationId: 'reverseOutcomeReceipt', summary: 'Undo a receipt of a royalty or of proceeds that was recorded wrongly; with dryRun only what would be posted' })
  @ApiOkResponse({ type: MovedOutcomeDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) receiptId: string,
    @Body() { reason, dryRun }: ReverseOutcomeReceiptDto,
  ): Promise<MovedOutcomeDto> {
    return viewMovedOutcome(await this.runner.run(this.receipts.reverse, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { receiptId, reason } }));
  }
}
