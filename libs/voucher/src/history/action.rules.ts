import { localDate, type LocalDate } from '#libs/calendar';
import { DomainError, type Bilingual } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { requireStillValid } from '../change/change.rules.js';
import { stepOf } from '#libs/life';
import { VOUCHER_LIFE, type VoucherEvent } from '../voucher/voucher.js';
import { afterDeed, type VoucherDeed, type VoucherLedger } from '../voucher/voucher.rules.js';

/** What an officer may do to a voucher as such; services are acted on by themselves. */
export const ACTIONS = ['extend', 'topUp', 'split', 'suspend', 'resume', 'expire', 'withdraw', 'cancel', 'clawBack'] as const satisfies readonly VoucherEvent[];
export type Action = (typeof ACTIONS)[number];

export interface Offered {
  readonly action: Action;
  readonly name: Bilingual;
  readonly allowed: boolean;
  /** Why not, and what would cure it. */
  readonly reason: Bilingual | null;
}

const CLAIMED_ALREADY: Bilingual = { ko: '지급된 금액을 모두 환수 결정했습니다.', en: 'All that was paid has been claimed back already.' };

/** Every action with whether it is possible now, tried on the same rules that will judge it. `claimableWon`: paid and not claimed back yet. */
export function offeredActions(voucher: VoucherLedger, claimableWon: Won, on: LocalDate): Offered[] {
  return ACTIONS.map((action) => {
    const reason = obstacle(voucher, action, on) ?? (action === 'clawBack' && claimableWon <= 0n ? CLAIMED_ALREADY : null);
    return { action, name: VOUCHER_LIFE.events[action], allowed: reason === null, reason };
  });
}

/** What only a voucher can have that is still good. */
const NEED_TIME: readonly Action[] = ['extend', 'topUp', 'split'];

function obstacle(voucher: VoucherLedger, action: Action, on: LocalDate): Bilingual | null {
  const step = stepOf(VOUCHER_LIFE, voucher.state, action);
  if (!step.allowed) return step.reason;
  try {
    if (voucher.validity !== null && NEED_TIME.includes(action)) requireStillValid(voucher.validity.to, on);
    afterDeed(voucher, smallest(action, on));
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.text;
    throw error;
  }
}

const LAST_DAY = localDate('2200-12-31');

/** The least deed of that name: where not even that is possible, nothing is. */
function smallest(action: Action, on: LocalDate): VoucherDeed {
  switch (action) {
    case 'extend':
      return { event: 'extend', to: LAST_DAY, latestOn: LAST_DAY };
    case 'topUp':
    case 'split':
      return { event: action, amountWon: won(1n) };
    case 'expire':
      return { event: 'expire', on };
    default:
      return { event: action };
  }
}
