import type { PackQuestion } from '../pack/pack.js';

/** `$1` programme years, `$2` and `$3` the period, `$4` known before: what every statement about vouchers begins with. */
export const yearParametersOf = ({ years, from, to, knownBefore }: PackQuestion): readonly unknown[] => [years.map(({ id }) => id), from, to, knownBefore];

/** `$1` programme years, `$2` the last day of the period, `$3` known before: where the beginning does not matter. */
export const yearParametersAt = ({ years, to, knownBefore }: PackQuestion): readonly unknown[] => [years.map(({ id }) => id), to, knownBefore];

/** The number of the programme year `y`, as reports have it. */
export const YEAR_NUMBER = `y.kind || '-' || y.fiscal_year`;

/** What a clawback `c` still has to bring in by `$<to>`, as known before `$<known>`; what came in after a write-off leaves nothing open. */
export const openOfClawback = (to: number, known: number): string => `
  (select greatest(0, c.principal_won + c.interest_won + c.penalty_won - c.dropped_won + coalesce(sum(case when m.kind in ('SURCHARGED', 'REVERSED') then m.amount_won else -m.amount_won end), 0))
     from clawback_movement m where m.clawback_id = c.id and m.value_on <= $${to}::date and m.known_at < $${known}::timestamptz)`;
