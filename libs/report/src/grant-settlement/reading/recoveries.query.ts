import type { Tx } from '#libs/database';
import type { GrantRecoveryFacts } from '../grant-settlement.js';
import { amounts, counts, type Digits, type GrantPoint } from './point.js';

const moved = (...kinds: readonly string[]): string => `coalesce(sum(m.amount_won) filter (where m.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})), 0)::text`;

/** A receipt that was reversed counts until the day on which its entry was mirrored. */
const RECEIVED = `coalesce(sum(case m.kind when 'REVERSED' then - m.amount_won else m.amount_won end) filter (where m.kind in ('RECEIVED', 'OFFSET', 'REVERSED')), 0)::text`;

const MOVEMENTS = `
  select ${moved('SURCHARGED')} as "surchargedWon", ${moved('REDUCED')} as "reducedWon", ${RECEIVED} as "receivedWon", ${moved('WRITTEN_OFF')} as "writtenOffWon"
    from grant_recovery_movement m where m.recovery_id = r.id and ${counts('m', ['grant-recovery', 'm.recovery_id'], 'm.value_on')}`;

const REMITTANCES = `
  select coalesce(json_agg(json_build_object('amountWon', m.amount_won::text, 'remittedOn', m.remitted_on, 'noticeNumber', m.notice_number) order by m.remitted_on, m.id), '[]'::json)
    from grant_recovery_remittance m where m.recovery_id = r.id and ${counts('m', ['grant-recovery', 'm.recovery_id'], 'm.remitted_on')}`;

type Remittances = GrantRecoveryFacts['remittances'];
type Row = Omit<Digits<GrantRecoveryFacts>, 'remittances'> & { readonly remittances: readonly Digits<Remittances[number]>[] };

/** What is claimed back by the point: demanded, received, remitted. Counts from the day on which its entry lies. */
export async function readRecoveries(tx: Tx, point: GrantPoint): Promise<GrantRecoveryFacts[]> {
  const rows: Row[] = await tx.query(
    `select r.id, r.agreement_id as "agreementId", a.number as agreement, r.number, d.name as debtor, coalesce(s.number, x.number, g.reference) as origin, r.sanction_id is null as "ofProject",
            r.notice_on as "noticeOn", r.due_on as "dueOn", r.demanded_won::text as "demandedWon", m.*, (${REMITTANCES}) as remittances
       from grant_recovery r join grant_agreement a on a.id = r.agreement_id join party d on d.id = r.debtor_id
       left join grant_settlement s on s.id = r.settlement_id left join grant_sanction x on x.id = r.sanction_id left join grant_recovery_ground g on g.recovery_id = r.id cross join lateral (${MOVEMENTS}) m
      where r.call_id = $1::uuid and r.agreement_id = any($4::uuid[]) and ${counts('r', ['grant-recovery', 'r.id'], 'r.notice_on', null)} order by r.number`,
    [...point],
  );
  return rows.map(({ remittances, ...row }) => ({ ...amounts<Omit<GrantRecoveryFacts, 'remittances'>>(row), remittances: remittances.map((each) => amounts<Remittances[number]>(each)) }));
}
