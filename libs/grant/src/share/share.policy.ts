import { localDate, type LocalDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { ShareVersion } from './share.js';

const limit = (governmentPercent: number, cashPercent: number) => ({ governmentAtMost: basisPoints(governmentPercent * 100), cashAtLeast: basisPoints(cashPercent * 100) });

/** The wordings of 국가연구개발혁신법 시행령 제19조, 별표 1, oldest first. Notes to the table let an agreement relax them: that is a policy. */
export const SHARE_VERSIONS: readonly ShareVersion[] = [
  {
    id: 'INNOVATION_DECREE_19',
    effectiveFrom: localDate('2021-01-01'),
    limits: { SME: limit(75, 10), MID_SIZE: limit(70, 10), MID_SIZE_LARGE_SALES: limit(70, 13), LARGE: limit(50, 15), NON_PROFIT: limit(100, 0) },
    clause: '국가연구개발혁신법 시행령 제19조, 별표 1',
  },
];

/** The wording in force on a day; the first one before that. */
export function sharesOn(day: LocalDate, versions: readonly ShareVersion[] = SHARE_VERSIONS): ShareVersion {
  const [first] = versions;
  const version = versions.filter((each) => each.effectiveFrom <= day).at(-1) ?? first;
  if (version === undefined) throw new RangeError('there is no wording of the shares');
  return version;
}
