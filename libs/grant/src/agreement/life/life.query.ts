import type { Tx } from '#libs/database';

/** Stages whose settlement is not final yet. */
export async function unsettledStages(tx: Tx, agreementId: string): Promise<number[]> {
  const rows: { stage: number }[] = await tx.query(
    `select distinct s.stage from grant_stage s
      where s.agreement_id = $1 and not exists (select 1 from grant_settlement_final f where f.agreement_id = s.agreement_id and f.stage = s.stage) order by s.stage`,
    [agreementId],
  );
  return rows.map(({ stage }) => stage);
}
