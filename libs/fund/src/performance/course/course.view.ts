import type { JCurve } from '../performance.js';
import type { JCurveDto } from './course.dto.js';

export function viewCourse({ points, lowestWon, lowestOn, breaksEvenOn }: JCurve): JCurveDto {
  return {
    points: points.map((point) => ({
      on: point.on,
      paidInWon: point.paidInWon.toString(),
      distributedWon: point.distributedWon.toString(),
      netWon: point.netWon.toString(),
      netAssetValueWon: (point.netAssetValueWon ?? 0n).toString(),
      gainWon: (point.gainWon ?? point.netWon).toString(),
    })),
    lowestWon: lowestWon.toString(),
    lowestOn,
    breaksEvenOn,
  };
}
