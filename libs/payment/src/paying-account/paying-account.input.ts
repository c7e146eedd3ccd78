import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import type { DesignatePayingAccountDto } from './paying-account.dto.js';
import type { DesignatePayingAccount } from './paying-account.service.js';

/** Throws `paying-account.post-code-malformed`: a bank reads the address by machine. */
export function toDesignation(body: DesignatePayingAccountDto): DesignatePayingAccount {
  if (!/^\d{5}$/.test(body.postCode)) throw invalidField('/postCode', 'paying-account.post-code-malformed', { ko: '우편번호는 숫자 5자리입니다.', en: 'A post code is five digits.' });
  return { ...body, effectiveFrom: localDate(body.effectiveFrom) };
}
