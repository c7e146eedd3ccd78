import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';

export interface TurningEvidence {
  readonly id: string;
  readonly investmentId: string;
  readonly fundId: string;
  readonly kind: string;
  readonly issuedOn: LocalDate | null;
  /** Turns on record. */
  readonly turns: readonly string[];
}

/** A document of that investment, with what became of it. */
export async function getEvidence(tx: Tx, { evidenceId, investmentId }: { readonly evidenceId: string; readonly investmentId: string }): Promise<TurningEvidence> {
  const rows: TurningEvidence[] = await tx.query(
    `select e.id, e.investment_id as "investmentId", i.fund_id as "fundId", e.kind, e.issued_on as "issuedOn",
            coalesce((select array_agg(t.turn order by t.known_at, t.id) from evidence_turn t where t.evidence_id = e.id), '{}') as turns
       from evidence e join investment i on i.id = e.investment_id where e.id = $1 and e.investment_id = $2`,
    [evidenceId, investmentId],
  );
  if (rows[0] === undefined) throw notFound({ ko: '증빙', en: 'document of evidence' }, evidenceId);
  return rows[0];
}

/**
 * The recognised deals whose last acceptance rests on the document: it is in their frozen facts, or, where an import told the
 * decision and nothing was frozen, it is one of the deal's own documents. Oldest payment first.
 */
export async function dealsRestingOn(tx: Tx, evidence: TurningEvidence): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select i.id from investment i
       join lateral (select c.id, c.decision from classification c where c.investment_id = i.id order by c.known_at desc, c.id desc limit 1) d on d.decision = 'QUALIFIED'
       left join recognition_snapshot s on s.classification_id = d.id
      where i.fund_id = $1 and not exists (select 1 from investment_void v where v.investment_id = i.id)
        and case when s.classification_id is null then i.id = $2
                 else exists (select 1 from jsonb_array_elements(s.facts::jsonb -> 'evidence') as f where f ->> 'id' = $3::text) end
      order by i.paid_on, i.number`,
    [evidence.fundId, evidence.investmentId, evidence.id],
  );
  return rows.map(({ id }) => id);
}
