import { Body, Controller, Get, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { correctionsOf, formFile, readCorrections, WorkbookIntake } from '#libs/document';
import { IdempotencyKey } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { PasteRosterDto, RosterFormQuery, RosterQuery, RosterResultDto } from './roster.dto.js';
import { rosterForm } from './roster.import.js';
import { rosterInput } from './roster.input.js';
import { RosterService } from './roster.service.js';
import { peopleIn, viewRoster } from './roster.view.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, corrections: { type: 'string', description: 'JSON list of corrected cells' } } };

@ApiTags('voucher-roster')
@Controller('voucher-rosters')
export class RosterController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly rosters: RosterService,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post()
  @Allow('voucher-roster.import')
  @LogsAccess('voucher-roster', peopleIn)
  @ApiOperation({ operationId: 'importVoucherRoster', summary: 'Import a workbook of vouchers; with dryRun the verdict on every row and what would be posted' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: RosterResultDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: RosterQuery,
    @Req() request: FastifyRequest,
  ): Promise<RosterResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets, fields } = await this.intake.receive(request, dryRun);
    const input = rosterInput(file, query, readCorrections(fields['corrections']));
    return viewRoster(await this.runner.run(this.rosters.import(sheets), { actor, origin, idempotencyKey, dryRun, input }));
  }

  @Get('form')
  @Allow('voucher-roster.import')
  @ApiOperation({ operationId: 'getVoucherRosterForm', summary: 'A blank workbook with the columns that the import reads' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  form(@Query() { kind, overview }: RosterFormQuery): Promise<StreamableFile> {
    return formFile(rosterForm(kind === 'KTTN', overview === 'true'));
  }

  @Post('paste')
  @Allow('voucher-roster.import')
  @LogsAccess('voucher-roster', peopleIn)
  @ApiOperation({ operationId: 'pasteVoucherRoster', summary: 'Import one sheet of a roster as pasted from Excel' })
  @ApiCreatedResponse({ type: RosterResultDto })
  async paste(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: RosterQuery,
    @Body() body: PasteRosterDto,
  ): Promise<RosterResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.paste(body.sheet, body.text, dryRun);
    const input = rosterInput(file, query, correctionsOf(body.corrections));
    return viewRoster(await this.runner.run(this.rosters.import(sheets), { actor, origin, idempotencyKey, dryRun, input }));
  }
}
