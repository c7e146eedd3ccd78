import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AwaitingApproval } from '#libs/command';
import { IDEMPOTENCY_HIT } from '#libs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './problem.js';

/** The last stop of every error of a request. Refusals are answered; only the unexpected is logged with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (error instanceof AwaitingApproval) return void answerWaiting(http.getResponse<FastifyReply>(), error);
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error(`${request.method} ${request.url.split('?')[0] ?? ''} → ${problem.status} ${problem.code}`, error instanceof Error ? error.stack : String(error));
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) return;
    const retryAfter = problem.details?.['retryAfterSeconds'];
    if (problem.status === 429 && typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}

/** Nothing is wrong: the command is stored and waits for signatures. 202, and where it stands. */
function answerWaiting(reply: FastifyReply, { submitted }: AwaitingApproval): FastifyReply {
  const { requestId, ...rest } = submitted;
  const approval = { id: requestId, ...rest };
  if (submitted.replayed) void reply.header(IDEMPOTENCY_HIT, 'true');
  return reply.status(202).header('location', `/api/approvals/${requestId}`).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify({ approval }));
}
