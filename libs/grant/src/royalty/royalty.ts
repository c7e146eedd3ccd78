import type { LocalDate } from '#libs/calendar';
import type { Fraction, Won } from '#libs/money';

/** Owners of results that pay the government its part; non-profit owners divide theirs instead. */
export const ROYALTY_PAYERS = ['SME', 'MID_SIZE', 'LARGE'] as const;
export type RoyaltyPayer = (typeof ROYALTY_PAYERS)[number];

/** 정부납부기술료: the rate on income, the cap on the whole life, and until when. */
export interface RoyaltyTerms {
  readonly rates: Readonly<Record<RoyaltyPayer, Fraction>>;
  /** Of what the government granted. */
  readonly caps: Readonly<Record<RoyaltyPayer, Fraction>>;
  readonly yearsFromFirstCollection: number;
  readonly yearsFromProjectEnd: number;
  readonly clause: string;
}

/** Income of one year from results of a project; amounts in won. */
export interface RoyaltyIncome {
  readonly year: number;
  readonly licenceWon: Won;
  /** Sales with the results, and the part of them that the technology contributed. */
  readonly ownUse: { readonly salesWon: Won; readonly contribution: Fraction } | null;
}

/** What a year costs its payer, and why not more. */
export interface RoyaltyYear {
  readonly year: number;
  /** By the rate, before the cap. */
  readonly computedWon: Won;
  readonly dueWon: Won;
  /** Paid and due together, this year included. */
  readonly totalWon: Won;
  readonly capWon: Won;
  readonly ended: boolean;
}

export interface RoyaltyProject {
  readonly payer: RoyaltyPayer;
  readonly grantWon: Won;
  readonly endedOn: LocalDate;
  readonly firstCollectedOn: LocalDate | null;
}

/** A party to royalties that a non-profit owner receives, and its least part; the last one takes what is left. */
export interface RoyaltyShare {
  readonly name: string;
  readonly least: Fraction | null;
}

/** What income of results costs one agreement over its whole life; amounts in won. */
export interface RoyaltyStatement {
  /** Null for an owner that pays nothing and divides instead. */
  readonly payer: RoyaltyPayer | null;
  readonly grantWon: Won;
  readonly capWon: Won;
  readonly claimedWon: Won;
  /** The last day on which income still costs. */
  readonly endsOn: LocalDate;
  readonly clause: string;
  readonly years: readonly StatementYear[];
}

/** Why a year costs what it does: not all of it, where the cap or the end cut it off. */
export type RoyaltyReason = 'FULL' | 'CAPPED' | 'CAP_REACHED' | 'ENDED' | 'NO_INCOME';

export interface StatementYear {
  readonly year: number;
  readonly licenceWon: Won;
  readonly salesWon: Won;
  readonly computedWon: Won;
  readonly dueWon: Won;
  /** Claimed by notices for this year before. */
  readonly claimedWon: Won;
  /** Still to be claimed for this year, and how much of it a notice asks for: tens of won. */
  readonly openWon: Won;
  readonly noticeWon: Won;
  readonly reason: RoyaltyReason;
}
