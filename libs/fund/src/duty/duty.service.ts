import { Injectable } from '@nestjs/common';
import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { dutyFacts } from './duty.query.js';
import { dutiesOf } from './duty.rules.js';

export interface FulfilDuty {
  readonly fundId: string;
  readonly duty: string;
  readonly doneOn: LocalDate;
  readonly note: string | null;
  readonly documentId: string | null;
}

export interface FulfilledDuty {
  readonly duty: string;
  readonly dueOn: LocalDate;
  /** Done by its day. */
  readonly inTime: boolean;
}

@Injectable()
export class DutyService {
  /** `fund-duty.fulfil`: that a registration was filed, a report delivered, an account reconciled; once for each duty. */
  readonly fulfil: Command<FulfilDuty, FulfilledDuty> = {
    name: 'fund-duty.fulfil',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      const policies = await fundPolicies(tx, fund, EVERYTHING, context.today);
      const duty = dutiesOf(await dutyFacts(tx, fund, EVERYTHING), policies, context.today, holidayCalendar()).find((each) => each.duty === input.duty);
      if (duty === undefined) {
        throw invalidField('/duty', 'fund-duty.unknown', { ko: '이 조합의 의무 목록에 없는 항목입니다. 목록에서 골라 주세요.', en: 'The fund has no such duty. Choose one of its list.' });
      }
      if (duty.doneOn !== null) {
        throw new DomainError('conflict', 'fund-duty.done-already', { ko: `${duty.doneOn}에 이행한 것으로 이미 기록되어 있습니다.`, en: `It is on record as done on ${duty.doneOn}.` });
      }
      if (input.doneOn < duty.since || input.doneOn > context.today) {
        throw invalidField('/doneOn', 'fund-duty.done-out-of-time', { ko: `사유 발생일(${duty.since})부터 오늘까지의 날짜여야 합니다.`, en: `It was done between ${duty.since}, when it began, and today.` });
      }
      await requireFile(tx, input.documentId, '/documentId');
      await tx.query('insert into fund_duty_done (fund_id, duty, done_on, note, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7)', [
        ...[fund.id, duty.duty, input.doneOn, input.note, input.documentId, context.now, context.commandId],
      ]);
      context.announce('fund.changed', { fundId: fund.id });
      return { duty: duty.duty, dueOn: duty.dueOn, inTime: input.doneOn <= duty.dueOn };
    },
  };
}
