import type { PackQuestion } from '../pack/pack.js';

/** `$1` calls, `$2` and `$3` the period, `$4` known before: what every statement about grants begins with. */
export const callParametersOf = ({ calls, from, to, knownBefore }: PackQuestion): readonly unknown[] => [calls.map(({ id }) => id), from, to, knownBefore];

/** `$1` calls, `$2` the last day of the period, `$3` known before: where the beginning does not matter. */
export const callParametersAt = ({ calls, to, knownBefore }: PackQuestion): readonly unknown[] => [calls.map(({ id }) => id), to, knownBefore];

/** What a recovery `r` still has to bring in by `$<to>`, as known before `$<known>`; what came in after a write-off leaves nothing open. */
export const openOfRecovery = (to: number, known: number): string => `
  (select greatest(0, r.demanded_won + coalesce(sum(case when m.kind in ('SURCHARGED', 'REVERSED') then m.amount_won else -m.amount_won end), 0))
     from grant_recovery_movement m where m.recovery_id = r.id and m.value_on <= $${to}::date and m.known_at < $${known}::timestamptz)`;

/** What entries of the call `c` did by the end of the period to its accounts of one kind, on their normal side; of some postings, or of all. */
export const movedOfCall = (chart: string, ...postings: readonly string[]): string => `
  (select coalesce(sum(case when l.side = a.normal_side then l.amount else -l.amount end), 0)
     from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
    where e.book = 'grant/' || c.id and a.chart = '${chart}' and e.effective_on <= $2::date and e.known_at < $3::timestamptz
      ${postings.length === 0 ? '' : `and e.posting in (${postings.map((each) => `'${each}'`).join(', ')})`})`;
