import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { Allow, CurrentAdmission, Public } from '../guard/decorators.js';
import { readProof } from '../proof/proof.input.js';
import { readAssertion } from '../passkey/passkey.js';
import { arrivalOf } from '../sign-in/arrival.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import type { Admission, StartedSession } from './admission.js';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session.cookie.js';
import { CompleteSignInDto, PasskeySignInDto, SecondStepDto, SessionDto, SignInDto } from './session.dto.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'startSession', summary: 'Sign in; the answer sets the session cookie and carries the csrf token, or says which second step follows' })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiOkResponse({ type: SecondStepDto, description: 'The password was right; the sign-in is to be completed with a second factor' })
  async start(@Body() body: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto | SecondStepDto> {
    const outcome = await this.signIns.signIn(body, arrivalOf(request));
    if ('admission' in outcome) return this.opened(outcome, reply);
    void reply.status(200);
    return { token: outcome.token, methods: [...outcome.methods], expiresAt: outcome.expiresAt.toISOString() };
  }

  @Post('complete')
  @Public()
  @ApiOperation({ operationId: 'completeSession', summary: 'Take the second step of a sign-in' })
  @ApiCreatedResponse({ type: SessionDto })
  async complete(@Body() body: CompleteSignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    return this.opened(await this.signIns.complete(body.token, readProof(body), arrivalOf(request)), reply);
  }

  @Post('passkey')
  @Public()
  @ApiOperation({ operationId: 'startPasskeySession', summary: 'Sign in with a passkey alone' })
  @ApiCreatedResponse({ type: SessionDto })
  async startByPasskey(@Body() body: PasskeySignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    const response = readAssertion(body.response, '/response');
    return this.opened(await this.signIns.signInByPasskey(body.challengeId, response, arrivalOf(request)), reply);
  }

  @Get()
  @Allow('session.read')
  @ApiOperation({ operationId: 'readSession', summary: 'Who is signed in, what they may do, and the csrf token' })
  @ApiOkResponse({ type: SessionDto })
  read(@CurrentAdmission() admission: Admission): SessionDto {
    return SessionDto.of(admission);
  }

  @Delete()
  @HttpCode(204)
  @Allow('session.read')
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out' })
  @ApiNoContentResponse()
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(readSessionCookie(request));
    clearSessionCookie(reply, this.options.secureCookie);
  }

  private opened({ token, admission }: StartedSession, reply: FastifyReply): SessionDto {
    writeSessionCookie(reply, token, this.options.secureCookie);
    return SessionDto.of(admission);
  }
}
