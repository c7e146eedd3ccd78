import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import type { FastifyRequest } from 'fastify';
import { DOCUMENT_OPTIONS, type DocumentOptions } from '../document.options.js';
import { attachmentDisposition } from '../file/content-disposition.js';
import { DOCUMENT_STORE, type DocumentStore } from '../store/document-store.js';
import { DocumentDto, DocumentParams, DownloadDocumentDto } from './document.dto.js';
import { DocumentService } from './document.service.js';
import type { Document } from './document.js';
import { receiveUpload } from './upload.js';

const FORM = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

@ApiTags('document')
@Controller('documents')
export class DocumentController {
  constructor(
    private readonly documents: DocumentService,
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(DOCUMENT_OPTIONS) private readonly options: DocumentOptions,
  ) {}

  @Post()
  @Allow('document.upload')
  @ApiOperation({ operationId: 'uploadDocument', summary: 'Hand in an evidence file; the same file again gives the same document' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: DocumentDto })
  async upload(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Req() request: FastifyRequest): Promise<DocumentDto> {
    const { staged, fileName } = await receiveUpload(request, this.store, this.options.maximumBytes);
    return shown(await this.documents.upload({ actor, origin }, staged, fileName));
  }

  @Get(':id')
  @Allow('document.read')
  @ApiOperation({ operationId: 'readDocument', summary: 'What a file is, and who handed it in when' })
  @ApiOkResponse({ type: DocumentDto })
  async read(@CurrentActor() actor: Actor, @Param() params: DocumentParams): Promise<DocumentDto> {
    return shown(await this.documents.get(actor, params.id));
  }

  @Post(':id/download')
  @HttpCode(200)
  @Allow('document.read')
  @AccessIsLogged()
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadDocument', summary: 'Take the file away; who, when and why is kept in the access log' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param() params: DocumentParams,
    @Body() body: DownloadDocumentDto,
  ): Promise<StreamableFile> {
    const { document, content } = await this.documents.download({ actor, origin }, params.id, body.reason);
    return new StreamableFile(content, { type: document.mediaType, disposition: attachmentDisposition(document.fileName), length: content.length });
  }
}

function shown(document: Document): DocumentDto {
  const { id, sha256, fileName, mediaType, sizeBytes, uploadedBy, uploadedByName, uploadedAt } = document;
  return { id, sha256, fileName, mediaType, sizeBytes, uploadedBy, uploadedByName, uploadedAt: uploadedAt.toISOString() };
}
