import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Origin } from '#libs/command';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { Allow, CurrentAdmission, Public, RequestOrigin } from '../guard/decorators.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import type { Admission } from './admission.js';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session.cookie.js';
import { SessionDto, SignInDto } from './session.dto.js';
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
  @ApiOperation({ operationId: 'startSession', summary: 'Sign in; the answer sets the session cookie and carries the csrf token' })
  @ApiCreatedResponse({ type: SessionDto })
  async start(
    @Body() body: SignInDto,
    @RequestOrigin() origin: Origin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { token, admission } = await this.signIns.signIn(body, origin, readSessionCookie(request));
    writeSessionCookie(reply, token, this.options.secureCookie);
    return SessionDto.of(admission);
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
}
