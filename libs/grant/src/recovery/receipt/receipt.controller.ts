import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { MovedRecoveryDto } from '../recovery.dto.js';
import { viewMovedRecovery } from '../recovery.view.js';
import { ReverseRecoveryReceiptDto } from './receipt.dto.js';
import { RecoveryReceiptService } from './receipt.service.js';

@ApiTags('grant-recovery')
@Controller('grant-recovery-receipts')
export class RecoveryReceiptController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly receipts: RecoveryReceiptService,
  ) {}

  @Post(':id/reversal')
  @HttpCode(200)
  @Allow('grant-recovery-receipt.reverse')
  @ApiOperation({ operationId: 'reverseGrantRecoveryReceipt', summary: 'Undo a receipt of a recovery that was recorded wrongly; with dryRun only what would be posted' })
  @ApiOkResponse({ type: MovedRecoveryDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) receiptId: string,
    @Body() { reason, dryRun }: ReverseRecoveryReceiptDto,
  ): Promise<MovedRecoveryDto> {
    return viewMovedRecovery(await this.runner.run(this.receipts.reverse, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { receiptId, reason } }));
  }
}
