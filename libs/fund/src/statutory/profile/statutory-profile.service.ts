import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, notFound } from '#libs/errors';
import type { Won } from '#libs/money';
import { EVERYTHING, getFund, listFunds, lockFund } from '../../fund/fund.query.js';
import type { FundPurpose, GeneralPartnerKind } from '../statutory.js';
import { statutoryChanges, statutoryStandings, type StatutoryChange, type StatutoryStanding } from './statutory-change.rules.js';
import { statutoryPartners } from './statutory-partner.query.js';

export interface RecordStatutoryProfile {
  readonly fundId: string;
  readonly purpose: FundPurpose;
  readonly specialRatio: boolean;
  readonly graceTo: LocalDate | null;
  readonly clause: string;
  readonly effectiveFrom: LocalDate;
}

/** A profile on record, with where the managers it is about stand on the day it applies from, or today where that is later. */
export interface RecordedProfile {
  readonly id: string;
  readonly on: LocalDate;
  readonly changes: readonly StatutoryChange[];
}

/** `statutory-profile.record`: what a fund is to the statute from a day on. */
export const recordStatutoryProfile: Command<RecordStatutoryProfile, RecordedProfile> = {
  name: 'statutory-profile.record',
  async execute(tx, context, input) {
    await lockFund(tx, input.fundId);
    const fund = await getFund(tx, input.fundId);
    if (input.effectiveFrom < fund.foundedOn) {
      throw invalidField('/effectiveFrom', 'statutory-profile.before-founding', { ko: `결성일(${fund.foundedOn}) 이후여야 합니다.`, en: `It cannot apply before the founding on ${fund.foundedOn}.` });
    }
    if (input.graceTo !== null && input.graceTo <= input.effectiveFrom) {
      throw invalidField('/graceTo', 'statutory-profile.grace-over', { ko: '유예기간의 마지막 날은 적용일보다 뒤여야 합니다.', en: 'The last day of grace comes after the day it applies from.' });
    }
    const on = laterOf(context.today, input.effectiveFrom);
    const before = await standingsOf(tx, fund.generalPartnerIds, on);
    const id = randomUUID();
    await tx.query(
      `insert into statutory_profile (id, fund_id, purpose, special_ratio, grace_to, clause, effective_from, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, input.fundId, input.purpose, input.specialRatio, input.graceTo, input.clause, input.effectiveFrom, context.now, context.commandId],
    );
    context.announce('fund.changed', { fundId: input.fundId });
    return { id, on, changes: statutoryChanges(before, await standingsOf(tx, fund.generalPartnerIds, on)) };
  },
};

export interface RecordGeneralPartnerProfile {
  readonly generalPartnerId: string;
  readonly kind: GeneralPartnerKind;
  readonly ownCapitalWon: Won;
  readonly clause: string;
  readonly effectiveFrom: LocalDate;
}

/** `general-partner-profile.record`: what a manager is to the statute from a day on. */
export const recordGeneralPartnerProfile: Command<RecordGeneralPartnerProfile, RecordedProfile> = {
  name: 'general-partner-profile.record',
  async execute(tx, context, input) {
    const funds = (await listFunds(tx)).filter((fund) => fund.generalPartnerIds.includes(input.generalPartnerId));
    if (funds.length === 0) throw notFound({ ko: '업무집행조합원', en: 'general partner' }, input.generalPartnerId);
    if (input.kind !== 'VENTURE_INVESTMENT_COMPANY' && input.ownCapitalWon !== 0n) {
      throw invalidField('/ownCapitalWon', 'general-partner-profile.own-capital', {
        ko: '자본금은 벤처투자회사만 기준에 더합니다(벤처투자법 제38조). 비워 주세요.',
        en: 'Only the capital of a venture investment company joins the base (§38): leave it empty.',
      });
    }
    const on = laterOf(context.today, input.effectiveFrom);
    const before = await standingsOf(tx, [input.generalPartnerId], on);
    const id = randomUUID();
    await tx.query(
      `insert into general_partner_profile (id, general_partner_id, kind, own_capital_won, clause, effective_from, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, input.generalPartnerId, input.kind, input.ownCapitalWon.toString(), input.clause, input.effectiveFrom, context.now, context.commandId],
    );
    for (const fund of funds) context.announce('fund.changed', { fundId: fund.id });
    return { id, on, changes: statutoryChanges(before, await standingsOf(tx, [input.generalPartnerId], on)) };
  },
};

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Where these managers and their funds stand on a day, with everything known. */
async function standingsOf(tx: Tx, generalPartnerIds: readonly string[], on: LocalDate): Promise<StatutoryStanding[]> {
  const point = { asOf: on, knownBefore: EVERYTHING.knownBefore };
  const funds = (await listFunds(tx, null, point)).filter((fund) => fund.generalPartnerIds.some((id) => generalPartnerIds.includes(id)));
  const partners = await statutoryPartners(tx, funds, point);
  return statutoryStandings(partners.filter((partner) => generalPartnerIds.includes(partner.generalPartnerId)), on);
}

export const STATUTORY_COMMANDS = [recordStatutoryProfile, recordGeneralPartnerProfile] as const;
