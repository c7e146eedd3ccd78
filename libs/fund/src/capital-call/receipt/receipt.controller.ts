import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { ReverseDto, ReversedReceiptDto } from './receipt.dto.js';
import { ReceiptService } from './receipt.service.js';

@ApiTags('capital-call')
@Controller('capital-receipts')
export class ReceiptController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly receipts: ReceiptService,
  ) {}

  @Post(':id/reversal')
  @Allow('capital-receipt.reverse')
  @ApiOperation({ operationId: 'reverseCapitalReceipt', summary: 'Undo a receipt that was booked wrongly; with dryRun only what would be posted' })
  @ApiCreatedResponse({ type: ReversedReceiptDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) receiptId: string,
    @Body() body: ReverseDto,
  ): Promise<ReversedReceiptDto> {
    const dryRun = body.dryRun === true;
    const { result } = await this.runner.run(this.receipts.reverse, { actor, origin, idempotencyKey, dryRun, input: { receiptId, reason: body.reason } });
    return { id: result.id, dryRun, unpaidWon: result.unpaidWon.toString(), postings: result.postings.map(shownEntry) };
  }
}
