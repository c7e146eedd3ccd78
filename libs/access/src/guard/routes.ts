import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { invariant } from '#libs/errors';
import { accessRuleOf, asksForStepUp, type AccessRule } from './access-rule.js';

export interface Route {
  /** 'GET', 'POST', …, or 'ALL'. */
  readonly method: string;
  /** As declared, with a leading slash and without the application's global prefix: '/funds/:id'. */
  readonly path: string;
  /** 'FundController.form'. */
  readonly handler: string;
  /** Null where neither @Public nor @Allow stands: such a route answers nobody. */
  readonly access: AccessRule | null;
  /** True where a fresh proof of who is there is asked for. */
  readonly stepUp: boolean;
}

type Controller = new (...dependencies: never[]) => object;

/** Every route of every controller, sorted by path and method. */
export function listRoutes(app: INestApplicationContext): readonly Route[] {
  const controllers = new Set<Controller>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const wrapper of module.controllers.values()) {
      if (typeof wrapper.metatype === 'function') controllers.add(wrapper.metatype as Controller);
    }
  }
  return [...controllers].flatMap(routesOf).sort((one, other) => (routeKey(one) < routeKey(other) ? -1 : 1));
}

/** To be called at start. Throws an `InvariantError` that names every route without a rule. */
export function assertEveryRouteIsGuarded(app: INestApplicationContext): void {
  const routes = listRoutes(app);
  const naked = routes.filter((route) => route.access === null).map((route) => `${routeKey(route)} (${route.handler})`);
  invariant(routes.length > 0, 'there are no routes at all: ask after the modules are loaded');
  invariant(naked.length === 0, `routes without @Public or @Allow: ${naked.join(', ')}`);
}

function routeKey(route: Route): string {
  return `${route.path} ${route.method}`;
}

function routesOf(controller: Controller): Route[] {
  return methodNames(controller.prototype as object).flatMap((name) => {
    const handler = (controller.prototype as Record<string, object>)[name];
    const method = handler === undefined ? undefined : (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (handler === undefined || method === undefined) return [];
    const [access, stepUp] = [accessRuleOf(handler, controller), asksForStepUp(handler)];
    const paths = pathsOf(controller).flatMap((base) => pathsOf(handler).map((rest) => joined(base, rest)));
    return paths.map((path) => ({ method: RequestMethod[method], path, handler: `${controller.name}.${name}`, access, stepUp }));
  });
}

/** Methods of the class and of those it extends; accessors are not called. */
function methodNames(prototype: object): string[] {
  const names = new Set<string>();
  for (let level = prototype; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (name !== 'constructor' && typeof property.value === 'function') names.add(name);
    }
  }
  return [...names];
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(path) ? path : [path ?? ''];
}

function joined(base: string, rest: string): string {
  return `/${[base, rest].flatMap((path) => path.split('/')).filter((part) => part !== '').join('/')}`;
}
