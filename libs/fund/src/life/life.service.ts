import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { civilDeadline, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import type { PolicySet } from '#libs/policy';
import { EVERYTHING, getFund, lockFund, type FundRow } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { LIFE_POLICIES } from './life.policy.js';
import { businessOf, listExtensions } from './life.query.js';
import { extensionLengthens, fundIsNotDissolved, judgeDissolution, judgeExtension, type ExtensionTerms, type Periods } from './life.rules.js';
import type { DissolutionCause } from './life.js';

export interface ExtendFund {
  readonly fundId: string;
  readonly lifeTo: LocalDate;
  readonly investmentTo: LocalDate | null;
  readonly decidedOn: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
}

export interface ExtendedFund {
  readonly id: string;
  readonly number: number;
  readonly before: Periods;
  readonly after: Periods;
}

export interface DissolveFund {
  readonly fundId: string;
  readonly dissolvedOn: LocalDate;
  readonly cause: DissolutionCause;
  readonly reason: string;
  readonly liquidator: string;
  readonly documentId: string | null;
}

export interface DissolvedFund {
  readonly noticeDueOn: LocalDate;
}

@Injectable()
export class LifeService {
  /** `fund.extend`: a later end of the life, and where agreed of the investment period. The deadline of the obligation stays what the agreement says. */
  readonly extend: Command<ExtendFund, ExtendedFund> = {
    name: 'fund.extend',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      fundIsNotDissolved(fund, input.decidedOn, '/decidedOn');
      requireDecidedOn('/decidedOn', input.decidedOn, fund, context.today);
      extensionLengthens(input, fund);
      await requireFile(tx, input.documentId, '/documentId');
      const earlier = await listExtensions(tx, fund.id, EVERYTHING);
      requireInTurn(input.decidedOn, earlier.at(-1)?.decidedOn ?? null);
      const number = earlier.length + 1;
      context.judge(judgeExtension(input.lifeTo, number, fund, extensionTerms(await fundPolicies(tx, fund, EVERYTHING, context.today))));
      const id = randomUUID();
      await tx.query(
        `insert into fund_extension (id, fund_id, number, life_to, investment_to, decided_on, reason, document_id, known_at, command_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, fund.id, number, input.lifeTo, input.investmentTo, input.decidedOn, input.reason, input.documentId, context.now, context.commandId],
      );
      context.announce('fund.changed', { fundId: fund.id });
      return { id, number, before: periodsOf(fund), after: periodsOf(await getFund(tx, fund.id)) };
    },
  };

  /** `fund.dissolve`: the fund ends; from the next day on it takes no call, deal, transfer or extension. In a dry run: what stands against it and what lies open. */
  readonly dissolve: Command<DissolveFund, DissolvedFund> = {
    name: 'fund.dissolve',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      if (fund.dissolvedOn !== null) {
        throw new DomainError('conflict', 'fund.dissolved-already', { ko: `${fund.dissolvedOn}에 이미 해산한 조합입니다.`, en: `The fund was dissolved on ${fund.dissolvedOn}.` });
      }
      requireDecidedOn('/dissolvedOn', input.dissolvedOn, fund, context.today);
      await requireFile(tx, input.documentId, '/documentId');
      const policies = await fundPolicies(tx, fund, EVERYTHING, context.today);
      const clause = policies.find(LIFE_POLICIES.dissolutionDays)?.clause ?? '';
      context.judge(judgeDissolution(input.dissolvedOn, await businessOf(tx, fund.id), clause));
      const noticeDueOn = civilDeadline({ from: input.dissolvedOn, period: { days: Math.max(1, policies.integer(LIFE_POLICIES.dissolutionDays, 1)) } }, holidayCalendar()).effective;
      if (context.blocked) return { noticeDueOn };
      await tx.query(
        `insert into fund_dissolution (fund_id, dissolved_on, cause, reason, liquidator, notice_due_on, document_id, known_at, command_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [fund.id, input.dissolvedOn, input.cause, input.reason, input.liquidator, noticeDueOn, input.documentId, context.now, context.commandId],
      );
      context.announce('fund.changed', { fundId: fund.id });
      return { noticeDueOn };
    },
  };
}

const periodsOf = ({ foundedOn, investmentTo, lifeTo }: FundRow): Periods => ({ foundedOn, investmentTo, lifeTo });

function extensionTerms(policies: PolicySet): ExtensionTerms {
  return {
    years: policies.integer(LIFE_POLICIES.extensionYears, 0),
    yearsClause: policies.find(LIFE_POLICIES.extensionYears)?.clause ?? '',
    times: policies.integer(LIFE_POLICIES.extensions, 0),
    timesClause: policies.find(LIFE_POLICIES.extensions)?.clause ?? '',
  };
}

function requireDecidedOn(pointer: string, on: LocalDate, fund: FundRow, today: LocalDate): void {
  if (on >= fund.foundedOn && on <= today) return;
  throw invalidField(pointer, 'fund.decided-outside-life', {
    ko: `결성일(${fund.foundedOn})부터 오늘까지의 날짜여야 합니다.`,
    en: `The day lies between the founding on ${fund.foundedOn} and today.`,
  });
}

function requireInTurn(decidedOn: LocalDate, lastOn: LocalDate | null): void {
  if (lastOn === null || decidedOn >= lastOn) return;
  throw invalidField('/decidedOn', 'fund.extension-out-of-turn', { ko: `앞선 연장의 의결일(${lastOn}) 이후여야 합니다.`, en: `It must not be before the last extension was decided, on ${lastOn}.` });
}
