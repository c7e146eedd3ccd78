import { addDays, type Clock } from '#libs/calendar';
import type { CapitalCallService, ClassificationService, DistributionService, InvestmentService } from '#libs/fund';
import { won, ZERO_WON } from '#libs/money';
import type { Cast } from './cast.js';
import type { LivedFund } from './fund-life.js';

export interface OpenOffice {
  readonly cast: Cast;
  readonly clock: Clock;
  readonly calls: CapitalCallService;
  readonly investments: InvestmentService;
  readonly classifications: ClassificationService;
  readonly distributions: DistributionService;
}

/** While the fund of the story may still invest. */
const LAST_DAY = '2028-03-03';

/**
 * What lies on the desks today: a call that was sent back and came again, one that waits for its first look, and a small
 * deal, so that whoever opens the inbox finds something to sign.
 */
export async function leaveWorkOnTheDesks({ cast, clock, calls, investments }: OpenOffice, fundId: string): Promise<void> {
  const today = clock.today();
  if (today > LAST_DAY) return;
  const call = (amountWon: bigint, purpose: string, days: number) => ({ fundId, amountWon: won(amountWon), purpose, noticeOn: today, dueOn: addDays(today, days) });
  const first = await cast.draft('finance', calls.issue, call(1_200_000_000n, '후속 투자재원', 30));
  await cast.sendBack(first, '하반기 집행계획(10억 원)에 맞추어 금액을 조정해 주세요.');
  await cast.draft('finance', calls.issue, call(1_000_000_000n, '후속 투자재원', 35), first);
  await cast.draft('finance', calls.issue, call(150_000_000n, '관리보수·조합비용', 30));
  await cast.draft('manager', investments.record, {
    fundId,
    company: { kind: 'COMPANY', name: '(주)가온센서', businessNumber: '4108110489', corporateNumber: null, incorporatedOn: null },
    deal: {
      kind: 'NEW',
      instrument: 'CB',
      amountWon: won(80_000_000n),
      committeeOn: today,
      paidOn: today,
      shares: null,
      pricePerShareWon: null,
      round: '브리지',
      note: null,
    },
    originId: null,
    recognition: null,
    evidence: [],
  });
}

/** While the fund that lived through everything may still hand out. */
const LAST_PAYOUT = '2032-02-06';

/** A certificate that runs out in a month, and a distribution that nobody has signed; the claim of its last deal waits for two documents. */
export async function leaveFundLifeOnTheDesks({ cast, clock, classifications, distributions }: OpenOffice, { fundId, deals }: LivedFund): Promise<void> {
  const today = clock.today();
  if (today > LAST_PAYOUT) return;
  const certificate = { kind: '벤처기업확인서', issuedOn: addDays(today, -1069), validTo: addDays(today, 26), issuer: '벤처기업확인기관', documentId: null, detail: null };
  await cast.do('manager', classifications.attach, { investmentId: deals.get('enzyme') ?? '', evidence: [certificate] });
  await cast.draft('finance', distributions.pay, { fundId, paidOn: today, amountWon: won(450_000_000n), recallableWon: ZERO_WON, source: '(주)새벽전지 유보금 정산' });
}
