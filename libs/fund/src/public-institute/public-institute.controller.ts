import { Body, Controller, Get, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { formFile, WorkbookIntake } from '#libs/document';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { DryRunQuery } from '../register/register.dto.js';
import { InstituteImportService } from './institute-import.service.js';
import { EndedInstituteDto, EndInstituteDto, ImportedInstitutesDto, InstituteDto, InstitutesQuery, PasteInstitutesDto, RecordedInstitutesDto, RecordInstitutesDto } from './public-institute.dto.js';
import { INSTITUTE_FORM } from './public-institute.import.js';
import { toInstitutes } from './public-institute.input.js';
import { listInstitutes } from './public-institute.query.js';
import { endInstitute, recordInstitutes } from './public-institute.service.js';
import { viewImported } from './public-institute.view.js';

const PASTED = '공공연구기관';

@ApiTags('public-institute')
@Controller('public-institutes')
export class PublicInstituteController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly intake: WorkbookIntake,
    private readonly imports: InstituteImportService,
  ) {}

  @Get()
  @Allow('investment.read')
  @ApiOperation({ operationId: 'listPublicInstitutes', summary: 'The list of public research institutes that licensors are checked against' })
  @ApiOkResponse({ type: [InstituteDto] })
  async list(@CurrentActor() actor: Actor, @Query() { text, asOf }: InstitutesQuery): Promise<InstituteDto[]> {
    return this.reader.read(actor, (tx) => listInstitutes(tx, { text: text ?? null, asOf: asOf === undefined ? null : localDate(asOf) }));
  }

  @Post()
  @Allow('public-institute.record')
  @ApiOperation({ operationId: 'recordPublicInstitutes', summary: 'Put institutes on the list' })
  @ApiCreatedResponse({ type: RecordedInstitutesDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RecordInstitutesDto): Promise<RecordedInstitutesDto> {
    const { result, dryRun } = await this.runner.run(recordInstitutes, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toInstitutes(body) });
    return { dryRun, recorded: result.ids.length };
  }

  @Post('import')
  @Allow('public-institute.import')
  @ApiOperation({ operationId: 'importPublicInstitutes', summary: 'Import a list of institutes from a workbook; with dryRun only the verdicts' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiCreatedResponse({ type: ImportedInstitutesDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: DryRunQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportedInstitutesDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.receive(request, dryRun);
    return viewImported(await this.runner.run(this.imports.import(sheets), { actor, origin, idempotencyKey, dryRun, input: file }));
  }

  @Get('import/form')
  @Allow('public-institute.import')
  @ApiOperation({ operationId: 'getPublicInstituteForm', summary: 'A blank workbook with the columns that the import reads' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  form(): Promise<StreamableFile> {
    return formFile(INSTITUTE_FORM);
  }

  @Post('paste')
  @Allow('public-institute.import')
  @ApiOperation({ operationId: 'pastePublicInstitutes', summary: 'Import a list of institutes as pasted from Excel; with dryRun only the verdicts' })
  @ApiCreatedResponse({ type: ImportedInstitutesDto })
  async paste(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: DryRunQuery,
    @Body() body: PasteInstitutesDto,
  ): Promise<ImportedInstitutesDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.paste(PASTED, body.text, dryRun);
    return viewImported(await this.runner.run(this.imports.import(sheets), { actor, origin, idempotencyKey, dryRun, input: file }));
  }

  @Post(':id/end')
  @Allow('public-institute.end')
  @ApiOperation({ operationId: 'endPublicInstitute', summary: 'Take an institute off the list after a day' })
  @ApiCreatedResponse({ type: EndedInstituteDto })
  async end(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) instituteId: string,
    @Body() body: EndInstituteDto,
  ): Promise<EndedInstituteDto> {
    const input = { instituteId, lastOn: localDate(body.lastOn), reason: body.reason };
    return (await this.runner.run(endInstitute, { actor, origin, idempotencyKey, reason: body.reason, input })).result;
  }
}
