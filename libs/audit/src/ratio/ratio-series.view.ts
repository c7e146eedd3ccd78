import type { Tx } from '#libs/database';
import { fundPosition, getFund } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { daysOfSeries, listRatioEvents, readRatioPoints } from './ratio-series.query.js';
import type { RatioSeriesDto } from './ratio-series.dto.js';

/** The time machine of one fund. Points lie where something may have changed, so that any day between two reads like the first. */
export async function viewRatioSeries(tx: Tx, fundId: string, point: TimePoint): Promise<RatioSeriesDto> {
  const fund = await getFund(tx, fundId);
  const events = await listRatioEvents(tx, fund, point);
  const points = await readRatioPoints(tx, fund, daysOfSeries(fund, events, point.asOf), point.knownBefore, events);
  const { position } = await fundPosition(tx, fund, point);
  return {
    fundId,
    fundNumber: fund.number,
    fundName: fund.name,
    asOf: point.asOf,
    knownBefore: point.knownBefore.toISOString(),
    decidingBasis: position.rule.denominator,
    foundedOn: fund.foundedOn,
    points: points.map(({ on, then, now }) => ({ on, then: then && { ...then, bases: [...then.bases] }, now: now && { ...now, bases: [...now.bases] } })),
    events: events.map(({ kind, effectOn, knownAt, knownOn, what, subjectId, late }) => ({ kind, effectOn, knownAt: knownAt.toISOString(), knownOn, what, subjectId, late })),
  };
}
