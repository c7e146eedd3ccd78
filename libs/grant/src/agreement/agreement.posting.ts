import type { LocalDate } from '#libs/calendar';
import { credit, debit, definePosting, journalEntry, type JournalEntry, type Line } from '#libs/journal';
import { APPROPRIATION_CARRIED, AVAILABLE, COMMITTED, grantAccount, LINE, LINES_PLANNED } from '../call/call.charts.js';

const REGISTERS = ['grant-register.import', 'matching-register.import'];
/** Matching projects are agreements, concluded by their own command. */
const POOLS = 'matching-project.conclude';

export const AGREED = definePosting({
  code: 'grant.agreed',
  by: ['grant-agreement.conclude', 'grant-agreement.fund-year', 'grant-agreement.amend', ...REGISTERS, POOLS],
  name: { ko: '협약(지출원인행위)', en: 'Agreement concluded' },
  when: { ko: '확정된 회계연도 예산에서 협약금액을 확보한 때. 예산이 확정되지 않은 연도는 확정된 뒤에 기표한다.', en: 'Budget of a fiscal year is committed to an agreement; a year without a budget follows when it is decided.' },
  charts: [AVAILABLE, COMMITTED],
  lines: [{ debit: 'grant.available', credit: 'grant.committed', amount: 'government money of the year' }],
});
export const COMMITMENT_RELEASED = definePosting({
  code: 'grant.commitment-released',
  by: ['grant-agreement.amend', 'grant-agreement.terminate', 'grant-agreement.close', 'grant-year.close'],
  name: { ko: '협약금액 감액', en: 'Commitment released' },
  when: { ko: '협약 변경·해지·종결로 지급하지 않게 된 금액을 그 회계연도 예산으로 되돌린 때.', en: 'What an agreement will not be paid any more goes back to the budget of its year.' },
  charts: [AVAILABLE, COMMITTED],
  lines: [{ debit: 'grant.committed', credit: 'grant.available', amount: 'commitment given up' }],
});
export const COMMITMENT_LAPSED = definePosting({
  code: 'grant.commitment-lapsed',
  by: ['grant-agreement.amend', 'grant-agreement.terminate', 'grant-agreement.close', 'grant-year.close', 'service-order.cancel'],
  name: { ko: '이월액 불용', en: 'Carried commitment lapsed' },
  when: { ko: '이월한 예산으로 지급하기로 한 금액을 지급하지 않게 된 때.', en: 'A commitment out of money carried over will not be paid any more.' },
  charts: [COMMITTED, APPROPRIATION_CARRIED],
  lines: [{ debit: 'grant.committed', credit: 'grant.appropriation-carried', amount: 'commitment given up after its year was closed' }],
});
export const LINES_SET = definePosting({
  code: 'grant.lines-set',
  by: ['grant-agreement.conclude', 'grant-agreement.amend', 'grant-agreement.notify', ...REGISTERS, POOLS],
  name: { ko: '비목 계획 확정', en: 'Lines planned' },
  when: { ko: '협약이나 그 변경이 비목별 집행가능액을 정한 때. 이미 쓴 금액 아래로는 줄일 수 없다.', en: 'A version says what may be spent on each line; never below what was spent.' },
  charts: [LINES_PLANNED, LINE],
  lines: [{ debit: 'grant.lines-planned', credit: 'grant.line', amount: 'added to a line; the other way round where it is taken' }],
});
export const AGREEMENT_POSTINGS = [AGREED, COMMITMENT_RELEASED, COMMITMENT_LAPSED, LINES_SET];

interface About {
  readonly callId: string;
  readonly agreementId: string;
  readonly effectiveOn: LocalDate;
  readonly memo: string;
}

const of = ({ agreementId, effectiveOn, memo }: About) => ({ effectiveOn, memo, subject: { kind: 'grant', id: agreementId } });

/** Budget of a year that the agreement takes; won. */
export function agreed(about: About, fiscalYear: number, amountWon: bigint): JournalEntry {
  return journalEntry(AGREED, {
    ...of(about),
    lines: [debit(grantAccount(AVAILABLE, about.callId, String(fiscalYear)), amountWon), credit(grantAccount(COMMITTED, about.callId, about.agreementId), amountWon)],
  });
}

/** Budget of a year that the agreement gives back: to what is available, or to nobody after the year was closed. */
export function commitmentReleased(about: About, { fiscalYear, closed }: { readonly fiscalYear: number; readonly closed: boolean }, amountWon: bigint): JournalEntry {
  const [posting, chart] = closed ? [COMMITMENT_LAPSED, APPROPRIATION_CARRIED] : [COMMITMENT_RELEASED, AVAILABLE];
  return journalEntry(posting, {
    ...of(about),
    lines: [debit(grantAccount(COMMITTED, about.callId, about.agreementId), amountWon), credit(grantAccount(chart, about.callId, String(fiscalYear)), amountWon)],
  });
}

/** What a version adds to lines and takes from them, by the id of the line; won, none zero. Below what is left the floor of the line refuses. */
export function linesSet(about: About, deltas: ReadonlyMap<string, bigint>): JournalEntry {
  const planned = grantAccount(LINES_PLANNED, about.callId, about.agreementId);
  const lines = [...deltas].flatMap(([lineId, delta]): Line[] => {
    const line = grantAccount(LINE, about.callId, lineId);
    return delta > 0n ? [debit(planned, delta), credit(line, delta)] : [debit(line, -delta), credit(planned, -delta)];
  });
  return journalEntry(LINES_SET, { ...of(about), lines });
}
