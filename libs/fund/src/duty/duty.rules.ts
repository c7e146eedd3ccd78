import { addDays, addMonths, civilDeadline, fiscalYear, localDate, quarterEnd, type HolidayCalendar, type LocalDate, type Period } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { PolicySet } from '#libs/policy';
import { LIFE_POLICIES } from '../life/life.policy.js';
import type { ChangeKind, Duty, DutyFacts } from './duty.js';

/** A duty before anybody looks at the calendar. */
interface Occasion {
  readonly duty: string;
  readonly title: Bilingual;
  readonly reason: Bilingual;
  readonly since: LocalDate;
  /** The policy that says how long there is; its unit stands in its name. */
  readonly term: string;
}

const CHANGES: Readonly<Record<ChangeKind, Bilingual>> = {
  AGREEMENT: { ko: '규약 변경', en: 'change of the agreement' },
  PARTNERS: { ko: '조합원 변경(지분양도)', en: 'change of partners (transfer)' },
  LIFE: { ko: '존속기간 변경', en: 'change of the life' },
};

/**
 * What is asked of a fund as of `asOf`: what its founding, changes and end set going, and of what comes round every year, quarter
 * and month the last period that ended and the one that runs. Deadlines by the Civil Code; done is what was recorded as done.
 */
export function dutiesOf(facts: DutyFacts, policies: PolicySet, asOf: LocalDate, calendar: HolidayCalendar): Duty[] {
  const living = facts.dissolution === null;
  const occasions = [...founding(facts), ...changes(facts), ...(living ? [...yearly(asOf), ...quarterly(asOf), ...monthly(asOf)].filter(({ since }) => since >= facts.foundedOn) : []), ...ending(facts)];
  const duties = occasions.map((occasion) => judged(occasion, facts, policies, asOf, calendar));
  return duties.sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

function judged({ term, ...occasion }: Occasion, facts: DutyFacts, policies: PolicySet, asOf: LocalDate, calendar: HolidayCalendar): Duty {
  const dueOn = deadline(occasion.since, term, policies.integer(term, 0), calendar);
  const registered = occasion.duty === 'REGISTRATION' && facts.registeredOn !== null ? { doneOn: facts.registeredOn, note: null, documentId: null } : undefined;
  const done = facts.done.find(({ duty }) => duty === occasion.duty) ?? registered;
  const state = done !== undefined ? 'DONE' : dueOn < asOf ? 'OVERDUE' : 'DUE';
  return { ...occasion, dueOn, clause: policies.find(term)?.clause ?? '', state, doneOn: done?.doneOn ?? null, note: done?.note ?? null, documentId: done?.documentId ?? null };
}

/** Where nobody decided how long there is, the thing is due at once, so that it is seen. */
function deadline(from: LocalDate, term: string, length: number, calendar: HolidayCalendar): LocalDate {
  if (length === 0) return from;
  const period: Period = term.endsWith('-months') ? { months: length } : { days: length };
  return civilDeadline({ from, period }, calendar).effective;
}

function founding({ foundedOn }: DutyFacts): Occasion[] {
  const title = { ko: '조합 등록', en: 'Registration of the fund' };
  return [{ duty: 'REGISTRATION', title, reason: { ko: '결성총회', en: 'Founding meeting' }, since: foundedOn, term: LIFE_POLICIES.registrationDays }];
}

function changes(facts: DutyFacts): Occasion[] {
  return facts.changes.map(({ kind, number, on }) => ({
    duty: `CHANGE_OF_${kind}:${number}`,
    title: { ko: `변경등록: ${CHANGES[kind].ko}`, en: `Registration of a ${CHANGES[kind].en}` },
    reason: { ko: `${CHANGES[kind].ko} #${number}`, en: `${CHANGES[kind].en} #${number}` },
    since: on,
    term: LIFE_POLICIES.changeDays,
  }));
}

function ending({ dissolution }: DutyFacts): Occasion[] {
  if (dissolution === null) return [];
  const title = { ko: '해산 신고', en: 'Notice of the dissolution' };
  return [{ duty: 'DISSOLUTION_NOTICE', title, reason: { ko: '조합 해산', en: 'Dissolution of the fund' }, since: dissolution.dissolvedOn, term: LIFE_POLICIES.dissolutionDays }];
}

function yearly(asOf: LocalDate): Occasion[] {
  return [fiscalYear(asOf) - 1, fiscalYear(asOf)].map((year) => ({
    duty: `CLOSING_STATEMENTS:${year}`,
    title: { ko: `${year}년 결산서·감사의견 제출`, en: `Closing statements and audit opinion of ${year}` },
    reason: { ko: `${year} 사업연도 종료`, en: `End of fiscal year ${year}` },
    since: localDate(`${year}-12-31`),
    term: LIFE_POLICIES.closingMonths,
  }));
}

function quarterly(asOf: LocalDate): Occasion[] {
  const running = quarterEnd(asOf);
  return [quarterEnd(addMonths(running, -3)), running].map((end) => {
    const [year, quarter] = [end.slice(0, 4), Math.ceil(Number(end.slice(5, 7)) / 3)];
    return {
      duty: `PARTNER_REPORT:${year}-${quarter}`,
      title: { ko: `${year}년 ${quarter}분기 조합원 운용보고`, en: `Report to partners, quarter ${quarter} of ${year}` },
      reason: { ko: '분기 종료', en: 'End of the quarter' },
      since: end,
      term: LIFE_POLICIES.partnerReportDays,
    };
  });
}

function monthly(asOf: LocalDate): Occasion[] {
  const running = monthEnd(asOf);
  return [addDays(monthStart(running), -1), running].map((end) => ({
    duty: `CUSTODIAN_RECONCILIATION:${end.slice(0, 7)}`,
    title: { ko: `${end.slice(0, 4)}년 ${Number(end.slice(5, 7))}월 수탁 대사`, en: `Reconciliation with the custodian, ${end.slice(0, 7)}` },
    reason: { ko: '월 종료', en: 'End of the month' },
    since: end,
    term: LIFE_POLICIES.reconciliationDays,
  }));
}

const monthStart = (on: LocalDate): LocalDate => localDate(`${on.slice(0, 7)}-01`);
const monthEnd = (on: LocalDate): LocalDate => addDays(addMonths(monthStart(on), 1), -1);
