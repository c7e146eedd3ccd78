import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Origin } from '#libs/command';
import { invariant } from '#libs/errors';
import type { FastifyRequest } from 'fastify';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { TokenBearerService } from '../api-token/token-bearer.service.js';
import { AccessLog } from '../log/access-log.js';
import type { Permission } from '../permission/permissions.js';
import { scopesUnder } from '../permission/scope.js';
import { csrfMissing, csrfWrong, foreignOrigin, permissionMissing } from '../problems.js';
import type { Admission } from '../session/admission.js';
import { readSessionCookie } from '../session/session.cookie.js';
import { SessionService } from '../session/session.service.js';
import { sameSecret } from '../session/token.js';
import { StepUpService } from '../step-up/step-up.service.js';
import { ThrottleService } from '../throttle/throttle.service.js';
import { plainAddress } from '../user/network.js';
import { accessRuleOf, asksForStepUp } from './access-rule.js';
import { rememberVisit } from './admissions.js';
import { comesFromElsewhere } from './same-origin.js';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const LONGEST_KEPT_TEXT = 500;

/** Stands before every route: same site, session with csrf token or token of a program, permission, step up, in this order. A route without a rule is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionService,
    private readonly log: AccessLog,
    private readonly stepUps: StepUpService,
    private readonly bearers: TokenBearerService,
    private readonly throttle: ThrottleService,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = accessRuleOf(context.getHandler(), context.getClass());
    invariant(rule !== null, `${context.getClass().name}.${context.getHandler().name} carries neither @Public nor @Allow`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const writes = !SAFE_METHODS.has(request.method);
    if (writes && comesFromElsewhere(request.headers, this.options.allowedOrigins ?? [])) throw foreignOrigin();
    const origin = originOfRequest(request);
    if (rule.kind === 'public') {
      // Whoever writes without being known wants to become known: signing in, in all its ways.
      if (writes) await this.throttle.requireRoom(origin);
      rememberVisit(request, { origin, admission: null });
      return true;
    }
    const isProgram = request.headers.authorization !== undefined;
    const admission = isProgram ? await this.bearers.admit(request, origin) : await this.sessions.admit(readSessionCookie(request), origin);
    // No page of another site can make a browser send that header; a cookie it could.
    if (writes && !isProgram) requireCsrfToken(request, admission.csrfToken);
    await this.requirePermission(request, admission, rule.permission);
    if (asksForStepUp(context.getHandler())) await this.stepUps.require(admission);
    rememberVisit(request, { origin: { ...admission.origin, stepUp: admission.stepUp ?? undefined }, admission: within(admission, rule.permission) });
    return true;
  }

  /** A refused attempt is on record; and of an auditor, who is a guest, every step is. */
  private async requirePermission(request: FastifyRequest, admission: Admission, permission: Permission): Promise<void> {
    const { actor, origin } = admission;
    const allowed = actor.permissions.has(permission);
    if (!allowed || (actor.readOnly && permission !== 'session.read')) {
      const subjectLabel = `${request.method} ${request.url}`.slice(0, LONGEST_KEPT_TEXT);
      const action = allowed ? permission : 'permission.refused';
      await this.log.record({ actor, origin, action, subjectKind: 'route', subjectId: permission, subjectLabel });
    }
    if (!allowed) throw permissionMissing(permission);
  }
}

/** Whoever acts under a permission acts where it holds, and nowhere else: what a second role opens elsewhere stays out of it. */
function within(admission: Admission, permission: Permission): Admission {
  return { ...admission, actor: { ...admission.actor, scopes: scopesUnder(permission, admission.held) } };
}

function requireCsrfToken(request: FastifyRequest, expected: string): void {
  const sent = request.headers['x-csrf-token'];
  if (sent === undefined || sent === '') throw csrfMissing();
  if (typeof sent !== 'string' || !sameSecret(sent, expected)) throw csrfWrong();
}

function originOfRequest(request: FastifyRequest): Origin {
  const userAgent = request.headers['user-agent']?.slice(0, LONGEST_KEPT_TEXT) ?? null;
  const origin = { address: plainAddress(request.ip), userAgent, sessionId: null };
  return { ...origin, supersedes: idIn(request.headers['approval-supersedes']), breakGlassId: idIn(request.headers['break-glass']) };
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a header names, if it is an id; anything else names nothing that exists. */
function idIn(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && ID.test(header) ? header : undefined;
}
