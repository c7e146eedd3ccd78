import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { listRoutes, type Route } from '#libs/access';
import { systemClock } from '#libs/calendar';
import { keyringOf } from '#libs/secret';
import { AppModule } from '../app.module.js';
import { readConfig } from '../config.js';
import { openApiDocument } from '../edge/openapi.js';

/** Nothing is read or written with it. */
const NO_KEYS = JSON.stringify({ current: 'none', keys: { none: Buffer.alloc(32).toString('base64') } });

export interface Contract {
  readonly document: OpenAPIObject;
  readonly routes: readonly Route[];
}

/** What the program offers, read from its modules alone: nothing is instantiated, no database is needed. */
export async function readContract(): Promise<Contract> {
  const nowhere = { owner: '', application: '', auditor: '', sealer: '' };
  const module = AppModule.forRoot(readConfig({}, '.'), nowhere, { keyring: keyringOf(NO_KEYS, 'the contract'), signer: null }, systemClock);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix('api');
  return { document: openApiDocument(app), routes: listRoutes(app) };
}
