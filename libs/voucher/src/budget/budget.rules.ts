import type { Verdict } from '#libs/command';
import { formatWon, won } from '#libs/money';

/** What a decision changes; negative where it cuts. */
export interface BudgetChangeAmounts {
  readonly amountWon: bigint;
  readonly vouchers: number;
  readonly companies: number;
}

export interface LimitsLeft {
  readonly budgetLeftWon: bigint;
  readonly vouchersLeft: number;
  readonly companiesLeft: number;
}

/** What is promised stays within the budget (지출원인행위의 준칙). */
const WITHIN_THE_BUDGET = '국고금 관리법 제20조';

/** What has been issued cannot be cut away: of money, vouchers and companies, each limit by itself. */
export function cutStaysWithinWhatIsLeft(change: BudgetChangeAmounts, left: LimitsLeft): Verdict[] {
  const limits = [
    { rule: 'cut-stays-within-budget-left', ko: '발급 가능 예산', topic: '발급 가능 예산은', en: 'budget not yet issued', unit: { ko: '원', object: '을', en: ' won' }, cut: -change.amountWon, left: left.budgetLeftWon },
    { rule: 'cut-stays-within-vouchers-left', ko: '발급 가능 건수', topic: '발급 가능 건수는', en: 'vouchers not yet issued', unit: { ko: '건', object: '을', en: '' }, cut: BigInt(-change.vouchers), left: BigInt(left.vouchersLeft) },
    { rule: 'cut-stays-within-companies-left', ko: '수혜 가능 기업 수', topic: '수혜 가능 기업 수는', en: 'companies not yet served', unit: { ko: '개', object: '를', en: '' }, cut: BigInt(-change.companies), left: BigInt(left.companiesLeft) },
  ];
  return limits
    .filter(({ cut }) => cut > 0n)
    .map(({ rule, ko, topic, en, unit, cut, left: room }) => {
      const [cutText, roomText] = [formatWon(won(cut)), formatWon(won(room))];
      const holds = cut <= room;
      return {
        rule,
        clause: WITHIN_THE_BUDGET,
        result: holds ? 'PASS' : 'BLOCK',
        text: holds
          ? { ko: `${ko} ${roomText}${unit.ko} 이내에서 줄입니다.`, en: `Within the ${en}: ${roomText}${unit.en}.` }
          : {
              ko: `${topic} ${roomText}${unit.ko}이므로 ${cutText}${unit.ko}${unit.object} 줄일 수 없습니다. ${roomText}${unit.ko}까지만 줄이거나, 먼저 바우처를 회수해 주세요.`,
              en: `Only ${roomText}${unit.en} are left of the ${en}, so ${cutText}${unit.en} cannot be cut. Cut no more than that, or revoke vouchers first.`,
            },
        inputs: { cut: cut.toString(), left: room.toString() },
      };
    });
}
