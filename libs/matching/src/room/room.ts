import type { Won } from '#libs/money';
import type { RoomBalances } from './room.posting.js';

/** A matching project as its money sees it; won. */
export interface RoomProject {
  readonly agreementId: string;
  readonly callId: string;
  readonly number: string;
  readonly title: string;
  readonly company: string;
  readonly performer: string;
  readonly privateWon: Won;
  readonly governmentWon: Won;
}

/** Private money by what it counts; won. What is not proven counts nothing, and what was matched leaves first. */
export interface PrivateMoney {
  readonly countedWon: Won;
  readonly uncountedWon: Won;
  readonly unprovenWon: Won;
  readonly withdrawnWon: Won;
}

/** Where a project stands: what is in, what it allows, and what was released. */
export interface RoomStanding extends PrivateMoney, RoomBalances {
  /** Why no more may be released: the private money that is in, or the whole commitment is allowed already. */
  readonly bound: 'PRIVATE_MONEY' | 'COMMITMENT';
}
