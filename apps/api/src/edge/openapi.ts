import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { IDEMPOTENCY_HEADER } from '#libs/http';
import { WaitingDto } from './waiting.dto.js';

/** The contract as the code states it; the web client is generated from it. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Baton')
    .setDescription('Back-office for money that carries Korean public research into companies. Errors are application/problem+json.')
    .setVersion('1')
    .addCookieAuth('baton_session')
    .build();
  const document = SwaggerModule.createDocument(app, builder, { extraModels: [WaitingDto] });
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.post, path.put, path.patch, path.delete]) if (operation !== undefined) mayWait(operation);
  }
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** Whatever is written once for a key is a command, and policy may want signatures for it. */
function mayWait(operation: Operation): void {
  const isCommand = operation.parameters?.some((parameter) => 'name' in parameter && parameter.name.toLowerCase() === IDEMPOTENCY_HEADER) === true;
  if (!isCommand) return;
  const schema = { $ref: getSchemaPath(WaitingDto) };
  operation.responses['202'] = { description: 'Stored; it runs when the last of those has signed whom policy asks', content: { 'application/json': { schema } } };
}

/** Serves the contract to anybody at /api/openapi.json. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const text = JSON.stringify(openApiDocument(app));
  app.getHttpAdapter().getInstance().get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(text));
}
