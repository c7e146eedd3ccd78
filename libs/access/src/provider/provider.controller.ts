import { Body, Controller, Get, HttpCode, Inject, Post, Redirect, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Origin } from '#libs/command';
import { DomainError } from '#libs/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { Allow, Public, RequestOrigin, StepUp } from '../guard/decorators.js';
import { readSessionCookie, writeSessionCookie } from '../session/session.cookie.js';
import { callbackUrl, landedAt, pageAfter } from './callback-url.js';
import { OidcService } from './oidc.service.js';
import { clearRoundCookie, readRoundCookie, writeRoundCookie } from './provider.cookie.js';
import { DepartureDto, SetOutDto, SignInMethodsDto } from './provider.dto.js';
import { ProviderRoundService, RoundFailed, type Landing, type Wish } from './provider-round.service.js';

interface Answered {
  readonly url: string;
  readonly statusCode: 303;
}

/** Sign-in through the institution's provider. What a browser opens as a page is answered with a page, also when it fails. */
@ApiTags('provider')
@Controller()
export class ProviderController {
  constructor(
    private readonly rounds: ProviderRoundService,
    private readonly oidc: OidcService,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  @Get('sign-in-methods')
  @Public()
  @ApiOperation({ operationId: 'listSignInMethods', summary: 'By what people can sign in here' })
  @ApiOkResponse({ type: SignInMethodsDto })
  methods(): SignInMethodsDto {
    const name = this.oidc.provider?.name;
    return { password: true, passkey: true, provider: name === undefined ? null : { name, href: '/api/session/provider' } };
  }

  @Get('session/provider')
  @Public()
  @Redirect()
  @ApiOperation({ operationId: 'startProviderSession', summary: 'To be opened as a page: goes on to the identity provider' })
  @ApiResponse({ status: 303, description: 'To the provider, or back to the sign-in page with the reason' })
  async start(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answered> {
    try {
      return seeOther(await this.setOut(request, reply, { purpose: 'SIGN_IN', sessionId: null, returnTo: '/' }));
    } catch (error) {
      return seeOther(pageOfRefusal(error));
    }
  }

  @Post('session/provider/link')
  @HttpCode(200)
  @Allow('own-provider.link')
  @StepUp()
  @ApiOperation({ operationId: 'linkOwnProvider', summary: "Set out to link one's own account to the identity provider" })
  @ApiOkResponse({ type: DepartureDto })
  async link(@RequestOrigin() { sessionId }: Origin, @Body() { returnTo }: SetOutDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DepartureDto> {
    return { location: await this.setOut(request, reply, { purpose: 'LINK', sessionId, returnTo }) };
  }

  @Post('session/provider/step-up')
  @HttpCode(200)
  @Allow('session.read')
  @ApiOperation({ operationId: 'stepUpByProvider', summary: 'Set out to prove again at the identity provider who one is' })
  @ApiOkResponse({ type: DepartureDto })
  async stepUp(@RequestOrigin() { sessionId }: Origin, @Body() { returnTo }: SetOutDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DepartureDto> {
    return { location: await this.setOut(request, reply, { purpose: 'STEP_UP', sessionId, returnTo }) };
  }

  @Get('session/provider/callback')
  @Public()
  @Redirect()
  @ApiOperation({ operationId: 'finishProviderSession', summary: 'Where the identity provider sends the browser back to' })
  @ApiResponse({ status: 303, description: 'To the page that was asked for; `provider` in its query says what came of it' })
  async finish(@RequestOrigin() origin: Origin, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answered> {
    clearRoundCookie(reply, this.options.secureCookie);
    try {
      const arrival = { landedAt: landedAt(this.callback(request), request.url), browserToken: readRoundCookie(request), sessionToken: readSessionCookie(request), origin };
      return this.welcome(reply, await this.rounds.comeBack(arrival));
    } catch (error) {
      return seeOther(pageOfRefusal(error));
    }
  }

  private async setOut(request: FastifyRequest, reply: FastifyReply, wish: Wish): Promise<string> {
    const { location, browserToken } = await this.rounds.setOut(this.callback(request), wish);
    writeRoundCookie(reply, browserToken, this.options.secureCookie);
    return location;
  }

  private welcome(reply: FastifyReply, { token, purpose, returnTo }: Landing): Answered {
    if (token !== null) writeSessionCookie(reply, token, this.options.secureCookie);
    return seeOther(pageAfter(returnTo, OUTCOMES[purpose]));
  }

  private callback(request: FastifyRequest): string {
    return callbackUrl(this.options.publicUrl, request);
  }
}

const OUTCOMES = { SIGN_IN: null, LINK: 'linked', STEP_UP: 'stepped-up' } as const;

function seeOther(url: string): Answered {
  return { url, statusCode: 303 };
}

/** The sign-in page, or the page that was left, with the code of what was refused; a bug stays a bug. */
function pageOfRefusal(error: unknown): string {
  const refusal = error instanceof RoundFailed ? error.refusal : error;
  if (!(refusal instanceof DomainError)) throw error;
  const { subject } = refusal.details;
  return pageAfter(error instanceof RoundFailed ? error.returnTo : '/', refusal.code, typeof subject === 'string' ? subject : undefined);
}
