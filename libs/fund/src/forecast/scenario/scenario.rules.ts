import { invalidField } from '#libs/errors';
import type { Assumptions } from './scenario.model.js';

/** Somebody hands out what there is, deals are sold after they were made, and every holding is named once. Throws at the field. */
export function requireAssumptions({ payoutsOn, deals, exits }: Assumptions): void {
  if (payoutsOn.length === 0) {
    throw invalidField('/assumptions/payouts', 'scenario.no-payout', { ko: '분배일을 하나 이상 정하십시오. 마지막 분배일에 남은 돈을 모두 분배합니다.', en: 'Name at least one day of distribution; on the last one everything is handed out.' });
  }
  const early = deals.findIndex((deal) => deal.exitOn <= deal.on);
  if (early !== -1) {
    throw invalidField(`/assumptions/deals/${early}/exitOn`, 'scenario.exit-before-deal', { ko: '회수일은 투자일보다 뒤여야 합니다.', en: 'The exit comes after the deal.' });
  }
  const twice = exits.findIndex((exit, index) => exits.findIndex((other) => other.number === exit.number) !== index);
  if (twice !== -1) {
    throw invalidField(`/assumptions/exits/${twice}/number`, 'scenario.exit-twice', { ko: '같은 투자의 회수 가정이 두 번 있습니다. 한 줄로 합치십시오.', en: 'This deal has two assumed exits. Keep one.' });
  }
}
