import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { PolicySource, PolicyValue } from '#libs/policy';
import { yearBook } from '../year/year.charts.js';
import { YEAR_TERMS } from './term.js';

export interface TermRow {
  readonly key: string;
  readonly value: PolicyValue;
  readonly clause: string;
  readonly source: PolicySource;
  readonly effectiveFrom: LocalDate;
  readonly knownAt: Date;
  readonly actor: string;
  readonly actorName: string;
}

/** Every decision on the terms of a year itself, also those that apply later, the latest first. */
export function listTermDecisions(tx: Tx, yearId: string): Promise<TermRow[]> {
  return tx.query(
    `select p.key, p.value, p.clause, p.source, p.effective_from as "effectiveFrom", p.known_at as "knownAt", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName"
       from policy p join command_author c on c.id = p.command_id left join app_user u on u.id = c.actor_id
      where p.scope = $1 and p.key = any($2) order by p.known_at desc, p.id desc`,
    [yearBook(yearId), Object.keys(YEAR_TERMS)],
  );
}
