import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { OpenedStatementAccountDto, OpenStatementAccountDto, StatementAccountDto } from './statement-account.dto.js';
import { listStatementAccounts } from './statement-account.query.js';
import { openStatementAccount } from './statement-account.service.js';
import { viewStatementAccount } from './statement-account.view.js';

const holders = (accounts: readonly StatementAccountDto[]): readonly string[] => accounts.map(({ holder }) => holder);

@ApiTags('reconciliation')
@Controller('statement-accounts')
export class StatementAccountController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('bank-statement.read')
  @LogsAccess('bank-account', holders)
  @ApiOperation({ operationId: 'listStatementAccounts', summary: 'The accounts whose statements the house keeps, numbers covered' })
  @ApiOkResponse({ type: [StatementAccountDto] })
  async list(@CurrentActor() actor: Actor): Promise<StatementAccountDto[]> {
    return (await this.reader.read(actor, listStatementAccounts)).map((account) => viewStatementAccount(account, this.clock.today()));
  }

  @Post()
  @Allow('statement-account.open')
  @ApiOperation({ operationId: 'openStatementAccount', summary: 'Keep the statements of an account of the agency from a day on' })
  @ApiCreatedResponse({ type: OpenedStatementAccountDto })
  async open(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: OpenStatementAccountDto): Promise<OpenedStatementAccountDto> {
    return (await this.runner.run(openStatementAccount, { actor, origin, idempotencyKey, input: { ...body, keptFrom: localDate(body.keptFrom) } })).result;
  }
}
