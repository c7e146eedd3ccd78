import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField, notFound } from '#libs/errors';
import type { Won } from '#libs/money';
import { getFund, listFunds, lockFund } from '../../fund/fund.query.js';
import type { FundPurpose, GeneralPartnerKind } from '../statutory.js';

export interface RecordStatutoryProfile {
  readonly fundId: string;
  readonly purpose: FundPurpose;
  readonly specialRatio: boolean;
  readonly graceTo: LocalDate | null;
  readonly clause: string;
  readonly effectiveFrom: LocalDate;
}

/** `statutory-profile.record`: what a fund is to the statute from a day on. */
export const recordStatutoryProfile: Command<RecordStatutoryProfile, { id: string }> = {
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
    const id = randomUUID();
    await tx.query(
      `insert into statutory_profile (id, fund_id, purpose, special_ratio, grace_to, clause, effective_from, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, input.fundId, input.purpose, input.specialRatio, input.graceTo, input.clause, input.effectiveFrom, context.now, context.commandId],
    );
    context.announce('fund.changed', { fundId: input.fundId });
    return { id };
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
export const recordGeneralPartnerProfile: Command<RecordGeneralPartnerProfile, { id: string }> = {
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
    const id = randomUUID();
    await tx.query(
      `insert into general_partner_profile (id, general_partner_id, kind, own_capital_won, clause, effective_from, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, input.generalPartnerId, input.kind, input.ownCapitalWon.toString(), input.clause, input.effectiveFrom, context.now, context.commandId],
    );
    for (const fund of funds) context.announce('fund.changed', { fundId: fund.id });
    return { id };
  },
};

export const STATUTORY_COMMANDS = [recordStatutoryProfile, recordGeneralPartnerProfile] as const;
