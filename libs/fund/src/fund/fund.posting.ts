import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry, type Line } from '#libs/journal';
import type { Won } from '#libs/money';
import { CAPACITY_GRANTED, COMMITMENT, DEAL_CAPACITY, fundAccount, HEADROOM, HEADROOM_GRANTED, UNCALLED_COMMITMENT } from './fund.charts.js';
import { fromHistory } from './fund.history.js';

/** When an entry of a fund takes effect, since when it counts as known, and whether an import tells it. */
export interface Dating {
  readonly effectiveOn: LocalDate;
  readonly knownAt: Date;
  readonly history: boolean;
}

export const COMMITMENT_SIGNED = definePosting({
  code: 'fund.commitment-signed',
  by: ['fund.form'],
  name: { ko: '출자약정', en: 'Commitment signed' },
  when: { ko: '조합원이 출자를 약정한 때.', en: 'A partner signs a commitment.' },
  charts: [COMMITMENT, UNCALLED_COMMITMENT],
  lines: [{ debit: 'fund.commitment/partner', credit: 'fund.uncalled-commitment/partner', amount: 'commitment' }],
});

export const LIMITS_GRANTED = definePosting({
  code: 'fund.limits-granted',
  by: ['fund.form'],
  name: { ko: '투자한도 설정', en: 'Limits granted' },
  when: { ko: '조합이 결성되어 투자가능액과 비주목적 여력이 정해진 때.', en: 'The fund is formed: what it may invest, and what of that need not qualify, is set.' },
  charts: [DEAL_CAPACITY, CAPACITY_GRANTED, HEADROOM, HEADROOM_GRANTED],
  lines: [
    { debit: 'fund.capacity-granted', credit: 'fund.deal-capacity', amount: 'commitments − fees and expenses of the whole life' },
    { debit: 'fund.headroom-granted', credit: 'fund.headroom', amount: 'the same − what the obligation requires on commitments' },
  ],
});

const COMMITMENT_SIGNED_IN_HISTORY = fromHistory(COMMITMENT_SIGNED);
const LIMITS_GRANTED_IN_HISTORY = fromHistory(LIMITS_GRANTED);
export const FORMATION_POSTINGS = [COMMITMENT_SIGNED, COMMITMENT_SIGNED_IN_HISTORY, LIMITS_GRANTED, LIMITS_GRANTED_IN_HISTORY];

/** A partner's commitment becomes callable. */
export function commitmentSigned(fundId: string, partner: { id: string; name: string; commitmentWon: Won }, dating: Dating): JournalEntry {
  return journalEntry(dating.history ? COMMITMENT_SIGNED_IN_HISTORY : COMMITMENT_SIGNED, {
    ...dating,
    subject: { kind: 'fund-partner', id: partner.id },
    memo: partner.name,
    lines: [
      debit(fundAccount(COMMITMENT, fundId, partner.id), partner.commitmentWon),
      credit(fundAccount(UNCALLED_COMMITMENT, fundId, partner.id), partner.commitmentWon),
    ],
  });
}

/** What may be invested at all, and what of it need not qualify. A headroom below zero comes from history alone. */
export function limitsGranted(fundId: string, limits: { capacityWon: Won; headroomWon: Won; memo: string }, dating: Dating): JournalEntry {
  return journalEntry(dating.history ? LIMITS_GRANTED_IN_HISTORY : LIMITS_GRANTED, {
    ...dating,
    subject: { kind: 'fund', id: fundId },
    memo: limits.memo,
    lines: [
      debit(fundAccount(CAPACITY_GRANTED, fundId), limits.capacityWon),
      credit(fundAccount(DEAL_CAPACITY, fundId), limits.capacityWon),
      ...headroomLines(fundId, limits.headroomWon),
    ],
  });
}

function headroomLines(fundId: string, headroomWon: Won): Line[] {
  const [granted, headroom] = [fundAccount(HEADROOM_GRANTED, fundId), fundAccount(HEADROOM, fundId)];
  return headroomWon < 0n ? [debit(headroom, -headroomWon), credit(granted, -headroomWon)] : [debit(granted, headroomWon), credit(headroom, headroomWon)];
}
