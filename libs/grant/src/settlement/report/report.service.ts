import { randomUUID } from 'node:crypto';
import { civilDeadline, endOfYear, holidayCalendar, localDate, type LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { getAgreement, lockAgreements, stagesOf } from '../../agreement/agreement.query.js';
import { getCall } from '../../call/call.query.js';
import { settlementWordingOn, type Term } from '../settlement.data.js';
import { insertReport } from './report.store.js';
import type { ReportSettlement } from './report.js';

export interface ReportedSettlement {
  readonly id: string;
  readonly dueOn: LocalDate;
  readonly late: boolean;
}

/** `grant-settlement.report`: what an institution handed in, with its own figures and whether it came in time. */
export const reportSettlement: Command<ReportSettlement, ReportedSettlement> = {
  name: 'grant-settlement.report',
  execute: async (tx, context, input) => {
    await lockAgreements(tx, [input.agreementId]);
    const agreement = await getAgreement(tx, input.agreementId);
    const call = await getCall(tx, agreement.callId);
    const stage = (await stagesOf(tx, agreement.id)).find((each) => each.stage === input.stage);
    if (stage === undefined) throw invalidField('/stage', 'grant-settlement.no-such-stage', { ko: `이 협약에는 ${input.stage}단계가 없습니다.`, en: `The agreement has no stage ${input.stage}.` });
    if (input.receivedOn > context.today) throw invalidField('/receivedOn', 'grant-settlement.not-received-yet', { ko: '접수일이 오늘보다 뒤입니다.', en: 'The report has not been received yet.' });
    const wording = settlementWordingOn(call.regime, stage.endsOn);
    const [term, from] = input.kind === 'SETTLEMENT' ? [wording.report, stage.endsOn] : yearly(wording.yearlyReport, input.fiscalYear);
    const dueOn = civilDeadline({ from, period: term.period }, holidayCalendar()).effective;
    const id = randomUUID();
    await insertReport(tx, context, { ...input, id, dueOn });
    context.announce('grant.changed', { callId: call.id });
    return { id, dueOn, late: input.receivedOn > dueOn };
  },
};

function yearly(term: Term | null, fiscalYear: number | null): readonly [Term, LocalDate] {
  if (term === null) throw invalidField('/kind', 'grant-settlement.no-yearly-report', { ko: '이 법률은 연도별 사용실적보고를 요구하지 않습니다. 정산보고를 접수해 주세요.', en: 'The law of this call asks for no yearly report. Record the settlement report.' });
  if (fiscalYear === null) throw invalidField('/fiscalYear', 'grant-settlement.year-wanted', { ko: '어느 연도의 사용실적보고인지 적어 주세요.', en: 'Say of which year the report is.' });
  return [term, endOfYear(localDate(`${fiscalYear}-01-01`))];
}
