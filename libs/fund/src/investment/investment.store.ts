import type { Tx } from '#libs/database';
import type { Verdict } from '#libs/command';
import { canonicalJson } from '#libs/command';

/** The next free number of a fund's deals in a year: INV-2026-0001, … Ask under the fund's lock. */
export async function nextInvestmentNumber(tx: Tx, fundId: string, year: string): Promise<string> {
  const rows: { last: string | null }[] = await tx.query(
    `select max(substring(number from 10)::int) as last from investment where fund_id = $1 and number like $2`,
    [fundId, `INV-${year}-%`],
  );
  return `INV-${year}-${String(Number(rows[0]?.last ?? 0) + 1).padStart(4, '0')}`;
}

export interface JudgedSubject {
  readonly kind: string;
  readonly id: string;
  readonly fundId: string;
  readonly verdicts: readonly Verdict[];
}

/** Keeps the verdicts about objects, with the facts they were given on. */
export async function keepVerdicts(tx: Tx, commandId: string, knownAt: Date, subjects: readonly JudgedSubject[]): Promise<void> {
  const rows = subjects.flatMap(({ verdicts, ...subject }) => verdicts.map((verdict) => ({ ...subject, ...verdict })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into rule_verdict (subject_kind, subject_id, fund_id, rule, clause, result, text_ko, text_en, inputs, known_at, command_id)
     select v ->> 'kind', (v ->> 'id')::uuid, (v ->> 'fundId')::uuid, v ->> 'rule', v ->> 'clause', v ->> 'result',
            v -> 'text' ->> 'ko', v -> 'text' ->> 'en', v -> 'inputs', $2, $3
       from jsonb_array_elements($1::jsonb) as v`,
    [canonicalJson(rows), knownAt, commandId],
  );
}
