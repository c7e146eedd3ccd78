import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { Asset } from './asset.js';

const ASSET_SELECT = `
  select s.id, a.call_id as "callId", s.agreement_id as "agreementId", a.number as "agreementNumber", p.name as institution, s.number, s.kind, s.name, s.maker, s.serial,
         s.registry_number as "registryNumber", s.location, s.expense_id as "expenseId", e.number as "expenseNumber", s.acquired_on as "acquiredOn",
         s.amount_won::text as "amountWon", s.government_won::text as "governmentWon", s.restricted_until as "restrictedUntil",
         (select coalesce(json_agg(json_build_object('id', k.id, 'periodTo', k.period_to, 'checkedOn', k.checked_on, 'condition', k.condition, 'location', k.location, 'note', k.note) order by k.period_to), '[]'::json)
            from grant_asset_check k where k.asset_id = s.id) as checks,
         (select coalesce(json_agg(json_build_object('id', v.id, 'deed', v.deed, 'counterparty', v.counterparty, 'expectedWon', v.expected_won::text, 'reason', v.reason,
                                                     'decidedOn', v.decided_on, 'validThrough', v.valid_through,
                                                     'disposal', case when d.id is null then null else json_build_object('id', d.id, 'disposedOn', d.disposed_on, 'proceedsWon', d.proceeds_won::text,
                                                                                                                         'governmentWon', d.government_won::text, 'claim', c.number) end)
                                   order by v.decided_on, v.recorded_at), '[]'::json)
            from grant_asset_approval v left join grant_asset_disposal d on d.approval_id = v.id left join outcome_claim c on c.disposal_id = d.id where v.asset_id = s.id) as approvals
    from grant_asset s
    join grant_agreement a on a.id = s.agreement_id
    join party p on p.id = a.party_id
    left join grant_expense e on e.id = s.expense_id`;

/** The assets of a call, by number. */
export function listAssets(tx: Tx, callId: string): Promise<Asset[]> {
  return tx.query(`${ASSET_SELECT} where a.call_id = $1 order by s.number`, [callId]);
}

export async function getAsset(tx: Tx, assetId: string): Promise<Asset> {
  const rows: Asset[] = await tx.query(`${ASSET_SELECT} where s.id = $1`, [assetId]);
  if (rows[0] === undefined) throw notFound({ ko: '자산', en: 'asset' }, assetId);
  return rows[0];
}

/** What an expense paid and how much of it other assets account for already; null where the agreement has no such standing expense. */
export async function findExpense(tx: Tx, agreementId: string, expenseId: string): Promise<{ readonly number: string; readonly leftWon: bigint } | null> {
  const rows: { number: string; leftWon: string }[] = await tx.query(
    `select e.number, (e.amount_won - (select coalesce(sum(s.amount_won), 0) from grant_asset s where s.expense_id = e.id))::text as "leftWon"
       from grant_expense e where e.id = $2 and e.agreement_id = $1 and not exists (select 1 from grant_expense_void v where v.expense_id = e.id)`,
    [agreementId, expenseId],
  );
  return rows[0] === undefined ? null : { number: rows[0].number, leftWon: BigInt(rows[0].leftWon) };
}
