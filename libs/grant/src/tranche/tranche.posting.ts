import type { LocalDate } from '#libs/calendar';
import { yearOf } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { PAYING_COMMANDS, RETURNING_COMMANDS, credit, debit, definePosting, journalEntry, mirrored, type JournalEntry, type Line, type PostingRule } from '#libs/journal';
import type { Won } from '#libs/money';
import type { Payable } from '#libs/payment';
import { APPROPRIATION, APPROPRIATION_CARRIED, COMMITTED, grantAccount, PAYABLE, PROJECT_CASH, PROJECT_GOVERNMENT } from '../call/call.charts.js';

const REGISTERS = ['grant-register.import', 'matching-register.import'];
const DECIDED = [COMMITTED, PAYABLE];
const PAID = [PAYABLE, APPROPRIATION, APPROPRIATION_CARRIED, PROJECT_CASH, PROJECT_GOVERNMENT];

export const TRANCHE_DECIDED = definePosting({
  code: 'grant.tranche-decided',
  by: ['grant-tranche.decide', 'matching-release.decide', ...REGISTERS],
  name: { ko: '지급결정', en: 'Tranche decided' },
  when: { ko: '협약금액 가운데 한 회차를 지급하기로 결정한 때.', en: 'It is decided to pay a tranche of what was agreed.' },
  charts: DECIDED,
  lines: [{ debit: 'grant.committed', credit: 'grant.payable', amount: 'the tranche' }],
});
export const TRANCHE_VOIDED = definePosting({
  code: 'grant.tranche-voided',
  by: ['grant-tranche.void', 'matching-release.void'],
  name: { ko: '지급결정 취소', en: 'Tranche voided' },
  when: { ko: '아직 지급하지 않은 결정을 취소한 때. 결정의 분개를 그대로 되돌린다.', en: 'A decision that was not paid yet is undone by the mirrored entry.' },
  charts: DECIDED,
  lines: [{ debit: 'grant.payable', credit: 'grant.committed', amount: 'the tranche' }],
});
export const TRANCHE_PAID = definePosting({
  code: 'grant.tranche-paid',
  by: [...PAYING_COMMANDS, ...REGISTERS],
  name: { ko: '지원금 지급', en: 'Tranche paid' },
  when: { ko: '결정한 회차를 은행이 이체한 때. 회계연도가 지난 뒤에는 이월예산에서 나간다.', en: 'The bank transferred a decided tranche; after the end of its year out of money carried over.' },
  charts: PAID,
  lines: [
    { debit: 'grant.payable', credit: 'grant.appropriation or grant.appropriation-carried', amount: 'the tranche' },
    { debit: 'grant.project-cash', credit: 'grant.project-government', amount: 'the same, in the books of the project' },
  ],
});
export const TRANCHE_RETURNED = definePosting({
  code: 'grant.tranche-returned',
  by: [...RETURNING_COMMANDS],
  name: { ko: '지원금 이체 반송', en: 'Payment of a tranche returned' },
  when: { ko: '지급한 회차를 은행이 돌려보낸 때. 결정은 그대로이고 다시 지급한다.', en: 'The bank sent a paid tranche back. The decision stands, and it is paid again.' },
  charts: PAID,
  lines: [
    { debit: 'grant.appropriation or grant.appropriation-carried', credit: 'grant.payable', amount: 'the tranche' },
    { debit: 'grant.project-government', credit: 'grant.project-cash', amount: 'the same, in the books of the project' },
  ],
});
export const TRANCHE_SET_OFF = definePosting({
  code: 'grant.tranche-set-off',
  by: ['grant-recovery.set-off'],
  name: { ko: '지원금 상계 지급', en: 'Tranche paid by set-off' },
  when: { ko: '지급할 지원금 가운데 회수금과 상계한 금액. 이체하지 않고 예산에서 지급한 것으로 적는다.', en: 'What is set off against a recovery is paid out of the budget without a transfer.' },
  charts: PAID,
  lines: [
    { debit: 'grant.payable', credit: 'grant.appropriation or grant.appropriation-carried', amount: 'amount set off' },
    { debit: 'grant.project-cash', credit: 'grant.project-government', amount: 'the same, in the books of the project' },
  ],
});
export const TRANCHE_POSTINGS = [TRANCHE_DECIDED, TRANCHE_VOIDED, TRANCHE_PAID, TRANCHE_RETURNED, TRANCHE_SET_OFF];

/** Which kind of debt a decided tranche is. */
export const TRANCHE_PAYABLE = 'grant.tranche';

/** A tranche as its postings see it; won. */
export interface TrancheMoney {
  readonly callId: string;
  readonly agreementId: string;
  readonly trancheId: string;
  readonly fiscalYear: number;
  readonly amountWon: Won;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const about = ({ trancheId, effectiveOn, memo }: TrancheMoney) => ({ effectiveOn, memo, subject: { kind: 'grant-tranche', id: trancheId } });

export function trancheDecided(money: TrancheMoney): JournalEntry {
  const at = (chart: typeof COMMITTED) => grantAccount(chart, money.callId, money.agreementId);
  return journalEntry(TRANCHE_DECIDED, { ...about(money), lines: [debit(at(COMMITTED), money.amountWon), credit(at(PAYABLE), money.amountWon)] });
}

export function trancheVoided(money: TrancheMoney): JournalEntry {
  const at = (chart: typeof COMMITTED) => grantAccount(chart, money.callId, money.agreementId);
  return journalEntry(TRANCHE_VOIDED, { ...about(money), lines: [debit(at(PAYABLE), money.amountWon), credit(at(COMMITTED), money.amountWon)] });
}

/** Paid out of the year of the tranche, or out of what was carried over once that year is past (국가재정법 제48조). */
export function tranchePaid(money: TrancheMoney, posting: PostingRule = TRANCHE_PAID): JournalEntry {
  return journalEntry(posting, { ...about(money), lines: linesPaid(money, yearOf(money.effectiveOn) > money.fiscalYear) });
}

/** Undoes a payment whose money came back: to the budget of its year while that is open, and to what was carried over once it is closed. */
function trancheReturned(money: TrancheMoney, closed: boolean): JournalEntry {
  return journalEntry(TRANCHE_RETURNED, { ...about(money), lines: [...mirrored(linesPaid(money, closed))] });
}

function linesPaid({ callId, agreementId, fiscalYear, amountWon }: TrancheMoney, carried: boolean): readonly Line[] {
  const of = (chart: typeof COMMITTED) => grantAccount(chart, callId, agreementId);
  const source = grantAccount(carried ? APPROPRIATION_CARRIED : APPROPRIATION, callId, String(fiscalYear));
  return [debit(of(PAYABLE), amountWon), credit(source, amountWon), debit(of(PROJECT_CASH), amountWon), credit(of(PROJECT_GOVERNMENT), amountWon)];
}

/** What a debt of this kind carries beside its amount. */
export const payableDetail = ({ agreementId, fiscalYear }: Pick<TrancheMoney, 'agreementId' | 'fiscalYear'>): Readonly<Record<string, string>> => ({ agreementId, fiscalYear: String(fiscalYear) });

function moneyOf({ book, subjectId, purpose, amountWon, detail }: Payable, effectiveOn: LocalDate): TrancheMoney {
  const [callId, agreementId] = [book.split('/')[1], detail.agreementId];
  invariant(callId !== undefined && agreementId !== undefined, `payable of ${subjectId} does not say of which agreement it is`);
  return { callId, agreementId, trancheId: subjectId, fiscalYear: Number(detail.fiscalYear), amountWon, effectiveOn, memo: purpose };
}

export const payableOfTranchePaid = (payable: Payable, effectiveOn: LocalDate): JournalEntry => tranchePaid(moneyOf(payable, effectiveOn));
export const payableOfTrancheReturned = (payable: Payable, effectiveOn: LocalDate): JournalEntry => trancheReturned(moneyOf(payable, effectiveOn), payable.detail['closed'] === 'YES');
