import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { WorkbookIntake } from '#libs/document';
import { IdPipe } from '#libs/http';
import type { FastifyRequest } from 'fastify';
import { getCall } from '../../call/call.query.js';
import { ReadGrantApplicationFileDto } from './reading.dto.js';
import { sheetText } from './sheet-text.import.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** Lists of applications that were kept elsewhere, as they would be pasted: nothing is recorded. */
@ApiTags('grant-application')
@Controller('grant-calls/:callId/application-files')
export class ApplicationReadingController {
  constructor(
    private readonly reader: Reader,
    private readonly intake: WorkbookIntake,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('grant-application.import')
  @ApiOperation({ operationId: 'readGrantApplicationFile', summary: 'Read a workbook or CSV of applications as it would be pasted; nothing is recorded' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ type: ReadGrantApplicationFileDto })
  async file(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Req() request: FastifyRequest): Promise<ReadGrantApplicationFileDto> {
    await this.reader.read(actor, (tx) => getCall(tx, callId));
    const { sheets } = await this.intake.receiveTable(request, true);
    return { text: sheetText(sheets) };
  }
}
