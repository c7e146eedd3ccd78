import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '#libs/errors';

const ENTITY_TAGS = /^\s*(W\/)?"[\x21\x23-\x7e]*"(\s*,\s*(W\/)?"[\x21\x23-\x7e]*")*\s*$/;

/** The tags that the client has seen, without quotes; null where any state will do. A proxy that compresses makes tags weak. */
const readTags = createParamDecorator((_: unknown, context: ExecutionContext): readonly string[] | null => {
  const header = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>().headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  if (ENTITY_TAGS.test(header)) return [...header.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
  throw new DomainError('invalid', 'precondition.malformed', {
    ko: 'If-Match 헤더에는 조회 때 받은 ETag를 그대로 넣어 주세요.',
    en: 'Put the ETag of the answer you read into the header If-Match as it is.',
  });
});

/** Parameter decorator: what If-Match demands (RFC 9110 §13.1.1); null where it demands nothing. */
export const IfMatch = (): ParameterDecorator => (target, property, index) => {
  readTags()(target, property, index);
  if (property === undefined) return;
  const descriptor = Object.getOwnPropertyDescriptor(target, property);
  if (descriptor !== undefined) ApiHeader({ name: 'If-Match', required: false, description: 'ETag of what was read; refused when it has changed since' })(target, property, descriptor);
};
