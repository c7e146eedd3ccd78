import { Body, Controller, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { WorkbookIntake } from '#libs/document';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { ImportedStatementDto, PasteStatementDto, StatementQuery } from './statement.dto.js';
import { StatementService, type ImportedStatement } from './statement.service.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
const PASTED = '수탁계좌 거래내역';

/** Whom a refused line is about: a payer may be a person. */
const payersIn = ({ refused }: ImportedStatementDto): readonly string[] => refused.flatMap(({ counterparty }) => (counterparty === null ? [] : [counterparty]));

@ApiTags('custodian')
@Controller('funds/:fundId/custodian-statements')
export class StatementController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly statements: StatementService,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post()
  @Allow('custodian-statement.import')
  @LogsAccess('custodian-statement', payersIn)
  @ApiOperation({ operationId: 'importCustodianStatement', summary: 'Keep the lines of a statement of the fund’s account; the same file again adds nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: ImportedStatementDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Query() query: StatementQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportedStatementDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.receiveTable(request, dryRun);
    return viewStatement(await this.runner.run(this.statements.import(sheets), { actor, origin, idempotencyKey, dryRun, input: { ...file, fundId } }));
  }

  @Post('paste')
  @Allow('custodian-statement.import')
  @LogsAccess('custodian-statement', payersIn)
  @ApiOperation({ operationId: 'pasteCustodianStatement', summary: 'The same for rows as pasted from the bank’s page or from Excel' })
  @ApiCreatedResponse({ type: ImportedStatementDto })
  async paste(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Query() query: StatementQuery,
    @Body() body: PasteStatementDto,
  ): Promise<ImportedStatementDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.paste(PASTED, body.text, dryRun);
    return viewStatement(await this.runner.run(this.statements.import(sheets), { actor, origin, idempotencyKey, dryRun, input: { ...file, fundId } }));
  }
}

function viewStatement({ result, dryRun }: CommandOutcome<ImportedStatement>): ImportedStatementDto {
  const refused = result.sheets.flatMap(({ rows }) => rows.filter(({ outcome }) => outcome === 'REJECTED'));
  return {
    id: dryRun ? null : result.id,
    dryRun,
    fileName: result.fileName,
    added: result.added,
    known: result.known,
    refused: refused.flatMap(({ row, key, remarks }) => remarks.map(({ text, fix }) => ({ row, counterparty: key, text: { ...text }, fix: fix === null ? null : { ...fix } }))),
  };
}
