import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { PolicySource, PolicyValue } from '#libs/policy';
import { callBook } from '../call/call.charts.js';
import { CALL_TERMS } from '../call/call-terms.data.js';
import { TERM_KEYS } from './term.js';

export interface TermDecision {
  readonly key: string;
  readonly value: PolicyValue;
  readonly clause: string;
  readonly source: PolicySource;
  readonly effectiveFrom: LocalDate;
  readonly knownAt: Date;
  readonly actor: string;
}

/** Every decision on the terms of a call itself, also those that apply later, the latest first. */
export function listTermDecisions(tx: Tx, callId: string): Promise<TermDecision[]> {
  return tx.query(
    `select p.key, p.value, p.clause, p.source, p.effective_from as "effectiveFrom", p.known_at as "knownAt", c.actor_login as actor
       from policy p join command_author c on c.id = p.command_id
      where p.scope = $1 order by p.known_at desc, p.id desc`,
    [callBook(callId)],
  );
}

/** A value of the term `key` that shows what its values look like: its default. Throws invalid at `pointer` for what is no term of grants. */
export async function sampleOfTerm(tx: Tx, key: string, pointer: string): Promise<PolicyValue> {
  const rows: { value: PolicyValue }[] = TERM_KEYS.test(key) ? await tx.query(`select value from policy where scope = '*' and key = $1 order by known_at limit 1`, [key]) : [];
  const sample = rows[0]?.value ?? CALL_TERMS[key];
  if (sample === undefined) throw invalidField(pointer, 'grant-term.unknown', { ko: '정할 수 있는 조건이 아닙니다.', en: 'This is no term of a call.' });
  return sample;
}
