import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { getStatementAccount } from '../statement-account/statement-account.query.js';
import { StatementIntake } from './statement-intake.service.js';
import { BankStatementDto, ImportedBankStatementDto, PasteBankStatementDto, ReceiveBankMessageDto, StatementAccountQuery, StatementQuery } from './statement.dto.js';
import { listBankStatements } from './statement.query.js';
import { BankStatementService } from './statement.service.js';
import { viewImported } from './statement.view.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

@ApiTags('reconciliation')
@Controller('bank-statements')
export class BankStatementController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly statements: BankStatementService,
    private readonly intake: StatementIntake,
  ) {}

  @Get()
  @Allow('bank-statement.read')
  @ApiOperation({ operationId: 'listBankStatements', summary: 'The statements of an account, the latest first' })
  @ApiOkResponse({ type: [BankStatementDto] })
  async list(@CurrentActor() actor: Actor, @Query() { accountId }: StatementAccountQuery): Promise<BankStatementDto[]> {
    return this.reader.read(actor, async (tx) => listBankStatements(tx, (await getStatementAccount(tx, accountId)).id));
  }

  @Post()
  @Allow('bank-statement.import')
  @ApiOperation({ operationId: 'importBankStatement', summary: 'Keep the lines of a statement (CSV in UTF-8 or CP949, or a workbook); the same file again adds nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: ImportedBankStatementDto })
  async import(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Query() query: StatementQuery, @Req() request: FastifyRequest): Promise<ImportedBankStatementDto> {
    const dryRun = query.dryRun === 'true';
    const { file, content } = await this.intake.receive(request, dryRun);
    return viewImported(await this.runner.run(this.statements.import(content), { actor, origin, idempotencyKey, dryRun, input: { ...file, accountId: query.accountId } }));
  }

  @Post('paste')
  @Allow('bank-statement.import')
  @ApiOperation({ operationId: 'pasteBankStatement', summary: 'The same for rows as pasted from the bank’s page or from Excel' })
  @ApiCreatedResponse({ type: ImportedBankStatementDto })
  async paste(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Query() query: StatementQuery, @Body() body: PasteBankStatementDto): Promise<ImportedBankStatementDto> {
    const dryRun = query.dryRun === 'true';
    const { file, content } = await this.intake.paste(body.text, dryRun);
    return viewImported(await this.runner.run(this.statements.import(content), { actor, origin, idempotencyKey, dryRun, input: { ...file, accountId: query.accountId } }));
  }

  @Post('message')
  @Allow('bank-statement.import')
  @ApiOperation({ operationId: 'receiveBankMessage', summary: 'The same for a statement in ISO 20022 (camt.053)' })
  @ApiCreatedResponse({ type: ImportedBankStatementDto })
  async message(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Query() query: StatementQuery, @Body() body: ReceiveBankMessageDto): Promise<ImportedBankStatementDto> {
    const dryRun = query.dryRun === 'true';
    const { file, content } = await this.intake.message(body.fileName, body.content, dryRun);
    return viewImported(await this.runner.run(this.statements.import(content), { actor, origin, idempotencyKey, dryRun, input: { ...file, accountId: query.accountId } }));
  }
}
