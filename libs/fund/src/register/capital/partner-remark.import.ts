import { compareFractions, formatWon, fraction, fractionOf, roundedPercent, type Fraction, type Won } from '#libs/money';
import { percentOf, remark, type CheckedValues, type RowReading, type RowRemark } from '#libs/sheet';
import type { RegisterLimits } from '../register-limits.rules.js';
import type { FundFact } from '../register.js';
import type { PartnerRules } from './partner.import.js';

/** UNITS_MISMATCH: units × face of one unit is not the commitment. */
export function unitsAreOff(values: CheckedValues<PartnerRules>, reading: RowReading<PartnerRules>, fund: FundFact): RowRemark[] {
  const { units, commitment } = values;
  if (units === null ? commitment % fund.unitWon === 0n : units * fund.unitWon === commitment) return [];
  const whole = commitment % fund.unitWon === 0n;
  const expected = commitment / fund.unitWon;
  return [
    remark(
      'UNITS_MISMATCH',
      reading.at('units'),
      {
        ko: `출자좌수 × 1좌금액(${formatWon(fund.unitWon)}원)이 약정금액 ${formatWon(commitment)}원과 다릅니다.`,
        en: `Units × face of ${formatWon(fund.unitWon)} won is not the commitment of ${formatWon(commitment)}.`,
      },
      whole
        ? { ko: `${expected}좌여야 합니다.`, en: `${expected} units would be right.` }
        : { ko: '약정금액이 1좌금액으로 나누어지지 않습니다. 약정금액을 확인하십시오.', en: 'The commitment is no multiple of the face: check it.' },
    ),
  ];
}

/** SHARE_PCT_MISMATCH: the typed share is further from commitment ÷ commitments of the fund than the tolerance, or unreadable. */
export function shareIsOff(commitment: Won, reading: RowReading<PartnerRules>, fund: FundFact, limits: RegisterLimits): RowRemark[] {
  const cell = reading.row.cell('share');
  if (cell.kind === 'empty') return [];
  const read = percentOf(cell);
  const expected = fraction(commitment, fund.committedWon);
  if (read.ok && read.value !== null) {
    const shares = read.assumed === true ? [read.value, scaled(read.value, 1n, 100n), scaled(read.value, 100n, 1n)] : [read.value];
    if (shares.some((share) => distance(share, expected) <= 0)) return [];
  }
  const percent = roundedPercent(commitment, fund.committedWon) ?? '-';
  return [
    remark(
      'SHARE_PCT_MISMATCH',
      reading.at('share'),
      { ko: `지분율이 약정금액 ÷ 약정총액(${percent}%)과 다릅니다.`, en: `The share is not commitment ÷ commitments of the fund (${percent} %).` },
      { ko: `${percent}%여야 합니다.`, en: `${percent} % would be right.` },
    ),
  ];

  function distance(share: Fraction, to: Fraction): number {
    const numerator = share.numerator * to.denominator - to.numerator * share.denominator;
    const magnitude = fraction(numerator < 0n ? -numerator : numerator, share.denominator * to.denominator);
    return compareFractions(magnitude, fractionOf(limits.shareTolerance));
  }
}

const scaled = (ratio: Fraction, by: bigint, over: bigint): Fraction => fraction(ratio.numerator * by, ratio.denominator * over);
