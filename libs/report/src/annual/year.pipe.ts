import type { PipeTransform } from '@nestjs/common';
import { DomainError } from '#libs/errors';

const YEAR = /^2[01]\d{2}$/;

/** A fiscal year in a path, as four digits. Something that cannot be one names nothing. */
export class YearPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (YEAR.test(value)) return value;
    throw new DomainError('not_found', 'year.malformed', { ko: '주소의 연도가 올바르지 않습니다. 네 자리 연도를 적어 주세요.', en: 'The year in the address is not one. Give four digits.' });
  }
}
