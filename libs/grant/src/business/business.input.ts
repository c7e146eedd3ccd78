import { DomainError } from '#libs/errors';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import type { PartyDraft, PartyKind } from '#libs/party';
import type { BusinessInput } from './business.dto.js';

/** A business as it is typed; refuses a wrong number at its field, which lies under `pointer`. */
export function toBusiness({ name, businessNumber }: BusinessInput, kind: PartyKind, pointer: string): PartyDraft {
  const parsed = parseBusinessNumber(businessNumber);
  if (parsed.ok) return { kind, name: cleanText(name), businessNumber: parsed.value, corporateNumber: null, incorporatedOn: null };
  const { code, text, fix } = parsed;
  throw new DomainError('invalid', code, text, { faults: [{ pointer: `${pointer}/businessNumber`, code, text, ...(fix === undefined ? {} : { fix }) }] });
}
