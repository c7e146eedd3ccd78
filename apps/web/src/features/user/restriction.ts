import type { TFunction } from 'i18next';
import type { Fault } from '../../design/form/faults.js';
import { parseDateInput } from '../../format/date.js';
import type { Restriction } from './user.requests.js';

/** As it is typed: a date, and networks one a line. */
export interface TypedRestriction {
  readonly validThrough: string;
  readonly networks: string;
}

const NETWORK = /^[0-9a-fA-F.:]+(\/\d{1,3})?$/;

/** Networks one a line, or with commas or blanks between them. */
export function splitNetworks(typed: string): string[] {
  return typed.split(/[\s,]+/).filter((each) => each !== '');
}

/** Until when and from where an account works; an auditor's has a last day. */
export function readRestriction({ validThrough, networks }: TypedRestriction, auditor: boolean, t: TFunction): { restriction: Restriction; found: Fault[] } {
  const last = parseDateInput(validThrough);
  const blocks = splitNetworks(networks);
  const found: Fault[] = [];
  if (validThrough.trim() !== '' && last === null) found.push({ pointer: '/validThrough', text: t('time.invalid') });
  if (validThrough.trim() === '' && auditor) found.push({ pointer: '/validThrough', text: t('users.auditorNeedsEnd') });
  if (!blocks.every((block) => NETWORK.test(block))) found.push({ pointer: '/networks', text: t('users.networkInvalid') });
  return { restriction: { networks: blocks, ...(last === null ? {} : { validThrough: last }) }, found };
}
