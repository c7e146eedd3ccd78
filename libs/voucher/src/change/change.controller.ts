import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { AmountService } from './amount.service.js';
import { ChangeAmountDto, ExpireVouchersDto, ExpiryDto, ExtendVoucherDto, ReasonedChangeDto, VoucherChangeDto } from './change.dto.js';
import { viewChange, viewExpiry } from './change.view.js';
import { EndingService } from './ending.service.js';
import { ExpiryService } from './expiry.service.js';
import { ValidityService } from './validity.service.js';

@ApiTags('voucher')
@Controller()
export class ChangeController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly endings: EndingService,
    private readonly expiries: ExpiryService,
    private readonly validities: ValidityService,
    private readonly amounts: AmountService,
  ) {}

  @Post('vouchers/:id/withdraw')
  @Allow('voucher.withdraw')
  @ApiOperation({ operationId: 'withdrawVoucher', summary: 'The company gives up; what is left goes back to the programme' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async withdraw(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ReasonedChangeDto): Promise<VoucherChangeDto> {
    const input = { voucherId, reason: body.reason };
    return viewChange(await this.runner.run(this.endings.withdraw, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('vouchers/:id/cancel')
  @Allow('voucher.cancel')
  @ApiOperation({ operationId: 'cancelVoucher', summary: 'The agency terminates the agreement; what is left goes back to the programme' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async cancel(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ReasonedChangeDto): Promise<VoucherChangeDto> {
    const input = { voucherId, reason: body.reason };
    return viewChange(await this.runner.run(this.endings.cancel, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('voucher-years/:yearId/expire')
  @Allow('voucher.expire')
  @ApiOperation({ operationId: 'expireVoucher', summary: 'Let the vouchers lapse whose last day has passed: all of the year, or those named' })
  @ApiCreatedResponse({ type: ExpiryDto })
  async expire(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('yearId', IdPipe) yearId: string, @Body() body: ExpireVouchersDto): Promise<ExpiryDto> {
    const input = { yearId, voucherIds: body.voucherIds ?? null };
    return viewExpiry(await this.runner.run(this.expiries.expire, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('vouchers/:id/suspend')
  @Allow('voucher.suspend')
  @ApiOperation({ operationId: 'suspendVoucher', summary: 'Stop contracts and payments until the voucher is resumed' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async suspend(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ReasonedChangeDto): Promise<VoucherChangeDto> {
    const input = { voucherId, reason: body.reason };
    return viewChange(await this.runner.run(this.validities.suspend, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('vouchers/:id/resume')
  @Allow('voucher.resume')
  @ApiOperation({ operationId: 'resumeVoucher', summary: 'Let a suspended voucher be used again' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async resume(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ReasonedChangeDto): Promise<VoucherChangeDto> {
    const input = { voucherId, reason: body.reason };
    return viewChange(await this.runner.run(this.validities.resume, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('vouchers/:id/extend')
  @Allow('voucher.extend')
  @ApiOperation({ operationId: 'extendVoucher', summary: 'Set a later last day' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async extend(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ExtendVoucherDto): Promise<VoucherChangeDto> {
    const input = { voucherId, reason: body.reason, to: localDate(body.to) };
    return viewChange(await this.runner.run(this.validities.extend, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('vouchers/:id/top-up')
  @Allow('voucher.top-up')
  @ApiOperation({ operationId: 'topUpVoucher', summary: 'More public money on an issued voucher' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async topUp(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ChangeAmountDto): Promise<VoucherChangeDto> {
    const input = { voucherId, amountWon: won(body.amountWon), reason: body.reason };
    return viewChange(await this.runner.run(this.amounts.topUp, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('vouchers/:id/split')
  @Allow('voucher.split')
  @ApiOperation({ operationId: 'splitVoucher', summary: 'A part of a voucher becomes a voucher of its own' })
  @ApiCreatedResponse({ type: VoucherChangeDto })
  async split(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: ChangeAmountDto): Promise<VoucherChangeDto> {
    const input = { voucherId, amountWon: won(body.amountWon), reason: body.reason };
    return viewChange(await this.runner.run(this.amounts.split, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
