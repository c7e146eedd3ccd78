import type { LocalDate } from '#libs/calendar';
import { scaledScore } from './score.js';

/** What decides on the place of an application. */
export interface Rankable {
  readonly number: string;
  readonly receivedOn: LocalDate;
  /** 'HH:MM:SS'; null where nobody wrote it down. */
  readonly receivedTime: string | null;
  /** Exact decimal; null before it is given. */
  readonly score: string | null;
  /** Put aside: it takes no place. */
  readonly held: boolean;
}

/** Applications in the order in which places are due to them: higher score, earlier receipt, lower number. */
export function rankApplications<Application extends Rankable>(applications: readonly Application[]): Application[] {
  return applications.filter((application) => !application.held).toSorted(compareRank);
}

function compareRank(left: Rankable, right: Rankable): number {
  const [first, second] = [scaledScore(left.score), scaledScore(right.score)];
  if (first !== second) return first > second ? -1 : 1;
  return compareText(receipt(left), receipt(right)) || compareText(left.number, right.number);
}

/** Within a day, an application without a time comes after those with one. */
const receipt = ({ receivedOn, receivedTime }: Rankable): string => `${receivedOn} ${receivedTime ?? '24:00:00'}`;

const compareText = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
