import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor, Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { AsOfQuery, Attended, IdPipe, timePoint } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { DecisionsDto, DownloadEvidenceDto } from './decision.dto.js';
import { viewDecisions } from './decision.view.js';
import { EvidenceBundleService } from './evidence-bundle.service.js';

/** Whose deeds an answer told of. */
const shownPeople = ({ decisions }: DecisionsDto): readonly string[] => decisions.flatMap(({ actorName, signatures }) => [actorName, ...signatures.map(({ signerName }) => signerName)]);

@ApiTags('audit')
@Controller('audit/decisions')
export class DecisionController {
  constructor(
    private readonly reader: Reader,
    private readonly bundles: EvidenceBundleService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':subjectId')
  @Allow('decision.read')
  @LogsAccess('decision', shownPeople)
  @ApiOperation({ operationId: 'getDecisions', summary: 'Who decided what about a thing, on which evidence, by which rules with which values, with whose signatures' })
  @ApiOkResponse({ type: DecisionsDto })
  get(@CurrentActor() actor: Actor, @Param('subjectId', IdPipe) subjectId: string, @Query() query: AsOfQuery): Promise<DecisionsDto> {
    const { knownBefore } = timePoint(query, this.clock);
    return this.reader.read(actor, (tx) => viewDecisions(tx, subjectId, knownBefore));
  }

  @Post(':subjectId/evidence')
  @HttpCode(200)
  @Attended()
  @Allow('evidence-bundle.download')
  @AccessIsLogged()
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadEvidenceBundle', summary: 'All files that speak for a thing with an index of their hashes; who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, headers: { 'x-content-sha256': { schema: { type: 'string' } } } })
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('subjectId', IdPipe) subjectId: string,
    @Body() body: DownloadEvidenceDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.bundles.download({ actor, origin }, subjectId, body.reason);
    void reply.header('x-content-sha256', file.sha256);
    return new StreamableFile(file.bytes, { type: file.mediaType, disposition: attachmentDisposition(file.fileName), length: file.bytes.length });
  }
}
