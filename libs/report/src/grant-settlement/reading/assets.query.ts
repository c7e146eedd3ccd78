import type { Tx } from '#libs/database';
import type { GrantAssetFacts } from '../grant-settlement.js';
import { amounts, type Digits, type GrantPoint } from './point.js';

/** Equipment and important property, as last seen and as disposed of by the point. */
export async function readAssets(tx: Tx, point: GrantPoint): Promise<GrantAssetFacts[]> {
  const rows: Digits<GrantAssetFacts>[] = await tx.query(
    `select a.number as agreement, t.number, t.kind, t.name, t.registry_number as "registryNumber", coalesce(c.location, t.location) as location, t.acquired_on as "acquiredOn",
            t.amount_won::text as "amountWon", t.government_won::text as "governmentWon", t.restricted_until as "restrictedUntil", c.condition, c.checked_on as "checkedOn", x.deed, x.disposed_on as "disposedOn"
       from grant_asset t join grant_agreement a on a.id = t.agreement_id
       left join lateral (select * from grant_asset_check c where c.asset_id = t.id and c.checked_on <= $2::date and c.known_at < $3::timestamptz order by c.period_to desc limit 1) c on true
       left join lateral (select p.deed, d.disposed_on from grant_asset_disposal d join grant_asset_approval p on p.id = d.approval_id
                           where d.asset_id = t.id and d.disposed_on <= $2::date and d.known_at < $3::timestamptz order by d.disposed_on desc, d.id limit 1) x on true
      where a.call_id = $1::uuid and a.id = any($4::uuid[]) and t.acquired_on <= $2::date and t.known_at < $3::timestamptz order by t.number`,
    [...point],
  );
  return rows.map((row) => amounts<GrantAssetFacts>(row));
}
