export { accruedFees, cumulativeFloorShares, simpleInterest, TREASURY_STEP_WON, truncateTo, type FeeSegment } from './accrual.js';
export { allocate, allocateCumulatively } from './allocation.js';
export { basisPoints, fractionOf, meetsRatio, requiredAmount, shareOf, type BasisPoints } from './basis-points.js';
export { addFractions, compareFractions, fraction, multiplyFloor, multiplyFractions, toDecimalString, type Fraction } from './fraction.js';
export type { DecimalRounding } from './integer.js';
export { roundedPercent, truncatedPercent, truncatedPercentText } from './percent.js';
export { inUnit, unitColumn, WON_UNITS, type UnitColumn, type WonUnit } from './unit.js';
export {
  addWon,
  isWon,
  MAX_INPUT_WON,
  MAX_WON,
  maxWon,
  minWon,
  negateWon,
  subtractWon,
  sumWon,
  won,
  ZERO_WON,
  type Won,
} from './won.js';
export { formatWon, formatWonPlain, parseWonText, type ParsedWonText } from './won-text.js';
export { amountInWords, officialAmount, receiptAmount } from './words.js';
