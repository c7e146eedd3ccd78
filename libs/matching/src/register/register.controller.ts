import { Body, Controller, Get, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { correctionsOf, formFile, readCorrections, WorkbookIntake } from '#libs/document';
import { IdempotencyKey } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { MatchingRegisterQuery, MatchingRegisterResultDto, PasteMatchingRegisterDto } from './register.dto.js';
import { MATCHING_FORM } from './register.import.js';
import { registerInput } from './register.input.js';
import { MatchingRegisterService } from './register.service.js';
import { peopleIn, viewRegister } from './register.view.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, corrections: { type: 'string', description: 'JSON list of corrected cells' } } };

@ApiTags('matching-register')
@Controller('matching-registers')
export class MatchingRegisterController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly registers: MatchingRegisterService,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post()
  @Allow('matching-register.import')
  @LogsAccess('matching-register', peopleIn)
  @ApiOperation({ operationId: 'importMatchingRegister', summary: 'Import a register of matching projects; with dryRun the verdict on every row and what would be posted' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: MatchingRegisterResultDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: MatchingRegisterQuery,
    @Req() request: FastifyRequest,
  ): Promise<MatchingRegisterResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets, fields } = await this.intake.receive(request, dryRun);
    const input = registerInput(file, query, readCorrections(fields['corrections']));
    return viewRegister(await this.runner.run(this.registers.import(sheets), { actor, origin, idempotencyKey, dryRun, input }));
  }

  @Get('form')
  @Allow('matching-register.import')
  @ApiOperation({ operationId: 'getMatchingRegisterForm', summary: 'A blank workbook with the columns that the import reads' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  form(): Promise<StreamableFile> {
    return formFile(MATCHING_FORM);
  }

  @Post('paste')
  @Allow('matching-register.import')
  @LogsAccess('matching-register', peopleIn)
  @ApiOperation({ operationId: 'pasteMatchingRegister', summary: 'Import one sheet of a register as pasted from Excel' })
  @ApiCreatedResponse({ type: MatchingRegisterResultDto })
  async paste(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: MatchingRegisterQuery,
    @Body() body: PasteMatchingRegisterDto,
  ): Promise<MatchingRegisterResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.paste(body.sheet, body.text, dryRun);
    const input = registerInput(file, query, correctionsOf(body.corrections));
    return viewRegister(await this.runner.run(this.registers.import(sheets), { actor, origin, idempotencyKey, dryRun, input }));
  }
}
