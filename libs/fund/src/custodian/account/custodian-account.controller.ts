import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { invalidField } from '#libs/errors';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { findBank, parseBankAccount } from '#libs/identifier';
import { getFund } from '../../fund/fund.query.js';
import { CustodianAccountDto, RegisterCustodianAccountDto, RegisteredCustodianAccountDto } from './custodian-account.dto.js';
import { listAccounts, type CustodianAccountRow } from './custodian-account.query.js';
import { registerCustodianAccount, type RegisterCustodianAccount } from './custodian-account.service.js';

@ApiTags('custodian')
@Controller('funds/:fundId/custodian-accounts')
export class CustodianAccountController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listCustodianAccounts', summary: 'Accounts of the fund at its custodian, the latest first' })
  @ApiOkResponse({ type: [CustodianAccountDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<CustodianAccountDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => (await listAccounts(tx, (await getFund(tx, fundId)).id, point)).map(viewAccount));
  }

  @Post()
  @Allow('custodian-account.register')
  @ApiOperation({ operationId: 'registerCustodianAccount', summary: 'Where partners pay in from a day on' })
  @ApiCreatedResponse({ type: RegisteredCustodianAccountDto })
  async register(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: RegisterCustodianAccountDto,
  ): Promise<RegisteredCustodianAccountDto> {
    const { result } = await this.runner.run(registerCustodianAccount, { actor, origin, idempotencyKey, input: registration(fundId, body) });
    return { id: result.id };
  }
}

function registration(fundId: string, body: RegisterCustodianAccountDto): RegisterCustodianAccount {
  const parsed = parseBankAccount(body.bankCode, body.accountNumber);
  if (!parsed.ok) throw invalidField('/accountNumber', 'custodian-account.number', parsed.text);
  return { fundId, bankCode: parsed.value.bankCode, accountNumber: parsed.value.account, holder: body.holder, effectiveFrom: localDate(body.effectiveFrom) };
}

function viewAccount({ id, bankCode, accountNumber, holder, effectiveFrom }: CustodianAccountRow): CustodianAccountDto {
  const bank = findBank(bankCode, effectiveFrom);
  return { id, bankCode, bank: { ko: bank?.ko ?? bankCode, en: bank?.en ?? bankCode }, accountNumber, holder, effectiveFrom };
}
