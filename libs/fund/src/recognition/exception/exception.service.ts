import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import { getFund, lockFund } from '../../fund/fund.query.js';
import { dealsCoveredFrom, getException, type CoveredDeal, type RecognitionExceptionRow } from './exception.query.js';

export interface RecordException {
  readonly fundId: string;
  readonly number: string;
  readonly issuer: string;
  readonly subject: string;
  /** A deal of the company that the answer is about; null where it covers every company of the fund. */
  readonly investmentId: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly documentId: string | null;
}

export interface WithdrawException {
  readonly fundId: string;
  readonly exceptionId: string;
  /** The first day on which it covers nothing more. */
  readonly withdrawnFrom: LocalDate;
  readonly reason: string;
}

export interface WithdrawnException {
  readonly number: string;
  readonly withdrawnFrom: LocalDate;
  /** Recognitions of payments from that day on: they stand until their document is recorded as invalid. */
  readonly covered: readonly CoveredDeal[];
}

/** `recognition-exception.record`: an answer of the authority or the advisory committee, which claims of its fund may refer to. */
export const recordException: Command<RecordException, { id: string; number: string }> = {
  name: 'recognition-exception.record',
  async execute(tx, context, input) {
    await lockFund(tx, input.fundId);
    const fund = await getFund(tx, input.fundId);
    requireTerm(input, context.today);
    const companyId = input.investmentId === null ? null : await companyOf(tx, fund.id, input.investmentId);
    await requireFile(tx, input.documentId, '/documentId');
    const taken: unknown[] = await tx.query('select 1 from recognition_exception where fund_id = $1 and number = $2', [fund.id, input.number]);
    if (taken.length > 0) {
      throw new DomainError('conflict', 'recognition-exception.number-taken', { ko: `문서번호 ${input.number}은(는) 이미 등록되어 있습니다.`, en: `The number ${input.number} is on record already.` });
    }
    const id = randomUUID();
    await tx.query(
      `insert into recognition_exception (id, fund_id, number, issuer, subject, company_id, valid_from, valid_to, document_id, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, fund.id, input.number, input.issuer, input.subject, companyId, input.validFrom, input.validTo, input.documentId, context.now, context.commandId],
    );
    context.announce('fund.changed', { fundId: fund.id });
    return { id, number: input.number };
  },
};

/**
 * `recognition-exception.withdraw`: from a day on the answer covers no further payment. What was recognised under it before that
 * day keeps it; what lies after is answered, not revoked: the document that cites the answer is invalidated by compliance.
 */
export const withdrawException: Command<WithdrawException, WithdrawnException> = {
  name: 'recognition-exception.withdraw',
  async execute(tx, context, input) {
    await lockFund(tx, input.fundId);
    const exception = await getException(tx, input);
    requireStanding(exception, input, context.today);
    await tx.query('insert into recognition_exception_withdrawal (exception_id, withdrawn_from, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [
      ...[input.exceptionId, input.withdrawnFrom, input.reason, context.now, context.commandId],
    ]);
    context.announce('fund.changed', { fundId: input.fundId });
    return { number: exception.number, withdrawnFrom: input.withdrawnFrom, covered: await dealsCoveredFrom(tx, input, exception.number) };
  },
};

function requireStanding(exception: RecognitionExceptionRow, { withdrawnFrom }: WithdrawException, today: LocalDate): void {
  const { number, validFrom, validTo } = exception;
  if (exception.withdrawnFrom !== null) {
    throw new DomainError('conflict', 'recognition-exception.withdrawn-already', { ko: `사전인정 ${number}은(는) 이미 ${exception.withdrawnFrom}에 철회되었습니다.`, en: `The exception ${number} was withdrawn already, from ${exception.withdrawnFrom}.` });
  }
  const last = validTo !== null && validTo < today ? validTo : today;
  if (withdrawnFrom >= validFrom && withdrawnFrom <= last) return;
  throw invalidField('/withdrawnFrom', 'recognition-exception.withdrawn-outside-term', {
    ko: `유효기간 안의 지난 날짜(${validFrom} ~ ${last})여야 합니다.`,
    en: `It has to lie within the term of the answer and not in the future: ${validFrom} to ${last}.`,
  });
}

function requireTerm({ validFrom, validTo }: RecordException, today: LocalDate): void {
  if (validTo !== null && validTo < validFrom) {
    throw invalidField('/validTo', 'recognition-exception.term', { ko: `유효기간의 끝이 시작(${validFrom})보다 앞섭니다.`, en: `It ends before it begins on ${validFrom}.` });
  }
  if (validFrom > today) {
    throw invalidField('/validFrom', 'recognition-exception.in-future', { ko: '오늘보다 뒤에 시작하는 회신입니다. 효력이 생긴 뒤 등록해 주세요.', en: 'It begins in the future. Record it once it holds.' });
  }
}

async function companyOf(tx: Tx, fundId: string, investmentId: string): Promise<string> {
  const rows: { companyId: string }[] = await tx.query('select company_id as "companyId" from investment where id = $1 and fund_id = $2', [investmentId, fundId]);
  if (rows[0] !== undefined) return rows[0].companyId;
  throw invalidField('/investmentId', 'recognition-exception.unknown-deal', { ko: '이 조합에 그런 투자가 없습니다.', en: 'The fund has no such deal.' });
}

export const EXCEPTION_COMMANDS = [recordException, withdrawException] as const;
