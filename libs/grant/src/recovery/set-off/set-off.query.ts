import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { TRANCHE_PAYABLE } from '../../tranche/tranche.posting.js';

/** A tranche that a recovery may be set off against. */
export interface SetOffChoice {
  readonly trancheId: string;
  readonly agreementNumber: string;
  readonly label: string;
  readonly dueOn: LocalDate;
  /** Won. */
  readonly owedWon: string;
}

/** What the debtor of a recovery is owed in its call and no run has taken; what falls due first comes first. */
export function setOffChoices(tx: Tx, recoveryId: string): Promise<SetOffChoice[]> {
  return tx.query(
    `select t.id as "trancheId", a.number as "agreementNumber", t.label, p.due_on as "dueOn", p.amount_won::text as "owedWon"
       from grant_recovery r join grant_agreement a on a.call_id = r.call_id and a.party_id = r.debtor_id join grant_tranche t on t.agreement_id = a.id
       join payable p on p.kind = $2 and p.subject_id = t.id join payable_state s on s.payable_id = p.id and s.state = 'OWED'
      where r.id = $1 order by p.due_on, a.number, t.number`,
    [recoveryId, TRANCHE_PAYABLE],
  );
}

/** Whether the natural person behind an account took the decision to pay a tranche that stands. */
export async function hasDecided(tx: Tx, trancheId: string, userId: string): Promise<boolean> {
  const rows: { yes: boolean }[] = await tx.query(
    `select coalesce(d.person_id, d.id) = coalesce(m.person_id, m.id) as yes
       from grant_tranche_event e join command_author c on c.id = e.command_id join app_user d on d.id = c.actor_id cross join app_user m
      where e.tranche_id = $1 and e.event = 'decide' and m.id = $2 order by e.id desc limit 1`,
    [trancheId, userId],
  );
  return rows[0]?.yes === true;
}
