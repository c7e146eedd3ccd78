import { credit, debit, definePosting, journalEntry, type JournalEntry, type Line, type PostingRule } from '#libs/journal';
import { CALLED_COMMITMENT, CARRY_PAID, CASH, DISTRIBUTED, FUND_CHARTS, fundAccount, UNCALLED_COMMITMENT } from '../fund/fund.charts.js';
import type { Dating } from '../fund/fund.posting.js';
import { DISTRIBUTION_PAID } from '../register/register.posting.js';
import type { PartnerAmount } from '../waterfall/waterfall.js';

export const CARRY_PAID_OUT = definePosting({
  code: 'fund.carry-paid',
  by: ['distribution.pay'],
  name: { ko: '성과보수 지급', en: 'Carry paid' },
  when: { ko: '업무집행조합원에게 성과보수를 지급한 때.', en: 'The general partner is paid its carry.' },
  charts: [CARRY_PAID, CASH],
  lines: [{ debit: 'fund.carry-paid/partner', credit: 'fund.cash', amount: 'carry' }],
});

export const COMMITMENT_RESTORED = definePosting({
  code: 'fund.commitment-restored',
  by: ['distribution.pay'],
  name: { ko: '재출자 가능 분배(미요청 약정 복원)', en: 'Commitment restored' },
  when: { ko: '재출자를 조건으로 분배하여 그만큼 다시 출자를 요청할 수 있게 된 때.', en: 'A distribution may be called again: so much of the commitment is not called any more.' },
  charts: [CALLED_COMMITMENT, UNCALLED_COMMITMENT],
  lines: [{ debit: 'fund.called-commitment/partner', credit: 'fund.uncalled-commitment/partner', amount: 'what may be called again' }],
});

export const DISTRIBUTION_REVERSED = definePosting({
  code: 'fund.distribution-reversed',
  by: ['distribution.reverse'],
  name: { ko: '분배 기록 취소', en: 'Distribution reversed' },
  when: { ko: '잘못 기록된 분배를 역분개로 취소한 때.', en: 'A distribution that should never have been recorded is undone by mirrored entries.' },
  charts: FUND_CHARTS,
  lines: [{ debit: 'the lines of what is undone, on their other sides', credit: '', amount: 'the same' }],
});

export const CARRY_CLAWED_BACK = definePosting({
  code: 'fund.carry-clawed-back',
  by: ['carry.claw-back'],
  name: { ko: '성과보수 환수', en: 'Carry clawed back' },
  when: { ko: '업무집행조합원이 더 받은 성과보수를 돌려주어 조합원에게 다시 분배한 때.', en: 'The general partner pays carry back, and it goes on to the partners.' },
  charts: [CASH, CARRY_PAID, DISTRIBUTED],
  lines: [
    { debit: 'fund.cash', credit: 'fund.carry-paid/partner', amount: 'carry that came back' },
    { debit: 'fund.distributed/partner', credit: 'fund.cash', amount: "the partner's part of it" },
  ],
});

export const DISTRIBUTION_POSTINGS = [CARRY_PAID_OUT, COMMITMENT_RESTORED, DISTRIBUTION_REVERSED, CARRY_CLAWED_BACK];

/** A distribution to be posted; parts of zero leave no line. */
export interface PostedRun {
  readonly id: string;
  readonly number: number;
  readonly byPartner: readonly PartnerAmount[];
  readonly carryByPartner: readonly PartnerAmount[];
}

const aboutRun = ({ id, number }: Pick<PostedRun, 'id' | 'number'>, what: string) => ({ subject: { kind: 'distribution', id }, memo: `제${number}차 ${what}` });

/** One entry for the partners, one for the carry and one for what may be called again, each where there is any. */
export function distributionRunPaid(fundId: string, run: PostedRun & { readonly recallable: readonly PartnerAmount[] }, dating: Dating): JournalEntry[] {
  const cash = fundAccount(CASH, fundId);
  const entry = (posting: PostingRule, what: string, parts: readonly PartnerAmount[], lines: (part: PartnerAmount) => Line[]): JournalEntry[] =>
    parts.some((part) => part.amountWon > 0n) ? [journalEntry(posting, { ...dating, ...aboutRun(run, what), lines: parts.flatMap(lines) })] : [];
  return [
    ...entry(DISTRIBUTION_PAID, '분배', run.byPartner, (part) => [debit(fundAccount(DISTRIBUTED, fundId, part.partnerId), part.amountWon), credit(cash, part.amountWon)]),
    ...entry(CARRY_PAID_OUT, '성과보수', run.carryByPartner, (part) => [debit(fundAccount(CARRY_PAID, fundId, part.partnerId), part.amountWon), credit(cash, part.amountWon)]),
    ...entry(COMMITMENT_RESTORED, '분배(재출자 가능분)', run.recallable, (part) => [
      debit(fundAccount(CALLED_COMMITMENT, fundId, part.partnerId), part.amountWon),
      credit(fundAccount(UNCALLED_COMMITMENT, fundId, part.partnerId), part.amountWon),
    ]),
  ];
}

/** Carry that came back and went on: amounts positive on both sides. */
export function carryClawedBack(fundId: string, run: PostedRun, dating: Dating): JournalEntry {
  const cash = fundAccount(CASH, fundId);
  return journalEntry(CARRY_CLAWED_BACK, {
    ...dating,
    ...aboutRun(run, '성과보수 환수분 분배'),
    lines: [
      ...run.carryByPartner.flatMap((part) => [debit(cash, part.amountWon), credit(fundAccount(CARRY_PAID, fundId, part.partnerId), part.amountWon)]),
      ...run.byPartner.flatMap((part) => [debit(fundAccount(DISTRIBUTED, fundId, part.partnerId), part.amountWon), credit(cash, part.amountWon)]),
    ],
  });
}
