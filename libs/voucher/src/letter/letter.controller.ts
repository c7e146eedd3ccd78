import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, IdPipe, onlookerOfPages, type Attendance } from '#libs/http';
import { getYear, getYearOfVoucher } from '../year/year.query.js';
import { DownloadLettersDto } from './letter.dto.js';
import { lettersFile, type LetterFile } from './letter-file.pdf.js';
import { letterPdf } from './letter.pdf.js';
import { getLetter, listLetters } from './letter.query.js';

const FILE = { schema: { type: 'string', format: 'binary' } };

@ApiTags('voucher-letter')
@Controller()
export class LetterController {
  constructor(private readonly reader: Reader) {}

  @Get('vouchers/:id/letter')
  @Allow('voucher.read')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'getVoucherLetter', summary: 'The letter to the company that holds an issued voucher, one page of PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(FILE)
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) voucherId: string): Promise<StreamableFile> {
    const letter = await this.reader.read(actor, async (tx) => getLetter(tx, await getYearOfVoucher(tx, voucherId), voucherId));
    return handedOut({ bytes: await letterPdf(letter), fileName: `바우처발급통지_${letter.number}.pdf`, mediaType: 'application/pdf' });
  }

  @Post('voucher-years/:yearId/letters')
  @Allow('voucher.read')
  @HttpCode(200)
  @Attended()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadVoucherLetters', summary: 'Letters of issued vouchers as one PDF with bookmarks, or as an archive of single ones' })
  @ApiProduces('application/pdf', 'application/zip')
  @ApiOkResponse(FILE)
  async download(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Body() body: DownloadLettersDto, @Attending() attendance: Attendance): Promise<StreamableFile> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const letters = await this.reader.read(actor, async (tx) => listLetters(tx, await getYear(tx, yearId), body.voucherIds ?? null));
    return handedOut(await lettersFile(letters, body.format === 'ZIP' ? 'ZIP' : 'PDF', onlookerOfPages(attendance)));
  }
}

function handedOut({ bytes, fileName, mediaType }: LetterFile): StreamableFile {
  return new StreamableFile(bytes, { type: mediaType, disposition: attachmentDisposition(fileName), length: bytes.length });
}
