import { daysBetween, isQuarterEnd, localDate, quarterEnd, addDays, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { listRatioEvents, readRatioPoints } from '../ratio/ratio-series.query.js';

/** The ends of quarters of the period for one fund, of years for several. */
export async function ratiosThenAndNow(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: PackRecord[] = [];
  for (const fund of question.funds) {
    const days = comparedDays(question).filter((day) => day >= fund.foundedOn);
    const events = await listRatioEvents(tx, fund, { asOf: question.to, knownBefore: question.knownBefore });
    for (const { on, then, now } of await readRatioPoints(tx, fund, days, question.knownBefore, events)) {
      const [thenWon, nowWon] = [BigInt(then?.qualifyingWon ?? 0), BigInt(now?.qualifyingWon ?? 0)];
      const same = then?.ratioPercent === now?.ratioPercent && thenWon === nowWon;
      rows.push({
        fund: fund.number,
        on,
        thenPercent: then?.ratioPercent ?? null,
        nowPercent: now?.ratioPercent ?? null,
        thenWon: then === null ? null : thenWon,
        nowWon: now === null ? null : nowWon,
        differenceWon: nowWon - thenWon,
        result: then === null ? '그때는 등록 전' : same ? '같음' : '바로잡음',
      });
    }
  }
  return rows;
}

function comparedDays({ funds, from, to }: PackQuestion): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = quarterEnd(from); day <= to; day = quarterEnd(addDays(day, 1))) if (funds.length === 1 || day.endsWith('-12-31')) days.push(day);
  return days.at(-1) === to || isQuarterEnd(to) ? days : [...days, localDate(to)];
}

/** Facts of the period that became known after the day on which they took effect. */
export async function corrections(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: PackRecord[] = [];
  for (const fund of question.funds) {
    const events = await listRatioEvents(tx, fund, { asOf: question.to, knownBefore: question.knownBefore });
    const late = events.filter(({ effectOn, late: isLate }) => isLate && effectOn >= question.from);
    rows.push(...late.map(({ effectOn, knownAt, knownOn, kind, what, by }) => ({ fund: fund.number, effectOn, knownAt, lateCount: BigInt(daysBetween(effectOn, knownOn)), what: `${KIND_NAMES[kind]} ${what}`, by })));
  }
  return rows;
}

const KIND_NAMES = { DEAL: '투자', DECISION: '판정', VOID: '기록 취소', EXIT: '회수', RECEIPT: '납입', TERM: '의무 기준' } as const;
