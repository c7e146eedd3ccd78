import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { FigureOrigin, LedgerTerm } from '../../trace/origin.js';
import type { AnnualBook, AnnualMovement, Instrument } from '../annual.js';

/** What the money table asks of every instrument, each with its own accounts. */
export const MEASURES = ['providedWon', 'assignedWon', 'spentWon', 'returnedWon', 'ownWon'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_NAMES: Readonly<Record<Measure, Bilingual>> = {
  providedWon: { ko: '① 재원', en: '① Provided' },
  assignedWon: { ko: '② 배정', en: '② Assigned' },
  spentWon: { ko: '③ 집행', en: '③ Spent' },
  returnedWon: { ko: '④ 회수', en: '④ Came back' },
  ownWon: { ko: '⑤ 자체부담', en: '⑤ Own money' },
};

type Source = Omit<LedgerTerm, 'book' | 'from' | 'parts'>;
type Family = 'FUND' | 'VOUCHER' | 'GRANT';

/** Postings that move an appropriation without paying anything out of it. */
const UNPAID = {
  VOUCHER: ['voucher.budget-decided', 'voucher.budget-lapsed', 'voucher.budget-forwarded', 'voucher.commitments-carried-over'],
  GRANT: ['grant.budget-decided', 'grant.budget-lapsed', 'grant.budget-forwarded', 'grant.commitments-carried-over', 'grant.commitment-lapsed'],
} as const;

/** What came of the government's part: receipts, less those that were reversed. */
export const OUTCOME_RECEIVED: readonly string[] = ['grant.outcome-received', 'grant.outcome-receipt-reversed'];

const CAME_BACK_OF_DEALS = ['fund.investment-exited', 'fund.investment-exited-in-history', 'fund.investment-rescinded', 'fund.investment-rescinded-in-history', 'fund.deal-rescinded'];

/** Which lines of which accounts each measure is the sum of. */
const SOURCES: Readonly<Record<Family, Readonly<Record<Measure, readonly Source[]>>>> = {
  FUND: {
    providedWon: [{ chart: 'fund.commitment', sign: 1 }],
    assignedWon: [{ chart: 'fund.capital-paid-in', sign: 1 }],
    spentWon: [{ chart: 'fund.investment-cost', without: CAME_BACK_OF_DEALS, sign: 1 }],
    returnedWon: [{ chart: 'fund.cash', postings: CAME_BACK_OF_DEALS, sign: 1 }],
    ownWon: [],
  },
  VOUCHER: {
    providedWon: [{ chart: 'voucher.appropriation', postings: ['voucher.budget-decided'], sign: 1 }],
    assignedWon: [{ chart: 'voucher.outstanding', postings: ['voucher.issued', 'voucher.topped-up'], sign: 1 }],
    spentWon: [{ chart: 'voucher.appropriation', without: UNPAID.VOUCHER, sign: -1 }, { chart: 'voucher.appropriation-carried', without: UNPAID.VOUCHER, sign: -1 }],
    returnedWon: [{ chart: 'voucher.recovered-cash', sign: 1 }],
    ownWon: [{ chart: 'voucher.own-money', postings: ['voucher.own-money-deposited', 'voucher.own-money-returned'], sign: 1 }],
  },
  GRANT: {
    providedWon: [{ chart: 'grant.appropriation', postings: ['grant.budget-decided'], sign: 1 }],
    assignedWon: [{ chart: 'grant.available', without: UNPAID.GRANT, sign: -1 }],
    spentWon: [{ chart: 'grant.appropriation', without: UNPAID.GRANT, sign: -1 }, { chart: 'grant.appropriation-carried', without: UNPAID.GRANT, sign: -1 }],
    returnedWon: [{ chart: 'grant.recovered-cash', without: ['grant.recovery-remitted'], sign: 1 }],
    ownWon: [{ chart: 'grant.project-own', sign: 1 }, { chart: 'grant.project-other', sign: 1 }],
  },
};

const familyOf = (instrument: Instrument): Family => (instrument === 'MATCHING' ? 'GRANT' : instrument);

const takes = ({ chart, postings, without }: Source, movement: AnnualMovement): boolean =>
  movement.chart === chart && (postings === undefined || postings.includes(movement.posting)) && without?.includes(movement.posting) !== true;

/** Amounts of a measure in won, in the fiscal year and since the books were opened. */
export interface Measured {
  readonly yearWon: bigint;
  readonly totalWon: bigint;
}

export const NOTHING_MEASURED: Measured = { yearWon: 0n, totalWon: 0n };

/** Adds up a measure over the movements of one book. */
export function measured({ instrument }: AnnualBook, measure: Measure, movements: readonly AnnualMovement[]): Measured {
  return sumUp(SOURCES[familyOf(instrument)][measure], movements);
}

/** The lines that `measured` adds up: those since `from`, or all. */
export const originOf = ({ book, instrument }: AnnualBook, measure: Measure, from?: LocalDate): FigureOrigin => termsOf(book, SOURCES[familyOf(instrument)][measure], from);

/** Adds up any sources over the movements of one book. */
export function sumUp(sources: readonly Source[], movements: readonly AnnualMovement[]): Measured {
  let [yearWon, totalWon] = [0n, 0n];
  for (const source of sources) {
    for (const movement of movements) {
      if (!takes(source, movement)) continue;
      yearWon += BigInt(source.sign) * movement.yearWon;
      totalWon += BigInt(source.sign) * movement.totalWon;
    }
  }
  return { yearWon, totalWon };
}

export const termsOf = (book: string, sources: readonly Source[], from?: LocalDate): FigureOrigin => sources.map((source) => ({ book, ...source, ...(from === undefined ? {} : { from }) }));

export type { Source };
