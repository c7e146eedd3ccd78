import { Body, Controller, Get, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { formFile, WorkbookIntake } from '#libs/document';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { DryRunQuery, ImportResultDto, ImportSummaryDto, PasteRegisterDto } from './register.dto.js';
import { getImport, listImports } from './import-run.query.js';
import { FUND_REGISTER_FORM } from './register.import.js';
import { RegisterService } from './register.service.js';
import { viewImport } from './register.view.js';

/** The column that names people, and so whom a remark with a cell of it is about. */
const CONTACT_COLUMN = '담당자';

function contactsIn({ sheets }: ImportResultDto): readonly string[] {
  return sheets.flatMap(({ name, rows }) => rows.filter(({ remarks }) => remarks.some(({ column, text }) => column === CONTACT_COLUMN || text.ko.includes(CONTACT_COLUMN))).map(({ key }) => `${name} ${key ?? ''}`.trim()));
}

@ApiTags('fund-register')
@Controller('imports')
export class RegisterController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly register: RegisterService,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post('fund-register')
  @Allow('fund-register.import')
  @LogsAccess('fund-register', contactsIn)
  @ApiOperation({ operationId: 'importFundRegister', summary: 'Import a fund register workbook; with dryRun only the verdicts' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ImportResultDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: DryRunQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.receive(request, dryRun);
    return viewImport((await this.runner.run(this.register.import(sheets), { actor, origin, idempotencyKey, dryRun, input: file })).result, dryRun);
  }

  @Post('fund-register/paste')
  @Allow('fund-register.import')
  @LogsAccess('fund-register', contactsIn)
  @ApiOperation({ operationId: 'pasteFundRegister', summary: 'Import one sheet of a fund register as pasted from Excel' })
  @ApiCreatedResponse({ type: ImportResultDto })
  async paste(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: DryRunQuery,
    @Body() body: PasteRegisterDto,
  ): Promise<ImportResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.paste(body.sheet, body.text, dryRun);
    return viewImport((await this.runner.run(this.register.import(sheets), { actor, origin, idempotencyKey, dryRun, input: file })).result, dryRun);
  }

  @Get('fund-register/form')
  @Allow('fund-register.import')
  @ApiOperation({ operationId: 'getFundRegisterForm', summary: 'A blank workbook with the columns that the import reads' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  form(): Promise<StreamableFile> {
    return formFile(FUND_REGISTER_FORM);
  }

  @Get()
  @Allow('import.read')
  @ApiOperation({ operationId: 'listImports', summary: 'Imports so far, newest first' })
  @ApiOkResponse({ type: [ImportSummaryDto] })
  async list(@CurrentActor() actor: Actor): Promise<ImportSummaryDto[]> {
    return this.reader.read(actor, (tx) => listImports(tx));
  }

  @Get(':id')
  @Allow('import.read')
  @LogsAccess('fund-register', contactsIn)
  @ApiOperation({ operationId: 'getImport', summary: 'An import with the verdict on every row' })
  @ApiOkResponse({ type: ImportResultDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ImportResultDto> {
    return viewImport(await this.reader.read(actor, (tx) => getImport(tx, id)), false);
  }
}
