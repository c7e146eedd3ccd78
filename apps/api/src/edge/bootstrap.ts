import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertEveryRouteIsGuarded } from '#libs/access';
import fs from 'node:fs';
import { PERMISSIONS_POLICY, securityHeaders } from './headers.js';
import type { EdgeLimits } from './limits.js';
import { ProblemFilter } from './problem.filter.js';
import { toProblem } from './problem.js';
import { limitRequests } from './rate-limit.js';
import { validationPipe } from './validation.js';

export interface EdgeOptions {
  readonly webFolder: string;
  /** People reach the server by https. */
  readonly secure: boolean;
  readonly limits: EdgeLimits;
}

/** Puts the edge around the application: headers, cookies, uploads, validation, problems, and the web pages. */
export async function configure(app: NestFastifyApplication, options: EdgeOptions): Promise<void> {
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe);
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks([]);
  const server = app.getHttpAdapter().getInstance();
  // Bodies are JSON or uploads: what a form of another site could send is not read at all.
  server.removeContentTypeParser('text/plain');
  // Nobody's figures stay behind in the cache of a shared browser; a route may say otherwise.
  server.addHook('onRequest', (request, reply, done) => {
    if (isApi(request.url)) void reply.header('cache-control', 'no-store');
    void reply.header('permissions-policy', PERMISSIONS_POLICY);
    done();
  });
  await app.register(cookie);
  await app.register(multipart);
  await app.register(helmet, securityHeaders(options.secure));
  await limitRequests(app, options.limits);
  await serveWeb(app, options.webFolder);
  assertEveryRouteIsGuarded(app);
}

const isApi = (url: string): boolean => /^\/api(\/|\?|$)/.test(url);

/** The web pages on the same port; every address that is not a file and not the API is a page of the application. */
async function serveWeb(app: NestFastifyApplication, webFolder: string): Promise<void> {
  if (!fs.existsSync(webFolder)) return;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    setHeaders: (reply, file) => void reply.header('cache-control', /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.getHttpAdapter().getInstance().get('/*', (request, reply) => {
    // A missing file of an earlier build must not be answered with a page: the browser would run HTML as a script.
    if (!isApi(request.url) && !request.url.startsWith('/assets/')) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.status(404).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(toProblem({ statusCode: 404 })));
  });
}
