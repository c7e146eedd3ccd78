import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { MovedClawbackDto } from '../collection/collection.dto.js';
import { viewMoved } from '../collection/collection.view.js';
import { ReverseClawbackReceiptDto } from './receipt.dto.js';
import { ClawbackReceiptService } from './receipt.service.js';

@ApiTags('clawback')
@Controller('clawback-receipts')
export class ClawbackReceiptController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly receipts: ClawbackReceiptService,
  ) {}

  @Post(':id/reversal')
  @HttpCode(200)
  @Allow('clawback-receipt.reverse')
  @ApiOperation({ operationId: 'reverseClawbackReceipt', summary: 'Undo a receipt of a clawback that was recorded wrongly; with dryRun only what would be posted' })
  @ApiOkResponse({ type: MovedClawbackDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) receiptId: string,
    @Body() { reason, dryRun }: ReverseClawbackReceiptDto,
  ): Promise<MovedClawbackDto> {
    return viewMoved(await this.runner.run(this.receipts.reverse, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { receiptId, reason } }));
  }
}
