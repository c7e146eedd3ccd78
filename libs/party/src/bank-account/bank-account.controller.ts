import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, LogsAccess, RequestOrigin, StepUp } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import {
  BankAccountDto,
  BankAccountQuery,
  BankDto,
  ClosedBankAccountDto,
  CloseBankAccountDto,
  FindBankAccountDto,
  RegisterBankAccountDto,
  RegisteredBankAccountDto,
  UnmaskBankAccountDto,
  UnmaskedBankAccountDto,
} from './bank-account.dto.js';
import { toAccountOwner } from './bank-account.input.js';
import { listBankAccounts } from './bank-account.query.js';
import { BankAccountService, closeBankAccount } from './bank-account.service.js';
import { viewBankAccount, viewBanks } from './bank-account.view.js';

const PAGE = 100;

/** Whose accounts an answer showed. */
const shownAccounts = (accounts: readonly BankAccountDto[]): readonly string[] => accounts.map(({ partyName }) => partyName);

@ApiTags('bank-account')
@Controller('bank-accounts')
export class BankAccountController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly accounts: BankAccountService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('bank-account.read')
  @LogsAccess('bank-account', shownAccounts)
  @ApiOperation({ operationId: 'listBankAccounts', summary: 'Bank accounts of parties, numbers and holders covered' })
  @ApiOkResponse({ type: [BankAccountDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: BankAccountQuery): Promise<BankAccountDto[]> {
    const rows = await this.reader.read(actor, (tx) => listBankAccounts(tx, query.partyId ?? null, query.after ?? null, query.limit ?? PAGE));
    return rows.map((row) => viewBankAccount(row, this.clock.today()));
  }

  @Get('banks')
  @Allow('bank-account.read')
  @ApiOperation({ operationId: 'listBanks', summary: 'Banks that an account can be registered at' })
  @ApiOkResponse({ type: [BankDto] })
  banks(): BankDto[] {
    return viewBanks(this.clock.today());
  }

  @Post()
  @Allow('bank-account.register')
  @ApiOperation({ operationId: 'registerBankAccount', summary: 'Register a bank account of a party; the number is kept encrypted' })
  @ApiCreatedResponse({ type: RegisteredBankAccountDto })
  async register(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: RegisterBankAccountDto,
  ): Promise<RegisteredBankAccountDto> {
    const { bankCode, accountNumber, holder, effectiveFrom } = body;
    const form = { ...toAccountOwner(body), bankCode, accountNumber, holder, effectiveFrom: localDate(effectiveFrom) };
    const outcome = await this.accounts.register({ actor, origin, idempotencyKey }, form);
    return { id: outcome.result.id, verdicts: outcome.verdicts.map(shownVerdict) };
  }

  /** A question with a body, so that no number ends up in an address, a history or a proxy's log. */
  @Post('find')
  @HttpCode(200)
  @Allow('bank-account.find')
  @LogsAccess('bank-account', shownAccounts)
  @ApiOperation({ operationId: 'findBankAccounts', summary: 'The parties that have this very number' })
  @ApiOkResponse({ type: [BankAccountDto] })
  async find(@CurrentActor() actor: Actor, @Body() body: FindBankAccountDto): Promise<BankAccountDto[]> {
    const rows = await this.accounts.find(actor, body.bankCode, body.accountNumber);
    return rows.map((row) => viewBankAccount(row, this.clock.today()));
  }

  @Post(':id/close')
  @HttpCode(200)
  @Allow('bank-account.close')
  @ApiOperation({ operationId: 'closeBankAccount', summary: 'End the use of an account' })
  @ApiOkResponse({ type: ClosedBankAccountDto })
  async close(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) id: string,
    @Body() body: CloseBankAccountDto,
  ): Promise<ClosedBankAccountDto> {
    const input = { id, closedOn: localDate(body.closedOn), reason: body.reason };
    return (await this.runner.run(closeBankAccount, { actor, origin, idempotencyKey, input })).result;
  }

  @Post(':id/unmask')
  @HttpCode(200)
  @Allow('bank-account.unmask')
  @StepUp()
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'unmaskBankAccount', summary: 'Number and holder of an account; who, when and why is kept' })
  @ApiOkResponse({ type: UnmaskedBankAccountDto })
  async unmask(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('id', IdPipe) id: string,
    @Body() body: UnmaskBankAccountDto,
  ): Promise<UnmaskedBankAccountDto> {
    const { bankCode, account, holder } = await this.accounts.unmask({ actor, origin }, id, body.reason);
    return { bankCode, accountNumber: account, holder };
  }
}
