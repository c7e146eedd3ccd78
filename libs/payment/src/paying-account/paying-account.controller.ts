import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, shownVerdict } from '#libs/http';
import { DesignatedPayingAccountDto, DesignatePayingAccountDto, PayingAccountDto, PayingAccountQuery } from './paying-account.dto.js';
import { toDesignation } from './paying-account.input.js';
import { listPayingAccounts } from './paying-account.query.js';
import { designatePayingAccount } from './paying-account.service.js';
import { viewPayingAccount } from './paying-account.view.js';

const payers = (accounts: readonly PayingAccountDto[]): readonly string[] => accounts.map(({ payerName }) => payerName);

@ApiTags('payment-run')
@Controller('paying-accounts')
export class PayingAccountController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('payment-run.read')
  @LogsAccess('bank-account', payers)
  @ApiOperation({ operationId: 'listPayingAccounts', summary: 'The accounts that books pay from, the latest day first' })
  @ApiOkResponse({ type: [PayingAccountDto] })
  async list(@CurrentActor() actor: Actor, @Query() { book }: PayingAccountQuery): Promise<PayingAccountDto[]> {
    const today = this.clock.today();
    return (await this.reader.read(actor, (tx) => listPayingAccounts(tx, book ?? null, today))).map((account) => viewPayingAccount(account, today));
  }

  @Post()
  @Allow('paying-account.designate')
  @ApiOperation({ operationId: 'designatePayingAccount', summary: 'Let a book pay from an account of the agency, from a day on' })
  @ApiCreatedResponse({ type: DesignatedPayingAccountDto })
  async designate(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: DesignatePayingAccountDto): Promise<DesignatedPayingAccountDto> {
    const { result, verdicts } = await this.runner.run(designatePayingAccount, { actor, origin, idempotencyKey, input: toDesignation(body) });
    return { id: result.id, verdicts: verdicts.map(shownVerdict) };
  }
}
