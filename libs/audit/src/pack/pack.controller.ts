import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, type Attendance } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { DownloadPackDto, PackDownloadDto, PackDownloadsQuery, PackModelDto, PackQuery, PackSummaryDto, UnmaskPackDto } from './pack.dto.js';
import type { PackModel } from './pack.js';
import { PACKS } from './pack.registry.js';
import { PackService } from './pack.service.js';

const DEFAULT_PAGE = 50;

@ApiTags('audit')
@Controller('audit/packs')
export class PackController {
  constructor(private readonly packs: PackService) {}

  @Get()
  @Allow('audit-pack.read')
  @ApiOperation({ operationId: 'listAuditPacks', summary: 'The recurring requests of auditors, and the lists that answer each' })
  @ApiOkResponse({ type: [PackSummaryDto] })
  list(): PackSummaryDto[] {
    return PACKS.map(({ code, ordinal, title, question, basis, lists, limits }) => ({ code, ordinal, title, question, basis, lists: lists.map(({ key, title: named }) => ({ key, title: named })), limits: [...limits] }));
  }

  @Get('downloads')
  @Allow('audit-pack.read')
  @ApiOperation({ operationId: 'listAuditPackDownloads', summary: 'Who took which pack away, when and why; newest first' })
  @ApiOkResponse({ type: [PackDownloadDto] })
  async downloads(@CurrentActor() actor: Actor, @Query() query: PackDownloadsQuery): Promise<PackDownloadDto[]> {
    return this.packs.downloads(actor, query.before ?? null, query.limit ?? DEFAULT_PAGE);
  }

  @Get(':code')
  @Allow('audit-pack.read')
  @AccessIsLogged()
  @ApiOperation({ operationId: 'getAuditPack', summary: 'The answer to one request as of a date, as known at a time; personal data and trade secrets hidden' })
  @ApiOkResponse({ type: PackModelDto })
  async get(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Param('code') code: string, @Query() query: PackQuery): Promise<PackModel> {
    return this.packs.show({ actor, origin }, code, query);
  }

  @Post(':code/unmask')
  @HttpCode(200)
  @Allow('audit-pack.unmask')
  @StepUp()
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'unmaskAuditPack', summary: 'The same with nothing hidden; who, when and why is kept' })
  @ApiOkResponse({ type: PackModelDto })
  async unmask(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Param('code') code: string, @Body() body: UnmaskPackDto): Promise<PackModel> {
    return this.packs.unmask({ actor, origin }, code, body);
  }

  @Post(':code/downloads')
  @HttpCode(200)
  @Attended()
  @Allow('audit-pack.download')
  @AccessIsLogged()
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadAuditPack', summary: 'Take a pack away as PDF or workbook, marked with who and why; both are kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, headers: { 'x-content-sha256': { schema: { type: 'string' } }, 'x-pack-number': { schema: { type: 'string' } } } })
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('code') code: string,
    @Body() body: DownloadPackDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.packs.download({ actor, origin, attendance }, code, body);
    void reply.header('x-content-sha256', file.sha256).header('x-pack-number', file.number);
    return new StreamableFile(file.bytes, { type: file.mediaType, disposition: attachmentDisposition(file.fileName), length: file.bytes.length });
  }
}
