import { addDays, addMonths, endOfSeoulDay, localDate, seoulDateOf, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { FUND_POLICIES, fundPosition, STATUS_NAMES, type FundRow } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { basisPointsText, nameIn, policyName } from '#libs/report';
import type { RatioEvent, RatioPoint, RatioStand } from './ratio-series.js';

/** A curve of more days than this is drawn at the ends of months. */
const MOST_POINTS = 150;

/** Everything that moved the ratios of a fund by `asOf`, as known before, in the order in which it took effect. */
export async function listRatioEvents(tx: Tx, fund: FundRow, { asOf, knownBefore }: TimePoint): Promise<RatioEvent[]> {
  const rows: (Omit<RatioEvent, 'knownOn' | 'late'> & { decision: string | null })[] = await tx.query(
    `with event as (
       select 'DEAL' as kind, i.paid_on as effect_on, i.known_at, i.command_id, i.number || ' ' || y.name as what, null as decision, i.id as subject_id
         from investment i join party y on y.id = i.company_id where i.fund_id = $1 and i.kind <> 'CONVERSION'
       union all
       select 'DECISION', c.effective_on, c.known_at, c.command_id, i.number || ' ' || y.name, c.decision, i.id
         from classification c join investment i on i.id = c.investment_id join party y on y.id = i.company_id where i.fund_id = $1
       union all
       select 'VOID', v.effective_on, v.known_at, v.command_id, i.number || ' ' || y.name, null, i.id
         from investment_void v join investment i on i.id = v.investment_id join party y on y.id = i.company_id where i.fund_id = $1
       union all
       select 'EXIT', x.exited_on, x.known_at, x.command_id, i.number || ' ' || y.name, null, i.id
         from investment_exit x join investment i on i.id = x.investment_id join party y on y.id = i.company_id where i.fund_id = $1
       union all
       select 'RECEIPT', r.value_on, max(r.known_at), (array_agg(r.command_id))[1], c.number || '회차', null, c.id
         from capital_receipt r join capital_call c on c.id = r.call_id where c.fund_id = $1 group by c.id, c.number, r.value_on
       union all
       select 'VOID', v.effective_on, v.known_at, v.command_id, c.number || '회차 납입', null, c.id
         from capital_receipt_void v join capital_receipt r on r.id = v.receipt_id join capital_call c on c.id = r.call_id where c.fund_id = $1
       union all
       select 'TERM', p.effective_from, p.known_at, p.command_id, p.key, null, $1 from policy p
        where p.scope in ('fund/' || $1, 'programme/' || $4, '*') and p.key like 'fund.%' and greatest(p.effective_from, (p.known_at at time zone 'Asia/Seoul')::date) >= $5)
     select e.kind, e.effect_on as "effectOn", e.known_at as "knownAt", e.what, e.decision, e.subject_id as "subjectId", coalesce(u.name, a.actor_login) as by
       from event e join command_author a on a.id = e.command_id left join app_user u on u.id = a.actor_id
      where e.effect_on <= $2 and e.known_at < $3 order by e.effect_on, e.known_at, e.kind, e.what`,
    [fund.id, asOf, knownBefore, fund.programmeId, fund.foundedOn],
  );
  return rows.map(({ decision, ...row }) => ({
    ...row,
    what: decision === null ? nameOf(row) : `${row.what}: ${nameIn(STATUS_NAMES, decision)}`,
    knownOn: seoulDateOf(row.knownAt),
    late: isLate(row.effectOn, row.knownAt),
  }));
}

const nameOf = ({ kind, what }: Pick<RatioEvent, 'kind' | 'what'>): string => (kind === 'TERM' ? policyName(what) : what);

const isLate = (effectOn: LocalDate, knownAt: Date): boolean => knownAt >= endOfSeoulDay(effectOn);

/** The days on which a ratio of the fund may have moved, for somebody then or for somebody now, from its founding on. */
export function daysOfSeries(fund: FundRow, events: readonly RatioEvent[], asOf: LocalDate): LocalDate[] {
  const moved = new Set([fund.foundedOn, asOf, ...events.flatMap(({ effectOn, knownOn }) => [effectOn, knownOn])]);
  const days = [...moved].filter((day) => day >= fund.foundedOn && day <= asOf).sort();
  return days.length <= MOST_POINTS ? days : monthEnds(fund.foundedOn, asOf);
}

function monthEnds(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let first = localDate(`${from.slice(0, 7)}-01`); first <= to; first = addMonths(first, 1)) days.push(addDays(addMonths(first, 1), -1));
  return [from, ...days.filter((day) => day > from && day < to), to];
}

/**
 * The fund on each of `days`, as known at the end of that day and as known before `knownBefore`. A day of which nothing was
 * learnt later is asked once: then and now are the same.
 */
export async function readRatioPoints(tx: Tx, fund: FundRow, days: readonly LocalDate[], knownBefore: Date, events: readonly RatioEvent[]): Promise<RatioPoint[]> {
  const points: RatioPoint[] = [];
  for (const on of days) {
    const endOfDay = endOfSeoulDay(on);
    const now = await standAt(tx, fund, { asOf: on, knownBefore });
    const learntLater = events.some(({ effectOn, knownAt }) => effectOn <= on && knownAt >= endOfDay);
    const then = endOfDay < knownBefore && learntLater ? await standAt(tx, fund, { asOf: on, knownBefore: endOfDay }) : now;
    points.push({ on, then, now });
  }
  return points;
}

/** Null where no obligation was in force or known. */
async function standAt(tx: Tx, fund: FundRow, point: TimePoint): Promise<RatioStand | null> {
  const { position, policies } = await fundPosition(tx, fund, point);
  if (policies.find(FUND_POLICIES.obligationRatio) === null) return null;
  return {
    ratioPercent: position.decisive.ratioPercent,
    requiredPercent: basisPointsText(position.rule.ratioBasisPoints).slice(0, -1),
    qualifyingWon: position.facts.qualifyingWon.toString(),
    investedWon: position.facts.investedWon.toString(),
    shortfallWon: position.decisive.shortfallWon.toString(),
    verdict: position.verdict,
    bases: position.bases.map(({ basis, ratioPercent }) => ({ basis, ratioPercent })),
  };
}
