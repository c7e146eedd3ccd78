import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import { getFund, lockFund } from '../../fund/fund.query.js';

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
