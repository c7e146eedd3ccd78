import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract as the code states it; the web client is generated from it. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Baton')
    .setDescription('Back-office for money that carries Korean public research into companies. Errors are application/problem+json.')
    .setVersion('1')
    .addCookieAuth('baton_session')
    .build();
  return SwaggerModule.createDocument(app, builder);
}

/** Serves the contract to anybody at /api/openapi.json. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const text = JSON.stringify(openApiDocument(app));
  app.getHttpAdapter().getInstance().get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(text));
}
