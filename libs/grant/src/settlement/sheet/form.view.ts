import type { SettlementForm } from '../form.js';
import type { SettlementRow } from '../settlement.query.js';
import { readForm } from '../form.js';
import type { SettlementFormDto } from './form.dto.js';
import type { GrantSettlementDto, GrantSettlementVersionDto } from './worksheet.dto.js';

/** Whose data a shown form holds. */
export const shownLeader = ({ form: { header } }: { readonly form: SettlementFormDto }): readonly string[] => (header.investigator === null ? [] : [`${header.agreementNumber} ${header.investigator}`]);

/** Every amount as text. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends bigint ? string : T[K] };
const texts = <T extends object>(row: T): Texts<T> => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : (value as unknown)])) as Texts<T>;

export function viewForm({ header, lines, interest, returns, disallowed, clauses }: SettlementForm): SettlementFormDto {
  const { governmentPart } = returns;
  return {
    header: { ...header, years: header.years.map(texts) },
    lines: lines.map((line) => ({ ...texts(line), name: { ...line.name } })),
    interest: interest.map(texts),
    returns: { ...texts(returns), governmentPart: { numerator: `${governmentPart.numerator}`, denominator: `${governmentPart.denominator}` } },
    disallowed: disallowed.map(texts),
    clauses: { ...clauses },
  };
}

export function viewVersion(row: SettlementRow): GrantSettlementVersionDto {
  const { id, number, stage, version, decidedOn, noticeOn, objectionUntil, totalWon, noticeWon, reason, actor, digest, latest, objection, answer, final } = row;
  return {
    ...{ id, number, stage, version, decidedOn, noticeOn, objectionUntil, totalWon, noticeWon, reason, actor, digest, latest },
    ...{ objection: objection === null ? null : { ...objection }, answer: answer === null ? null : { ...answer }, final: final === null ? null : { ...final } },
  };
}

export function viewSettlement(row: SettlementRow): GrantSettlementDto {
  return { ...viewVersion(row), callId: row.callId, agreementId: row.agreementId, form: viewForm(readForm(row.form)) };
}
