import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { termText, YEAR_TERMS, type TermKind } from './term.js';
import type { DecidedVoucherTermDto, VoucherTermDecisionDto } from './term.dto.js';
import type { TermRow } from './term.query.js';
import type { DecidedTerm } from './term.service.js';

const kindOf = (key: string): TermKind => YEAR_TERMS[key] ?? 'COUNT';

export function viewTermDecision({ value, ...row }: TermRow): VoucherTermDecisionDto {
  const kind = kindOf(row.key);
  return { ...row, kind, value: termText(kind, value) };
}

export function viewDecidedTerm({ result, verdicts, dryRun }: CommandOutcome<DecidedTerm>): DecidedVoucherTermDto {
  const kind = kindOf(result.key);
  return {
    dryRun,
    verdicts: verdicts.map(shownVerdict),
    before: result.before === null ? null : termText(kind, result.before),
    after: termText(kind, result.after),
  };
}
