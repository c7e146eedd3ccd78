import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { basisPoints } from '#libs/money';
import { policyHistory } from '#libs/policy';
import { listProgrammes, PROGRAMME_RATIO } from '#libs/programme';
import { listFunds, type FundRow } from '../../fund/fund.query.js';
import { asJudged, fundMandates, type FundMandate } from '../mandate-fund/mandate-fund.query.js';
import { bearsOn, mandateGroup } from '../mandate-fund/mandate-group.query.js';
import { rulesInForce } from '../mandate-rule/mandate-rule.query.js';
import { shownRule } from '../mandate-rule/mandate-rule.view.js';
import { isOfClass } from '../mandate/deal-class.rules.js';
import { mandatePositions } from '../mandate/mandate.rules.js';
import type { DealRoom, MandatePosition, MandateRule } from '../mandate/mandate.js';
import { dealRoom, mandateOutlook } from '../mandate/outlook.rules.js';
import { investableWon } from '../obligation.rules.js';
import type { CountedDealDto, FundObligationsDto, MandatePositionDto, RadarDto, RoomDto } from './radar.dto.js';

/** From the worst to what needs no attention; of equals the one whose day comes first. */
const URGENCY = ['NOT_MET', 'UNREACHABLE', 'CURABLE', 'IN_GRACE', 'IN_PROGRESS', 'MET'];

/** Every rule of every fund in sight, of their managers and programmes. */
export async function viewRadar(tx: Tx, point: TimePoint): Promise<RadarDto> {
  const rows = (await listFunds(tx, null, point)).filter((fund) => fund.foundedOn <= point.asOf);
  const funds = await fundMandates(tx, rows, point);
  const stored = await rulesInForce(tx, point);
  const programmes = await programmeRules(tx, rows, point);
  const rules = [...funds.map((each) => each.main), ...programmes, ...stored.filter((rule) => rows.some((row) => bearsOn(rule, row)))];
  const positions = mandatePositions(rules, funds.map((each) => each.mandate), point.asOf);
  const names = await namesOf(tx, rules, rows);
  const counts = await wholeCounts(tx, rules, point);
  const binding = new Set(funds.flatMap((fund) => bindingOf(fund, stored.filter((rule) => rule.key === fund.fund.id), point)));
  const shown = positions.map((position) => shownPosition(position, { names, counts, binding }));
  return { asOf: point.asOf, knownBefore: point.knownBefore, positions: shown.toSorted(byUrgency) };
}

/** What stops a larger plain deal of one fund by its own rules. */
function bindingOf({ main, mandate }: FundMandate, own: readonly MandateRule[], { asOf }: TimePoint): readonly string[] {
  return dealRoom(asJudged([main, ...own]), [mandate], asOf, { fundId: mandate.fundId, traits: {} }).binding;
}

/** All rules that bear on one fund, by themselves and together. */
export async function viewFundObligations(tx: Tx, fund: FundRow, point: TimePoint): Promise<FundObligationsDto> {
  const group = await mandateGroup(tx, [fund], point);
  const mandates = group.funds.map((each) => each.mandate);
  const outlook = mandateOutlook(group.rules, mandates, point.asOf);
  const room = dealRoom(asJudged(group.rules), mandates, point.asOf, { fundId: fund.id, traits: {} });
  const own = group.funds.find((each) => each.fund.id === fund.id);
  const bearing = outlook.positions.filter(({ rule }) => bearsOn(rule, fund));
  const context = { names: await namesOf(tx, group.rules, group.funds.map((each) => each.fund)), counts: await wholeCounts(tx, group.rules, point), binding: new Set(room.binding) };
  return {
    fundId: fund.id,
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    positions: bearing.map((position) => shownPosition(position, context)),
    reachable: outlook.reachable,
    leastFurtherWon: outlook.leastFurtherWon?.toString() ?? null,
    conflict: [...outlook.conflict],
    partial: group.partial,
    room: shownRoom(room),
    dealCount: own?.mandate.deals.length ?? 0,
    remainingWon: own === undefined ? '0' : investableWon(own.mandate.facts).remaining.toString(),
  };
}

/** Every deal that stands, with the rules it counts for. */
export async function viewCountedDeals(tx: Tx, fund: FundRow, point: TimePoint): Promise<CountedDealDto[]> {
  const [mandate] = await fundMandates(tx, [fund], point);
  if (mandate === undefined) return [];
  const rules: MandateRule[] = [mandate.main, ...(await rulesInForce(tx, point)).filter((rule) => bearsOn(rule, fund))];
  const words: { id: string; number: string; company: string; paidOn: string }[] = await tx.query(
    `select i.id, i.number, y.name as company, i.paid_on as "paidOn" from investment i join party y on y.id = i.company_id where i.fund_id = $1 order by i.paid_on desc, i.number desc`,
    [fund.id],
  );
  const deals = new Map(mandate.mandate.deals.map((deal) => [deal.investmentId, deal]));
  return words.flatMap(({ id, ...word }) => {
    const deal = deals.get(id);
    if (deal === undefined) return [];
    const countsFor = rules.filter((rule) => isOfClass(deal.traits, rule.counts));
    const wouldCountFor = rules.filter((rule) => deal.traitsIfAccepted !== null && isOfClass(deal.traitsIfAccepted, rule.counts) && !countsFor.includes(rule));
    const ids = (list: readonly MandateRule[]): string[] => list.map((rule) => rule.id);
    return [{ investmentId: id, ...word, amountWon: deal.amountWon.toString(), outstandingWon: deal.outstandingWon.toString(), countsFor: ids(countsFor), wouldCountFor: ids(wouldCountFor) }];
  });
}

export const shownRoom = (room: DealRoom): RoomDto => ({ headroomWon: room.headroomWon?.toString() ?? null, binding: [...room.binding], boundByCapital: room.boundByCapital });

/** What the programmes as a whole have to reach, by the ratio that each was created with; shown beside the funds, and no bar to a deal. */
async function programmeRules(tx: Tx, funds: readonly FundRow[], point: TimePoint): Promise<MandateRule[]> {
  const ids = [...new Set(funds.map((fund) => fund.programmeId))];
  const history = await policyHistory(tx, ids.map((id) => `programme/${id}`), point.knownBefore);
  return ids.flatMap((id): MandateRule[] => {
    const ratio = history.inForce([`programme/${id}`], point.asOf).find(PROGRAMME_RATIO);
    const own = funds.filter((fund) => fund.programmeId === id);
    const [first] = own;
    if (ratio === null || typeof ratio.value !== 'number' || first === undefined) return [];
    return [
      {
        id: `programme:${id}`,
        name: { ko: '사업 전체 주목적 투자', en: 'Main-purpose investment of the programme' },
        counts: { kind: 'TRAIT', dimension: 'purpose', values: ['PUBLIC_TECHNOLOGY'] },
        denominator: 'COMMITTED',
        fixedBaseWon: null,
        stakePartnerId: null,
        ratioBasisPoints: basisPoints(ratio.value),
        measure: 'CUMULATIVE_COST',
        test: { kind: 'BY_DEADLINE', deadlineOn: own.reduce((last, fund) => (fund.investmentTo > last ? fund.investmentTo : last), first.investmentTo) },
        level: 'PROGRAMME',
        key: id,
        startsOn: own.reduce((start, fund) => (fund.investmentFrom < start ? fund.investmentFrom : start), first.investmentFrom),
        graceDays: 0,
        cureDays: 0,
        clause: ratio.clause,
        source: ratio.source,
        version: ratio.id,
      },
    ];
  });
}

interface Surroundings {
  readonly names: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, number>;
  readonly binding: ReadonlySet<string>;
}

function shownPosition(position: MandatePosition, { names, counts, binding }: Surroundings): MandatePositionDto {
  const { rule, neededBy } = position;
  return {
    rule: shownRule(rule),
    ofWhom: names.get(rule.key) ?? '',
    fundId: rule.level === 'FUND' ? rule.key : null,
    fundCount: position.fundIds.length,
    partial: rule.level !== 'FUND' && (counts.get(rule.key) ?? 0) > position.fundIds.length,
    baseWon: position.baseWon.toString(),
    countedWon: position.countedWon.toString(),
    pendingWon: position.pendingWon.toString(),
    ratioPercent: position.ratioPercent,
    finalRatioBasisPoints: position.target.ratioBasisPoints,
    requiredWon: position.requiredWon.toString(),
    shortfallWon: position.shortfallWon.toString(),
    met: position.met,
    neededBy: neededBy === null ? null : { on: neededBy.on, ratioBasisPoints: neededBy.ratioBasisPoints, requiredWon: neededBy.requiredWon.toString(), neededWon: neededBy.neededWon.toString() },
    reachedOn: position.reachedOn,
    headroomWon: position.headroomWon.toString(),
    reachable: position.reachable,
    lost: position.verdict === 'NOT_MET' || position.verdict === 'UNREACHABLE',
    binding: binding.has(rule.id),
    verdict: position.verdict,
  };
}

function byUrgency(one: MandatePositionDto, other: MandatePositionDto): number {
  const difference = URGENCY.indexOf(one.verdict) - URGENCY.indexOf(other.verdict);
  if (difference !== 0) return difference;
  const [first, second] = [one.neededBy?.on ?? '9999', other.neededBy?.on ?? '9999'];
  return first === second ? one.ofWhom.localeCompare(other.ofWhom, 'ko') : first < second ? -1 : 1;
}

export async function namesOf(tx: Tx, rules: readonly MandateRule[], funds: readonly FundRow[]): Promise<Map<string, string>> {
  const names = new Map(funds.map((fund) => [fund.id, `${fund.number} ${fund.name}`]));
  for (const programme of await listProgrammes(tx)) names.set(programme.id, programme.nameKo);
  const partners = rules.filter((rule) => rule.level === 'GENERAL_PARTNER').map((rule) => rule.key);
  if (partners.length === 0) return names;
  const rows: { id: string; name: string }[] = await tx.query('select id, name from party where id = any($1::uuid[])', [partners]);
  for (const row of rows) names.set(row.id, row.name);
  return names;
}

/** How many funds a programme or manager has, whether or not they may be seen. */
async function wholeCounts(tx: Tx, rules: readonly MandateRule[], point: TimePoint): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { level, key } of rules.filter((rule) => rule.level !== 'FUND')) {
    if (counts.has(key)) continue;
    const rows: { count: number }[] = await tx.query('select mandate_fund_count($1, $2, $3, $4) as count', [level, key, point.asOf, point.knownBefore]);
    counts.set(key, rows[0]?.count ?? 0);
  }
  return counts;
}
