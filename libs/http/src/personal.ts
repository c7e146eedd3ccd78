import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** How the contract says that a property of an answer is personal data. */
export const PERSONAL_DATA = 'x-personal-data';

/**
 * Marks a property of an answer as personal data (개인정보), beside the decorator that describes it. Every route whose
 * answer has such a property writes to the access log; a spec reads the marks out of the contract and tries them all.
 */
export function Personal(): PropertyDecorator {
  return ApiProperty({ [PERSONAL_DATA]: true } as ApiPropertyOptions);
}
