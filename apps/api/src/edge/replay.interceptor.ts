import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { originOf } from '#libs/access';
import { wasReplayed } from '#libs/command';
import { IDEMPOTENCY_HIT } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** Says of an answer that it is the one given before, to the same key: `Idempotency-Hit: true`. */
@Injectable()
export class ReplayInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      tap(() => {
        if (wasReplayed(originOf(http.getRequest<object>()))) void http.getResponse<FastifyReply>().header(IDEMPOTENCY_HIT, 'true');
      }),
    );
  }
}
