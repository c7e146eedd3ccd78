import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, IdPipe, onlookerOfPages, type Attendance } from '#libs/http';
import { DownloadNoticesDto } from './call-notice.dto.js';
import { noticePdf, noticesFile, type NoticeFile } from './call-notice.pdf.js';
import { listNotices } from './call-notice.query.js';

const FILE = { schema: { type: 'string', format: 'binary' } };

@ApiTags('capital-call')
@Controller('capital-calls/:id/notices')
export class CallNoticeController {
  constructor(private readonly reader: Reader) {}

  @Get(':partnerId')
  @Allow('fund.read')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'getCallNotice', summary: 'The notice of a call to one partner, one page of PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(FILE)
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) callId: string, @Param('partnerId', IdPipe) partnerId: string): Promise<StreamableFile> {
    const [notice] = await this.reader.read(actor, (tx) => listNotices(tx, callId, [partnerId]));
    if (notice === undefined) return handedOut(await noticesFile([], 'PDF'));
    return handedOut({ bytes: await noticePdf(notice), fileName: `출자요청서_${notice.number}.pdf`, mediaType: 'application/pdf' });
  }

  @Post()
  @Allow('fund.read')
  @HttpCode(200)
  @Attended()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadCallNotices', summary: 'Notices of a call as one PDF with bookmarks, or as an archive of single ones' })
  @ApiProduces('application/pdf', 'application/zip')
  @ApiOkResponse(FILE)
  async download(@CurrentActor() actor: Actor, @Param('id', IdPipe) callId: string, @Body() body: DownloadNoticesDto, @Attending() attendance: Attendance): Promise<StreamableFile> {
    attendance.tell({ phase: 'READING', done: 0, total: null });
    const notices = await this.reader.read(actor, (tx) => listNotices(tx, callId, body.partnerIds ?? null));
    return handedOut(await noticesFile(notices, body.format === 'ZIP' ? 'ZIP' : 'PDF', onlookerOfPages(attendance)));
  }
}

function handedOut({ bytes, fileName, mediaType }: NoticeFile): StreamableFile {
  return new StreamableFile(bytes, { type: mediaType, disposition: attachmentDisposition(fileName), length: bytes.length });
}
