import { Body, Controller, Get, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { correctionsOf, formFile, readCorrections, WorkbookIntake } from '#libs/document';
import { IdempotencyKey } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { GrantRegisterQuery, GrantRegisterResultDto, PasteGrantRegisterDto } from './register.dto.js';
import { GRANT_FORM } from './register.import.js';
import { registerInput } from './register.input.js';
import { GrantRegisterService } from './register.service.js';
import { peopleIn, viewRegister } from './register.view.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, corrections: { type: 'string', description: 'JSON list of corrected cells' } } };

@ApiTags('grant-register')
@Controller('grant-registers')
export class GrantRegisterController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly registers: GrantRegisterService,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post()
  @Allow('grant-register.import')
  @LogsAccess('grant-register', peopleIn)
  @ApiOperation({ operationId: 'importGrantRegister', summary: 'Import a register of grants; with dryRun the verdict on every row and what would be posted' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: GrantRegisterResultDto })
  async import(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: GrantRegisterQuery,
    @Req() request: FastifyRequest,
  ): Promise<GrantRegisterResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets, fields } = await this.intake.receive(request, dryRun);
    const input = registerInput(file, query, readCorrections(fields['corrections']));
    return viewRegister(await this.runner.run(this.registers.import(sheets), { actor, origin, idempotencyKey, dryRun, input }));
  }

  @Get('form')
  @Allow('grant-register.import')
  @ApiOperation({ operationId: 'getGrantRegisterForm', summary: 'A blank workbook with the columns that the import reads' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  form(): Promise<StreamableFile> {
    return formFile(GRANT_FORM);
  }

  @Post('paste')
  @Allow('grant-register.import')
  @LogsAccess('grant-register', peopleIn)
  @ApiOperation({ operationId: 'pasteGrantRegister', summary: 'Import one sheet of a register as pasted from Excel' })
  @ApiCreatedResponse({ type: GrantRegisterResultDto })
  async paste(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Query() query: GrantRegisterQuery,
    @Body() body: PasteGrantRegisterDto,
  ): Promise<GrantRegisterResultDto> {
    const dryRun = query.dryRun === 'true';
    const { file, sheets } = await this.intake.paste(body.sheet, body.text, dryRun);
    const input = registerInput(file, query, correctionsOf(body.corrections));
    return viewRegister(await this.runner.run(this.registers.import(sheets), { actor, origin, idempotencyKey, dryRun, input }));
  }
}
