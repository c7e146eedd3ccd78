import { words, type Ground } from '../../trace/ground.js';
import { MEASURE_NAMES, type Measure } from './measure.js';

const offTheBooks = (measure: Measure): Ground => words(`${MEASURE_NAMES[measure].ko}: 데이터 사전의 정의대로 각 장부의 원장에서 더함`);

/** What the columns of the measures rest on: the accounts of every book, named by the references of the figures that have entries. */
export const MEASURE_GROUNDS: Readonly<Record<Measure, Ground>> = {
  providedWon: offTheBooks('providedWon'),
  assignedWon: offTheBooks('assignedWon'),
  spentWon: offTheBooks('spentWon'),
  returnedWon: offTheBooks('returnedWon'),
  ownWon: offTheBooks('ownWon'),
};
