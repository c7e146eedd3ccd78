import { localDate, type LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import { invalidField } from '#libs/errors';
import type { FinalizeSettlement } from '../recovery/demand.service.js';
import type { DecideSettlement } from './decision/decision.service.js';
import type { AnswerSettlement, ObjectToSettlement } from './objection/objection.service.js';
import type { ReportSettlement } from './report/report.js';
import type { AnswerGrantSettlementDto, DecideGrantSettlementDto, FinalizeGrantSettlementDto, ObjectToGrantSettlementDto, ReportGrantSettlementDto, RetainedDto } from './settlement.dto.js';

const amountOrNull = (text: string | undefined): Won | null => (text === undefined ? null : won(text));
const dayOrNull = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));
const retainedOf = (rows: readonly RetainedDto[] | undefined) => (rows ?? []).map(({ lineId, amountWon }) => ({ lineId, amountWon: won(amountWon) }));

export function reportInput(agreementId: string, body: ReportGrantSettlementDto): ReportSettlement {
  const { kind, stage, fiscalYear, receivedOn, documentId, note } = body;
  return {
    ...{ agreementId, kind: kind as ReportSettlement['kind'], stage, fiscalYear: kind === 'YEARLY_USE' ? (fiscalYear ?? null) : null, receivedOn: localDate(receivedOn), documentId: documentId ?? null, note: note ?? null },
    stated: {
      ...{ usedWon: amountOrNull(body.usedWon), unusedWon: amountOrNull(body.unusedWon), disallowedWon: amountOrNull(body.disallowedWon) },
      ...{ inKindShortageWon: amountOrNull(body.inKindShortageWon), interestWon: amountOrNull(body.interestWon), totalWon: kind === 'SETTLEMENT' ? amountOrNull(body.totalWon) : null },
    },
  };
}

/** Throws at the field where a settlement that is meant does not say what was read. */
export function decisionInput(agreementId: string, { stage, noticeOn, noticeWon, retained, dryRun }: DecideGrantSettlementDto): DecideSettlement {
  if (noticeWon === undefined && dryRun !== true) throw noticeWanted();
  return { agreementId, stage, noticeOn: localDate(noticeOn), noticeWon: amountOrNull(noticeWon), retained: retainedOf(retained) };
}

export function objectionInput(settlementId: string, { objectedOn, grounds, documentId }: ObjectToGrantSettlementDto): ObjectToSettlement {
  return { settlementId, objectedOn: localDate(objectedOn), grounds, documentId: documentId ?? null };
}

export function answerInput(settlementId: string, today: LocalDate, { outcome, reason, noticeOn, noticeWon, retained, dryRun }: AnswerGrantSettlementDto): AnswerSettlement {
  if (outcome !== 'REJECTED' && noticeWon === undefined && dryRun !== true) throw noticeWanted();
  return { settlementId, outcome: outcome as AnswerSettlement['outcome'], reason, noticeOn: noticeOn === undefined ? today : localDate(noticeOn), noticeWon: amountOrNull(noticeWon), retained: retainedOf(retained) };
}

export function finalInput(settlementId: string, { noticeOn, dueOn, instalments, acceptedOn }: FinalizeGrantSettlementDto): FinalizeSettlement {
  return { settlementId, noticeOn: localDate(noticeOn), dueOn: dayOrNull(dueOn), instalments: instalments ?? 1, acceptedOn: dayOrNull(acceptedOn) };
}

const noticeWanted = () => invalidField('/noticeWon', 'grant-settlement.notice-wanted', { ko: '정산서에서 확인한 반납 통지액을 적어 주세요.', en: 'State the amount that the worksheet showed for the notice.' });
