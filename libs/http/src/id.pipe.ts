import type { PipeTransform } from '@nestjs/common';
import { DomainError } from '#libs/errors';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An identifier in a path. Something that cannot be one names nothing. */
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (UUID.test(value)) return value.toLowerCase();
    throw new DomainError('not_found', 'id.malformed', { ko: '주소의 식별자가 올바르지 않습니다.', en: 'The identifier in the address is not one.' });
  }
}
