import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '#libs/errors';

export const IDEMPOTENCY_HEADER = 'idempotency-key';
/** On an answer that repeats the one given before to the same key. */
export const IDEMPOTENCY_HIT = 'idempotency-hit';

/** The client's name for one intended write, 8 to 100 visible characters. Sending it twice writes once. */
const readKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<{ headers: Record<string, string | string[] | undefined> }>().headers[IDEMPOTENCY_HEADER];
  if (typeof header === 'string' && /^[\x21-\x7e]{8,100}$/.test(header)) return header;
  throw new DomainError('invalid', header === undefined ? 'idempotency.key-missing' : 'idempotency.key-malformed', {
    ko: 'Idempotency-Key 헤더(8~100자, 요청마다 새로운 값)를 함께 보내 주세요. 같은 요청을 다시 보낼 때는 같은 값을 쓰면 한 번만 처리됩니다.',
    en: 'Send an Idempotency-Key header (8 to 100 characters, new for each intent). Repeating a request with the same key writes once.',
  });
});

/** Parameter decorator: the request's idempotency key. Refuses the request without one. */
export const IdempotencyKey = (): ParameterDecorator => (target, property, index) => {
  readKey()(target, property, index);
  if (property === undefined) return;
  const descriptor = Object.getOwnPropertyDescriptor(target, property);
  if (descriptor !== undefined) ApiHeader({ name: 'Idempotency-Key', required: true, description: 'New for each intended write' })(target, property, descriptor);
};
