import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '../guard/decorators.js';
import { LinkProviderDto, ProviderLinkDto, UnlinkProviderDto } from './provider.dto.js';
import { ProviderLinkService } from './provider-link.service.js';

@ApiTags('provider')
@Controller('provider-links')
export class ProviderLinkController {
  constructor(private readonly links: ProviderLinkService) {}

  @Get()
  @Allow('session.read')
  @ApiOperation({ operationId: 'listProviderLinks', summary: "One's own links to the identity provider; for whoever gives out accounts, everybody's" })
  @ApiOkResponse({ type: [ProviderLinkDto] })
  async list(@CurrentActor() actor: Actor): Promise<ProviderLinkDto[]> {
    const links = await this.links.list(actor);
    return links.map((link) => ProviderLinkDto.of(link));
  }

  @Post()
  @Allow('provider.link')
  @StepUp()
  @ApiOperation({ operationId: 'linkProvider', summary: "Let a subject of the identity provider open another person's account" })
  @ApiCreatedResponse({ type: ProviderLinkDto })
  async link(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: LinkProviderDto,
  ): Promise<ProviderLinkDto> {
    return ProviderLinkDto.of(await this.links.link({ actor, origin, idempotencyKey }, body.userId, body.subject));
  }

  @Post(':id/unlink')
  @HttpCode(204)
  @Allow('provider.unlink')
  @StepUp()
  @ApiOperation({ operationId: 'unlinkProvider', summary: "End a link to the identity provider: one's own, or as administrator any" })
  @ApiNoContentResponse()
  async unlink(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('id', IdPipe) id: string,
    @Body() body: UnlinkProviderDto,
  ): Promise<void> {
    await this.links.unlink({ actor, origin }, id, body.reason);
  }
}
