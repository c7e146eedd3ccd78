import { addDays, addYears, endOfSeoulDay, localDate, startOfSeoulDay, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField, type Bilingual } from '#libs/errors';
import { getFund, listFunds } from '#libs/fund';
import { listGrantCalls } from '#libs/grant';
import type { AsOfQuery, TimePoint } from '#libs/http';
import { policiesInForce, type PolicySet } from '#libs/policy';
import { getProgramme } from '#libs/programme';
import { listYears } from '#libs/voucher';
import { AUDIT_POLICIES, limitOf } from './audit.policy.js';
import type { PackQuestion } from './pack.js';

/** What a pack is narrowed down to, as it is asked for. */
export interface PackFilter extends AsOfQuery {
  readonly fundId?: string;
  readonly programmeId?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface AskedQuestion {
  readonly question: PackQuestion;
  /** In words. */
  readonly scope: Bilingual;
  readonly fundId: string | null;
  readonly programmeId: string | null;
}

/** The question that a filter means, within what its reader may see. A fund goes before its programme. */
export async function askedQuestion(tx: Tx, { asOf, knownBefore }: TimePoint, filter: PackFilter): Promise<AskedQuestion> {
  const limits = await policiesInForce(tx, ['*'], asOf, knownBefore);
  const { from, to } = periodOf(filter, asOf, limits);
  const endOfPeriod = endOfSeoulDay(to);
  const period = { from, to, since: startOfSeoulDay(from), before: endOfPeriod < knownBefore ? endOfPeriod : knownBefore };
  const narrowed = filter.fundId !== undefined || filter.programmeId !== undefined;
  const { funds, years, calls, scope } = await chosen(tx, filter);
  const question = { asOf, knownBefore, ...period, funds: funds.filter(({ foundedOn }) => foundedOn <= asOf), years, calls, narrowed, limits };
  return { question, scope, fundId: filter.fundId ?? null, programmeId: filter.fundId === undefined ? (filter.programmeId ?? null) : null };
}

async function chosen(tx: Tx, { fundId, programmeId }: PackFilter): Promise<Pick<PackQuestion, 'funds' | 'years' | 'calls'> & { readonly scope: Bilingual }> {
  if (fundId !== undefined) {
    const fund = await getFund(tx, fundId);
    return { funds: [fund], years: [], calls: [], scope: { ko: `${fund.number} ${fund.name}`, en: `${fund.number} ${fund.name}` } };
  }
  const years = await listYears(tx);
  const calls = await listGrantCalls(tx);
  if (programmeId === undefined) return { funds: await listFunds(tx), years, calls, scope: { ko: '볼 수 있는 모든 조합과 바우처·지원 사업', en: 'Every fund, voucher and grant programme in sight' } };
  const programme = await getProgramme(tx, programmeId);
  const within = (each: { readonly programmeId: string | null }): boolean => each.programmeId === programmeId;
  return { funds: await listFunds(tx, programmeId), years: years.filter(within), calls: calls.filter(within), scope: { ko: programme.nameKo, en: programme.nameEn } };
}

/** As asked, or the years of policy up to the date of the figures. */
function periodOf(filter: PackFilter, asOf: LocalDate, limits: PolicySet): { readonly from: LocalDate; readonly to: LocalDate } {
  const to = filter.to === undefined ? asOf : localDate(filter.to);
  if (to > asOf) throw invalidField('/to', 'audit.period-past-date', { ko: '기간의 끝은 기준일을 넘을 수 없습니다. 기준일을 늦추거나 기간을 당겨 주세요.', en: 'The period ends after the date of the figures. Move one of the two.' });
  const from = filter.from === undefined ? addDays(addYears(to, -limitOf(limits, AUDIT_POLICIES.periodYears)), 1) : localDate(filter.from);
  if (from > to) throw invalidField('/from', 'audit.period-backwards', { ko: '기간의 처음이 끝보다 늦습니다.', en: 'The period begins after it ends.' });
  return { from, to };
}
