import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { ConditionMet, StandingCondition, Tranche, TrancheCondition } from './tranche.js';

interface ConditionRow {
  readonly position: number;
  readonly kind: TrancheCondition['kind'];
  readonly amountWon: string | null;
  readonly basisPoints: number | null;
  readonly label: string | null;
  readonly met: ConditionMet | null;
}

const TRANCHE_SELECT = `
  select t.id, t.agreement_id as "agreementId", t.number, t.fiscal_year as "fiscalYear", t.label, t.amount_won::text as "amountWon", t.planned_on as "plannedOn",
         s.state, s.since_on as "sinceOn",
         (select coalesce(json_agg(json_build_object('position', c.position, 'kind', c.kind, 'amountWon', c.amount_won::text, 'basisPoints', c.basis_points, 'label', c.label,
                   'met', case when m.tranche_id is null then null else json_build_object('metOn', m.met_on, 'note', m.note, 'documentId', m.document_id, 'documentName', d.file_name, 'actor', a.actor_login) end)
                 order by c.position), '[]'::json)
            from grant_tranche_condition c
            left join grant_condition_met m on (m.tranche_id, m.position) = (c.tranche_id, c.position)
            left join document d on d.id = m.document_id
            left join command_author a on a.id = m.command_id
           where c.tranche_id = t.id) as conditions
    from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id`;

type TrancheRow = Omit<Tranche, 'amountWon' | 'conditions'> & { readonly amountWon: string; readonly conditions: readonly ConditionRow[] };

export async function getTranche(tx: Tx, trancheId: string): Promise<Tranche> {
  const rows: TrancheRow[] = await tx.query(`${TRANCHE_SELECT} where t.id = $1`, [trancheId]);
  if (rows[0] === undefined) throw notFound({ ko: '지급 회차', en: 'tranche' }, trancheId);
  return asTranche(rows[0]);
}

/** The tranches of these agreements by number; those that a later plan dropped are left out. */
export async function tranchesOf(tx: Tx, agreementIds: readonly string[]): Promise<Tranche[]> {
  const rows: TrancheRow[] = await tx.query(`${TRANCHE_SELECT} where t.agreement_id = any($1) and s.state <> 'DROPPED' order by t.agreement_id, t.number`, [agreementIds]);
  return rows.map(asTranche);
}

function asTranche({ amountWon, conditions, ...row }: TrancheRow): Tranche {
  return { ...row, amountWon: won(amountWon), conditions: conditions.map(asCondition) };
}

function asCondition({ position, kind, amountWon, basisPoints, label, met }: ConditionRow): StandingCondition {
  switch (kind) {
    case 'OWN_CASH':
      return { position, met, condition: { kind, amountWon: won(amountWon ?? '0') } };
    case 'PREVIOUS_SPENT':
      return { position, met, condition: { kind, basisPoints: basisPoints ?? 0 } };
    case 'MILESTONE':
    case 'REPORT':
      return { position, met, condition: { kind, label: label ?? '' } };
  }
}
