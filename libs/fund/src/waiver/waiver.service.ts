import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { daysBetween, type LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { Won } from '#libs/money';
import { ensureParties, type PartyDraft } from '#libs/party';
import { requireDocument } from '../deal/deal-term.store.js';
import { EVERYTHING, type FundRow, getFund, lockFund } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { WAIVER_APPROVERS, WAIVER_MOST_DAYS } from '../restriction/restriction.policy.js';
import { WaiverEndEntity } from './waiver-end.entity.js';
import { WaiverEntity } from './waiver.entity.js';
import { getWaiver } from './waiver.query.js';

export interface GrantWaiver {
  readonly fundId: string;
  readonly rule: string;
  readonly company: PartyDraft | null;
  readonly mostWon: Won | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
}

export interface RevokeWaiver {
  readonly waiverId: string;
  readonly reason: string;
}

/** One person alone waives nothing, whatever the policy says; the database asks the same. */
const FEWEST_APPROVERS = 2;

@Injectable()
export class WaiverService {
  /** `waiver.grant`: leave to break one soft rule, for a company, up to an amount and a day. Who signed it is counted when it is stored. */
  readonly grant: Command<GrantWaiver, { id: string; number: string }> = {
    name: 'waiver.grant',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const policies = await fundPolicies(tx, fund, EVERYTHING, context.today);
      requireTerm(input, fund, policies.integer(WAIVER_MOST_DAYS, 0));
      await requireDocument(tx, input.documentId, '/documentId');
      const { company, ...rest } = input;
      const companyId = company === null ? null : ([...(await ensureParties(tx, [company])).values()][0] ?? null);
      const waiver = { id: randomUUID(), number: await nextNumber(tx, fund.id, context.today) };
      const approvers = Math.max(FEWEST_APPROVERS, policies.integer(WAIVER_APPROVERS, FEWEST_APPROVERS));
      await tx.insert(WaiverEntity, { ...rest, ...waiver, companyId, approvers, knownAt: context.now, commandId: context.commandId });
      context.announce('fund.changed', { fundId: fund.id });
      return waiver;
    },
  };

  /** `waiver.revoke`: it holds no more for deals recorded from now on; those recorded before stay as they were judged. */
  readonly revoke: Command<RevokeWaiver, { id: string; endedOn: LocalDate }> = {
    name: 'waiver.revoke',
    execute: async (tx, context, input) => {
      const { fundId } = await getWaiver(tx, input.waiverId, EVERYTHING.knownBefore);
      await lockFund(tx, fundId);
      const waiver = await getWaiver(tx, input.waiverId, EVERYTHING.knownBefore);
      if (waiver.endedOn !== null) {
        throw new DomainError('conflict', 'waiver.ended-already', { ko: '이미 철회된 예외승인입니다.', en: 'The waiver has been revoked already.' });
      }
      await tx.insert(WaiverEndEntity, { waiverId: waiver.id, endedOn: context.today, reason: input.reason, knownAt: context.now, commandId: context.commandId });
      context.announce('fund.changed', { fundId });
      return { id: waiver.id, endedOn: context.today };
    },
  };
}

/** The next number of a fund's waivers in a year: WV-2026-001, … Ask under the fund's lock. */
async function nextNumber(tx: Tx, fundId: string, today: LocalDate): Promise<string> {
  const year = today.slice(0, 4);
  const [row] = await tx.query<{ count: number }[]>('select count(*)::int as count from waiver where fund_id = $1 and number like $2', [fundId, `WV-${year}-%`]);
  return `WV-${year}-${String((row?.count ?? 0) + 1).padStart(3, '0')}`;
}

function requireTerm({ validFrom, validTo }: GrantWaiver, fund: FundRow, mostDays: number): void {
  if (validFrom < fund.foundedOn || validFrom > fund.lifeTo) {
    throw invalidField('/validFrom', 'waiver.outside-fund-life', {
      ko: `조합 존속기간(${fund.foundedOn} ~ ${fund.lifeTo}) 안의 날짜여야 합니다.`,
      en: `It must lie within the life of the fund (${fund.foundedOn} to ${fund.lifeTo}).`,
    });
  }
  if (validTo < validFrom) {
    throw invalidField('/validTo', 'waiver.ends-before-it-begins', { ko: '종료일은 시작일 이후여야 합니다.', en: 'It cannot end before it begins.' });
  }
  if (daysBetween(validFrom, validTo) > mostDays) {
    throw invalidField('/validTo', 'waiver.too-long', { ko: `예외승인은 ${mostDays}일까지만 줄 수 있습니다. 종료일을 앞당겨 주세요.`, en: `A waiver holds for at most ${mostDays} days. Bring its end forward.` });
  }
}
