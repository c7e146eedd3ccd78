import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { CommandRunner, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { ClosedVoucherYearDto, CloseVoucherYearDto } from './year-close.dto.js';
import type { Unissued } from './year-close.rules.js';
import { YearCloseService, type ClosedYear } from './year-close.service.js';

@ApiTags('voucher-year')
@Controller('voucher-years/:yearId/close')
export class YearCloseController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly closes: YearCloseService,
  ) {}

  @Post()
  @Allow('voucher-year.close')
  @StepUp()
  @ApiOperation({ operationId: 'closeVoucherYear', summary: 'Close a fiscal year: lapse or carry forward, carry commitments over; with dryRun all entries' })
  @ApiCreatedResponse({ type: ClosedVoucherYearDto })
  async close(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() { dryRun = false, clause, unissued }: CloseVoucherYearDto,
  ): Promise<ClosedVoucherYearDto> {
    return viewClosed(await this.runner.run(this.closes.close, { actor, origin, idempotencyKey, dryRun, input: { yearId, clause, unissued: unissued as Unissued } }));
  }
}

function viewClosed({ result, verdicts, dryRun }: CommandOutcome<ClosedYear>): ClosedVoucherYearDto {
  const { lapsedWon, forwardedWon, carriedOverWon, entries } = result;
  return {
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    ...{ lapsedWon: lapsedWon.toString(), forwardedWon: forwardedWon.toString(), carriedOverWon: carriedOverWon.toString() },
    entries: entries.map(shownEntry),
  };
}
