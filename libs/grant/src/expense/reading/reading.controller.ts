import { Body, Controller, Get, HttpCode, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { formFile, WorkbookIntake } from '#libs/document';
import { IdPipe } from '#libs/http';
import { numberKey, type Sheet } from '#libs/sheet';
import type { FastifyRequest } from 'fastify';
import { listAgreements } from '../../agreement/agreement.query.js';
import { getCall, linesOfCall } from '../../call/call.query.js';
import { EXPENSE_FORM, readExpenseSheet } from './expense-sheet.import.js';
import { ReadExpenseListDto, ReadExpensesDto } from './reading.dto.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
const NO_SHEET: Sheet = { name: '', rows: [], hidden: false };

/** Lists that were kept elsewhere, read into the rows of the form: nothing is recorded. */
@ApiTags('grant-expense')
@Controller('grant-calls/:callId')
export class ExpenseReadingController {
  constructor(
    private readonly reader: Reader,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post('expense-readings')
  @HttpCode(200)
  @Allow('grant.read')
  @ApiOperation({ operationId: 'readGrantExpenses', summary: 'Read pasted rows of expenses into those of the form; nothing is recorded' })
  @ApiOkResponse({ type: ReadExpenseListDto })
  async paste(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Body() { text }: ReadExpensesDto): Promise<ReadExpenseListDto> {
    const { sheets } = await this.intake.paste('집행', text, true);
    return this.read(actor, callId, sheets);
  }

  @Post('expense-files')
  @HttpCode(200)
  @Allow('grant.read')
  @ApiOperation({ operationId: 'readGrantExpenseFile', summary: 'Read a workbook or CSV of expenses into rows of the form; nothing is recorded' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ type: ReadExpenseListDto })
  async file(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Req() request: FastifyRequest): Promise<ReadExpenseListDto> {
    const { sheets } = await this.intake.receiveTable(request, true);
    return this.read(actor, callId, sheets);
  }

  @Get('expense-files/form')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getGrantExpenseForm', summary: 'A blank workbook with the columns that a list of expenses may have' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async form(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<StreamableFile> {
    await this.reader.read(actor, (tx) => getCall(tx, callId));
    return formFile(EXPENSE_FORM);
  }

  /** Of several sheets the first that is a list of expenses. */
  private read(actor: Actor, callId: string, sheets: readonly Sheet[]): Promise<ReadExpenseListDto> {
    return this.reader.read(actor, async (tx) => {
      const lines = await linesOfCall(tx, (await getCall(tx, callId)).id);
      const agreements = new Map((await listAgreements(tx, callId)).flatMap(({ id, number, projectNumber }) => [[numberKey(number), id], ...(projectNumber === null ? [] : [[numberKey(projectNumber), id]])] as [string, string][]));
      const tried = sheets.map((sheet) => readExpenseSheet(sheet, lines));
      const { rows, missing } = tried.find((each) => each.missing.length === 0) ?? tried[0] ?? readExpenseSheet(NO_SHEET, lines);
      return {
        missing: [...missing],
        rows: rows.map(({ remarks, ...row }) => ({ ...row, agreementId: agreements.get(numberKey(row.agreement)) ?? null, remarks: remarks.map(({ field, text, fix }) => ({ field, text: { ...text }, fix: fix === null ? null : { ...fix } })) })),
      };
    });
  }
}
