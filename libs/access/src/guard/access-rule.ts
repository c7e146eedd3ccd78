import 'reflect-metadata';
import { invariant } from '#libs/errors';
import type { Permission } from '../permission/permissions.js';

/** Who may call a route: everybody, or whoever is signed in and holds a permission. */
export type AccessRule = { readonly kind: 'public' } | { readonly kind: 'allow'; readonly permission: Permission };

const RULE = Symbol('access rule');
const STEP_UP = Symbol('step up');

/** Puts a rule on a class or a method, which can carry only one. */
export function setAccessRule(target: object, rule: AccessRule, place: string): void {
  invariant(!Reflect.hasOwnMetadata(RULE, target), `${place} carries more than one of @Public and @Allow`);
  Reflect.defineMetadata(RULE, rule, target);
}

/** The rule of a method, or else of its class; null where there is none. */
export function accessRuleOf(handler: object, controller: object): AccessRule | null {
  const rule: unknown = Reflect.getOwnMetadata(RULE, handler) ?? Reflect.getMetadata(RULE, controller);
  return (rule as AccessRule | undefined) ?? null;
}

/** Marks a method as one that asks for a fresh proof of who is there. */
export function markStepUp(handler: object): void {
  Reflect.defineMetadata(STEP_UP, true, handler);
}

export function asksForStepUp(handler: object): boolean {
  return Reflect.getOwnMetadata(STEP_UP, handler) === true;
}
