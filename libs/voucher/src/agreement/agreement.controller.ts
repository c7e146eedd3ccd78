import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { AgreedVoucherDto, AgreeVouchersDto, DepositedOwnMoneyDto, DepositOwnMoneyDto, ReturnedOwnMoneyDto, ReturnOwnMoneyDto } from './agreement.dto.js';
import { toAgreements, toDeposits, toMovement } from './agreement.input.js';
import { agreeVoucher } from './agreement.service.js';
import { viewAgreed, viewDeposited, viewReturned } from './agreement.view.js';
import { OwnMoneyService } from './own-money.service.js';

@ApiTags('agreement')
@Controller()
export class AgreementController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly ownMoney: OwnMoneyService,
  ) {}

  @Post('voucher-years/:yearId/agreements')
  @HttpCode(200)
  @Allow('voucher.agree')
  @ApiOperation({ operationId: 'agreeVoucher', summary: 'Conclude agreements with selected companies; rows that a rule refuses stay selected' })
  @ApiOkResponse({ type: [AgreedVoucherDto] })
  async agree(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: AgreeVouchersDto,
  ): Promise<AgreedVoucherDto[]> {
    const request = { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toAgreements(yearId, body) };
    return (await this.runner.run(agreeVoucher, request)).result.map(viewAgreed);
  }

  @Post('voucher-years/:yearId/own-money-deposits')
  @Allow('own-money.deposit')
  @ApiOperation({ operationId: 'depositOwnMoney', summary: 'Record own money of companies that arrived; all of it or none' })
  @ApiCreatedResponse({ type: DepositedOwnMoneyDto })
  async deposit(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: DepositOwnMoneyDto,
  ): Promise<DepositedOwnMoneyDto> {
    return viewDeposited(await this.runner.run(this.ownMoney.deposit, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDeposits(yearId, body) }));
  }

  @Post('vouchers/:id/own-money-returns')
  @Allow('own-money.return')
  @ApiOperation({ operationId: 'returnOwnMoney', summary: 'Return own money that a voucher does not need any more' })
  @ApiCreatedResponse({ type: ReturnedOwnMoneyDto })
  async return(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) voucherId: string,
    @Body() body: ReturnOwnMoneyDto,
  ): Promise<ReturnedOwnMoneyDto> {
    return viewReturned(await this.runner.run(this.ownMoney.return, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toMovement(voucherId, body) }));
  }
}
