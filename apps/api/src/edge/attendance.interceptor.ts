import { Injectable, Logger, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { attend, ATTENDED, TOLD_FILE } from '#libs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, of, throwError, type Observable } from 'rxjs';
import { ToldFile } from './told-file.stream.js';

/**
 * Lets an attended route know who waits for its answer: that they left, as soon as the connection is gone, and, where the client
 * asked for it, how far the work is. Whatever goes wrong for somebody who has left is told to nobody.
 */
@Injectable()
export class AttendanceInterceptor implements NestInterceptor {
  private readonly logger = new Logger(AttendanceInterceptor.name);

  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get<true | undefined>(ATTENDED, context.getHandler()) !== true) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { signal } = departureOf(reply);
    if (request.headers.accept?.includes(TOLD_FILE) !== true) {
      attend(request, { signal, tell: () => undefined });
      return next.handle().pipe(catchError((error: unknown) => (signal.aborted ? of(undefined) : throwError(() => error))));
    }
    const told = new ToldFile(signal, this.logger);
    attend(request, { signal, tell: (progress) => told.tell(progress) });
    void told.carry(next.handle());
    // Proxies that gather an answer before they pass it on would gather the news too.
    void reply.header('x-accel-buffering', 'no');
    return of(new StreamableFile(told.frames, { type: TOLD_FILE }));
  }
}

/** Aborted when the connection is closed before all of the answer has gone out. */
function departureOf(reply: FastifyReply): AbortController {
  const departure = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) departure.abort();
  });
  return departure;
}
