import type { LocalDate } from '#libs/calendar';
import { WAIVABLE_RULES } from '../restriction/restriction.policy.js';
import type { WaiverDto } from './waiver.dto.js';
import type { WaiverRow } from './waiver.query.js';

/** A waiver as it stands on a day. */
export function viewWaiver({ signers, fundId: _fund, companyId: _company, usedBy, ...row }: WaiverRow, on: LocalDate): WaiverDto {
  const name = WAIVABLE_RULES.find(({ rule }) => rule === row.rule)?.name ?? { ko: row.rule, en: row.rule };
  return { ...row, ruleName: { ...name }, state: stateOf(row, on), signers: signers.map((signer) => signer.name), usedBy: [...usedBy] };
}

function stateOf({ validFrom, validTo, endedOn }: Pick<WaiverRow, 'validFrom' | 'validTo' | 'endedOn'>, on: LocalDate): string {
  if (endedOn !== null) return 'REVOKED';
  if (on < validFrom) return 'TO_COME';
  return on > validTo ? 'EXPIRED' : 'IN_FORCE';
}
