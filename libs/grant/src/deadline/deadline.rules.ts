import { addDays, civilDeadline, daysBetween, formatOfficialDate, type HolidayCalendar, type LocalDate, type Period } from '#libs/calendar';
import { invariant, type Bilingual } from '#libs/errors';
import type { PolicySet } from '#libs/policy';
import type { GrantRegime } from '../call/call.js';
import { DEADLINE_RULES } from './deadline.data.js';
import type { Deadline, DeadlineFact, DeadlineLength, DeadlineRule, DeadlineState, DeadlineWording } from './deadline.js';

/** So many days before its day a deadline is called near. */
export const SOON_DAYS = 7;

const BY_KEY = new Map(DEADLINE_RULES.map((rule) => [rule.key, rule]));

/** What of a call decides on its deadlines. */
export interface DeadlineTerms {
  readonly regime: GrantRegime;
  readonly policies: PolicySet;
}

/** What facts set going, the day of each with its reasons, overdue first and then by date. */
export function deadlinesOf(facts: readonly DeadlineFact[], termsOf: (callId: string) => DeadlineTerms, today: LocalDate, calendar: HolidayCalendar): Deadline[] {
  const deadlines = facts.map((fact) => deadlineOf(fact, termsOf(fact.callId), today, calendar));
  return deadlines.sort((one, other) => rankOf(one) - rankOf(other) || compare(one.effective, other.effective) || compare(one.id, other.id));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const rankOf = ({ state }: Deadline): number => (state === 'OVERDUE' ? 0 : state === 'SOON' || state === 'OPEN' ? 1 : 2);

function deadlineOf(fact: DeadlineFact, { regime, policies }: DeadlineTerms, today: LocalDate, calendar: HolidayCalendar): Deadline {
  const rule = ruleOf(fact.key);
  const wording = wordingOn(rule, fact.from);
  const { nominal, effective, steps } = lastDay(fact, wording.length, policies, calendar);
  return { ...fact, id: `${fact.key}/${fact.subjectId}/${fact.from}`, rule, clause: clauseOf(wording, regime, policies), nominal, effective, steps, state: stateOf(rule, fact.doneOn, effective, today) };
}

export function ruleOf(key: string): DeadlineRule {
  const rule = BY_KEY.get(key);
  invariant(rule !== undefined, `no deadline is called ${key}`);
  return rule;
}

/** The wording in force on the day of the event. */
function wordingOn(rule: DeadlineRule, from: LocalDate): DeadlineWording {
  const wording = rule.wordings.filter(({ since }) => since <= from).at(-1) ?? rule.wordings[0];
  invariant(wording !== undefined, `${rule.key} has no wording`);
  return wording;
}

/** A number that a call decided differently brings its own clause. */
function clauseOf({ length, clause }: DeadlineWording, regime: GrantRegime, policies: PolicySet): string {
  const row = typeof length === 'object' && 'policy' in length ? policies.find(length.policy) : null;
  return row === null || row.scope === '*' ? clause[regime] : row.clause;
}

function lastDay(fact: DeadlineFact, length: DeadlineLength, policies: PolicySet, calendar: HolidayCalendar): Pick<Deadline, 'nominal' | 'effective' | 'steps'> {
  if (length === 'TOLD') return toldDay(fact, calendar);
  return civilDeadline({ from: fact.from, period: periodOf(length, policies) }, calendar);
}

function periodOf(length: Exclude<DeadlineLength, 'TOLD'>, policies: PolicySet): Period {
  if ('period' in length) return length.period;
  const count = Math.max(1, policies.integer(length.policy, length.fallback));
  return length.unit === 'days' ? { days: count } : { months: count };
}

/** A day that was told is put off like the end of a period (민법 제161조) where it falls on a holiday. */
function toldDay({ from, until }: DeadlineFact, calendar: HolidayCalendar): Pick<Deadline, 'nominal' | 'effective' | 'steps'> {
  const told = until ?? from;
  const { effective, steps } = civilDeadline({ from: addDays(told, -1), period: { days: 1 } }, calendar);
  const [, , ...moves] = steps;
  return { nominal: told, effective, steps: [toldStep(told), ...moves] };
}

const toldStep = (told: LocalDate): Bilingual => ({ ko: `${formatOfficialDate(told)}: 정해진 기한`, en: `${told}: the day that was set` });

function stateOf({ nature }: DeadlineRule, doneOn: LocalDate | null, effective: LocalDate, today: LocalDate): DeadlineState {
  if (doneOn !== null) return 'DONE';
  if (effective < today) return nature === 'DUTY' ? 'OVERDUE' : 'PASSED';
  return daysBetween(today, effective) <= SOON_DAYS ? 'SOON' : 'OPEN';
}
