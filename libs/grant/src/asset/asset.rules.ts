import { addMonths, addYears, civilDeadline, localDate, minDate, yearOf, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, multiplyFloor, fraction, type Fraction, type Won } from '#libs/money';
import type { SourcePlan } from '../agreement/agreement.js';
import type { GrantRegime } from '../call/call.js';
import { goneBy, type Asset, type AssetKind } from './asset.js';
import type { AssetTerms } from './asset.policy.js';

/** The part of a project's cash that the government brings: what is bought of it belongs to the government in the same part. */
export function governmentPart(plan: readonly SourcePlan[]): Fraction {
  const cash = plan.filter(({ resource }) => resource === 'CASH');
  const total = cash.reduce((sum, { amountWon }) => sum + amountWon, 0n);
  const government = cash.filter(({ source }) => source === 'GOVERNMENT').reduce((sum, { amountWon }) => sum + amountWon, 0n);
  return total === 0n ? fraction(0n, 1n) : fraction(government, total);
}

/** The government's share in what an asset brings, floored: as much of it as it paid of the asset; won. */
export function shareInProceeds(proceedsWon: Won, asset: { readonly amountWon: string; readonly governmentWon: string }): Won {
  return multiplyFloor(proceedsWon, fraction(BigInt(asset.governmentWon), BigInt(asset.amountWon)));
}

/** The last day of the restriction: whole years after the acquisition (민법 제160조); nothing is due on it, so no holiday moves it. */
export function restrictionEnd(acquiredOn: LocalDate, years: number): LocalDate {
  return addYears(acquiredOn, years);
}

/** The last days of the periods in which an asset had to be looked at, from its acquisition through `today`, oldest first. */
export function checkPeriods(asset: Pick<Asset, 'acquiredOn' | 'restrictedUntil' | 'approvals'>, months: number, today: LocalDate): LocalDate[] {
  const last = minDate(today, minDate(asset.restrictedUntil, goneBy(asset)?.disposal?.disposedOn ?? asset.restrictedUntil));
  const ends: LocalDate[] = [];
  for (let end = firstPeriodEnd(asset.acquiredOn, months); end <= last; end = periodAfter(end, months)) ends.push(end);
  return ends;
}

/** The first of them for which nobody has looked yet, with the day by which somebody has to. */
export function nextCheck(asset: Asset, terms: AssetTerms, today: LocalDate, calendar: HolidayCalendar): { readonly periodTo: LocalDate; readonly dueOn: LocalDate } | null {
  if (goneBy(asset) !== null) return null;
  const checked = new Set(asset.checks.map(({ periodTo }) => periodTo));
  const open = checkPeriods(asset, terms.checkMonths, today).find((end) => !checked.has(end)) ?? comingPeriod(asset, terms.checkMonths, today);
  return open === null ? null : { periodTo: open, dueOn: civilDeadline({ from: open, period: { months: terms.checkWithinMonths } }, calendar).effective };
}

function comingPeriod(asset: Asset, months: number, today: LocalDate): LocalDate | null {
  let end = firstPeriodEnd(asset.acquiredOn, months);
  while (end <= today) end = periodAfter(end, months);
  return end <= asset.restrictedUntil ? end : null;
}

/** Periods are counted from January: with six months they end in June and December. */
function firstPeriodEnd(day: LocalDate, months: number): LocalDate {
  let end = monthEnd(addMonths(localDate(`${yearOf(day)}-01-01`), months - 1));
  while (end < day) end = periodAfter(end, months);
  return end;
}

const periodAfter = (end: LocalDate, months: number): LocalDate => monthEnd(addMonths(localDate(`${end.slice(0, 7)}-01`), months));

function monthEnd(day: LocalDate): LocalDate {
  // The 31st of January moved by whole months is the last day of the month it falls in.
  const january = localDate(`${yearOf(day)}-01-31`);
  return addMonths(january, Number(day.slice(5, 7)) - 1);
}

/** Equipment above a value has a number in the national register (연구시설·장비). */
export function assetIsRegistered(regime: GrantRegime, asset: { readonly kind: AssetKind; readonly amountWon: Won; readonly registryNumber: string | null }, terms: AssetTerms): Verdict {
  const wanted = regime === 'RND' && asset.kind === 'EQUIPMENT' && asset.amountWon >= terms.registerFromWon;
  const holds = !wanted || asset.registryNumber !== null;
  const from = formatWon(terms.registerFromWon);
  return {
    rule: 'equipment-is-registered',
    clause: '국가연구개발혁신법 시행령 제24조, 국가연구개발 시설·장비 표준지침',
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: '장비 등록 기준을 충족합니다.', en: 'The register of equipment is served.' }
      : { ko: `취득가액이 ${from}원 이상인 장비입니다. 국가연구시설·장비 등록번호를 받아 적어 주세요.`, en: `Equipment of ${from} won or more needs a number of the national register. Apply for it and enter it.` },
    inputs: { kind: asset.kind, amountWon: `${asset.amountWon}`, fromWon: `${terms.registerFromWon}`, registryNumber: asset.registryNumber },
  };
}

/** Nothing is open of what had to be looked at before an asset is disposed of. */
export function assetIsAccountedFor(asset: Asset, terms: AssetTerms, today: LocalDate): Verdict {
  const missed = checkPeriods(asset, terms.checkMonths, today).filter((end) => !asset.checks.some(({ periodTo }) => periodTo === end));
  const days = missed.join(', ');
  return {
    rule: 'asset-is-accounted-for',
    clause: terms.checkClause,
    result: missed.length === 0 ? 'PASS' : 'WARN',
    text:
      missed.length === 0
        ? { ko: '정기확인이 모두 끝났습니다.', en: 'Every period was confirmed.' }
        : { ko: `확인하지 않은 기간이 있습니다: ${days}. 현물을 확인해 주세요.`, en: `Nobody confirmed: ${days}. Look at the asset.` },
    inputs: { missed },
  };
}
