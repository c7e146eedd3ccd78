import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import type { SeenAddress } from '../passkey/relying-party.js';
import type { Permission } from '../permission/permissions.js';
import type { Admission } from '../session/admission.js';
import { markStepUp, setAccessRule, type AccessRule } from './access-rule.js';
import { admissionOf, originOf } from './admissions.js';

/** Anybody may call this route, signed in or not. */
export const Public = (): ClassDecorator & MethodDecorator => withRule({ kind: 'public' });

/** Whoever is signed in and holds `permission` may call this route; every other route of the program is closed. */
export const Allow = (permission: Permission): ClassDecorator & MethodDecorator => withRule({ kind: 'allow', permission });

/**
 * Beside `@Allow`: this route asks whoever is signed in to have proved who they are within the window of STEP_UP_POLICY,
 * and answers 403 `step-up.required` with the ways to do so otherwise.
 */
export const StepUp = (): MethodDecorator => {
  return (target: object, property: string | symbol, descriptor: PropertyDescriptor): void => {
    markStepUp(descriptor.value as object);
    ApiExtension('x-step-up', true)(target, property, descriptor);
  };
};

function withRule(rule: AccessRule): ClassDecorator & MethodDecorator {
  return (target: object, property?: string | symbol, descriptor?: PropertyDescriptor): void => {
    const place = property === undefined ? (target as { name?: string }).name : `${target.constructor.name}.${String(property)}`;
    setAccessRule((descriptor?.value as object | undefined) ?? target, rule, place ?? 'a class');
    if (rule.kind === 'public') return;
    if (property === undefined || descriptor === undefined) ApiCookieAuth()(target as new () => object);
    else ApiCookieAuth()(target, property, descriptor);
  };
}

function requestOf(context: ExecutionContext): object {
  return context.switchToHttp().getRequest<object>();
}

/** Who is signed in; only on routes with `@Allow`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => admissionOf(requestOf(context)).actor);

/** From where the request came, for the command log and the access log. */
export const RequestOrigin = createParamDecorator((_: unknown, context: ExecutionContext): Origin => originOf(requestOf(context)));

/** Who is signed in, with the session itself; only on routes with `@Allow`. */
export const CurrentAdmission = createParamDecorator((_: unknown, context: ExecutionContext): Admission => admissionOf(requestOf(context)));

/** Under which address the request reached this server: what passkeys are bound to where no public address is configured. */
export const RequestAddress = createParamDecorator((_: unknown, context: ExecutionContext): SeenAddress => {
  const { protocol, headers } = context.switchToHttp().getRequest<{ protocol: string; headers: { host?: string } }>();
  return { protocol, host: headers.host ?? '' };
});
