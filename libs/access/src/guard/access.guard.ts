import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Origin } from '#libs/command';
import { invariant } from '#libs/errors';
import type { FastifyRequest } from 'fastify';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { AccessLog } from '../log/access-log.js';
import type { Permission } from '../permission/permissions.js';
import { csrfMissing, csrfWrong, foreignOrigin, permissionMissing } from '../problems.js';
import type { Admission } from '../session/admission.js';
import { readSessionCookie } from '../session/session.cookie.js';
import { SessionService } from '../session/session.service.js';
import { sameSecret } from '../session/token.js';
import { plainAddress } from '../user/network.js';
import { accessRuleOf } from './access-rule.js';
import { rememberVisit } from './admissions.js';
import { comesFromElsewhere } from './same-origin.js';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const LONGEST_KEPT_TEXT = 500;

/** Stands before every route: same site, session, csrf token, permission, in this order. A route without a rule is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionService,
    private readonly log: AccessLog,
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
      rememberVisit(request, { origin, admission: null });
      return true;
    }
    const admission = await this.sessions.admit(readSessionCookie(request), origin);
    if (writes) requireCsrfToken(request, admission.csrfToken);
    await this.requirePermission(request, admission, rule.permission);
    rememberVisit(request, { origin: admission.origin, admission });
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

function requireCsrfToken(request: FastifyRequest, expected: string): void {
  const sent = request.headers['x-csrf-token'];
  if (sent === undefined || sent === '') throw csrfMissing();
  if (typeof sent !== 'string' || !sameSecret(sent, expected)) throw csrfWrong();
}

function originOfRequest(request: FastifyRequest): Origin {
  const userAgent = request.headers['user-agent']?.slice(0, LONGEST_KEPT_TEXT) ?? null;
  return { address: plainAddress(request.ip), userAgent, sessionId: null };
}
