import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { getCall, listGrantCalls, policiesOfCall, type GrantCall } from '#libs/grant';
import { won, ZERO_WON, type Won } from '#libs/money';
import type { PolicySet } from '#libs/policy';

/** A pool: a call of the kind that matches private money. Throws not found for any other. */
export async function getPool(tx: Tx, callId: string): Promise<GrantCall> {
  const call = await getCall(tx, callId);
  if (call.kind !== 'MATCHING') throw notFound({ ko: '매칭 풀', en: 'pool' }, callId);
  return call;
}

/** All pools in sight, the latest first. */
export const listPools = async (tx: Tx): Promise<GrantCall[]> => (await listGrantCalls(tx)).filter(({ kind }) => kind === 'MATCHING');

export const policiesOfPool = (tx: Tx, pool: GrantCall, on: LocalDate): Promise<PolicySet> => policiesOfCall(tx, pool, on);

/** What the projects of a pool come to; won. */
export interface PoolFigures {
  readonly callId: string;
  readonly projects: number;
  readonly privateWon: Won;
  readonly governmentWon: Won;
  /** Private cash on the accounts of the projects, from the books. */
  readonly provenWon: Won;
  /** Government money decided to be paid. */
  readonly releasedWon: Won;
  /** Planned, and neither agreed nor turned down. */
  readonly waiting: number;
}

type Raw = { readonly [Key in keyof PoolFigures]: string };

export async function figuresOfPools(tx: Tx, callIds: readonly string[]): Promise<ReadonlyMap<string, PoolFigures>> {
  const rows: Raw[] = await tx.query(
    `select c.id as "callId", count(p.*)::text as projects, coalesce(sum(p.private_won), 0)::text as "privateWon", coalesce(sum(p.government_won), 0)::text as "governmentWon",
            (select coalesce(sum(b.balance), 0)::text from ledger_account l join account_balance b on b.account_id = l.id where l.book = 'grant/' || c.id and l.chart = 'grant.project-own') as "provenWon",
            (select coalesce(sum(b.balance), 0)::text from ledger_account l join account_balance b on b.account_id = l.id where l.book = 'grant/' || c.id and l.chart = 'matching.released') as "releasedWon",
            (select count(*)::text from grant_application a join grant_application_state s on s.application_id = a.id
              where a.call_id = c.id and s.state in ('APPLIED', 'CHECKED', 'EVALUATED', 'WAITLISTED', 'SELECTED')) as waiting
       from grant_call c left join matching_project p on p.call_id = c.id where c.id = any($1) group by c.id`,
    [callIds],
  );
  return new Map(rows.map((row) => [row.callId, { callId: row.callId, projects: Number(row.projects), waiting: Number(row.waiting), privateWon: won(row.privateWon), governmentWon: won(row.governmentWon), provenWon: won(row.provenWon), releasedWon: won(row.releasedWon) }]));
}

export const noFigures = (callId: string): PoolFigures => ({ callId, projects: 0, waiting: 0, privateWon: ZERO_WON, governmentWon: ZERO_WON, provenWon: ZERO_WON, releasedWon: ZERO_WON });
