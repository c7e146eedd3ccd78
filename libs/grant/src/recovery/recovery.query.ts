import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { Claimed, CollectionTerms, MovementKind } from '#libs/recovery';
import { earliestDueOn } from '#libs/recovery';
import { lockAgreements } from '../agreement/agreement.query.js';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { settlementWordingOn, type SettlementWording } from '../settlement/settlement.data.js';
import type { RecoveryGround } from './ground/ground.js';
import { collectionTerms } from './recovery.policy.js';

export interface RecoveryMovement {
  readonly id: string;
  readonly kind: MovementKind;
  readonly amountWon: string;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
  readonly reason: string | null;
  /** Of a receipt: it was none. */
  readonly reversed: boolean;
  readonly recordedAt: string;
  readonly actor: string | null;
}

export interface RecoveryReminder {
  readonly id: string;
  readonly remindedOn: LocalDate;
  readonly payBy: LocalDate;
  readonly openWon: string;
}

export interface RecoveryRemittance {
  readonly id: string;
  readonly amountWon: string;
  readonly remittedOn: LocalDate;
  readonly noticeNumber: string;
}

export interface RecoveryRow extends Claimed {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly number: string;
  /** Of a settlement or of a sanction. */
  readonly settlementId: string | null;
  readonly settlementNumber: string | null;
  readonly sanctionId: string | null;
  readonly sanctionNumber: string | null;
  /** Where it is of neither. */
  readonly ground: RecoveryGround | null;
  readonly debtorId: string;
  readonly debtor: string;
  readonly debtorNumber: string | null;
  readonly principalWon: string;
  readonly interestWon: string;
  readonly penaltyWon: string;
  readonly droppedWon: string;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly clauses: readonly string[];
  readonly knownAt: Date;
  readonly actor: string | null;
  readonly movements: readonly RecoveryMovement[];
  readonly reminders: readonly RecoveryReminder[];
  readonly remittances: readonly RecoveryRemittance[];
}

/** What a command is just stating has no author yet: commands are logged last. */
const RECOVERY_SELECT = `
  select r.id, r.call_id as "callId", r.agreement_id as "agreementId", a.number as "agreementNumber", r.number,
         r.settlement_id as "settlementId", s.number as "settlementNumber", r.sanction_id as "sanctionId", x.number as "sanctionNumber",
         case when g.recovery_id is null then null else json_build_object('title', g.title, 'reference', g.reference, 'working', g.working, 'totalWon', g.total_won::text) end as ground,
         r.debtor_id as "debtorId", d.name as debtor, d.business_number as "debtorNumber", r.principal_won::text as "principalWon", r.interest_won::text as "interestWon", r.penalty_won::text as "penaltyWon",
         r.demanded_won::text as "demandedWon", r.dropped_won::text as "droppedWon", r.notice_on as "noticeOn", r.due_on as "dueOn", r.clauses, r.known_at as "knownAt",
         coalesce(u.name, c.actor_login) as actor,
         (select json_agg(json_build_object('dueOn', i.due_on, 'amountWon', i.amount_won::text) order by i.instalment_no) from grant_recovery_instalment i where i.recovery_id = r.id) as instalments,
         (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'amountWon', m.amount_won::text, 'valueOn', m.value_on, 'bankReference', m.bank_reference, 'reason', m.reason,
                                                     'reversed', exists (select 1 from grant_recovery_reversal v where v.receipt_id = m.id),
                                                     'recordedAt', m.recorded_at, 'actor', coalesce(mu.name, mc.actor_login)) order by m.value_on, m.recorded_at), '[]'::json)
            from grant_recovery_movement m left join command_author mc on mc.id = m.command_id left join app_user mu on mu.id = mc.actor_id where m.recovery_id = r.id) as movements,
         (select coalesce(json_agg(json_build_object('id', m.id, 'remindedOn', m.reminded_on, 'payBy', m.pay_by, 'openWon', m.open_won::text) order by m.reminded_on), '[]'::json)
            from grant_recovery_reminder m where m.recovery_id = r.id) as reminders,
         (select coalesce(json_agg(json_build_object('id', m.id, 'amountWon', m.amount_won::text, 'remittedOn', m.remitted_on, 'noticeNumber', m.notice_number) order by m.remitted_on, m.recorded_at), '[]'::json)
            from grant_recovery_remittance m where m.recovery_id = r.id) as remittances
    from grant_recovery r
    join grant_agreement a on a.id = r.agreement_id
    join party d on d.id = r.debtor_id
    left join grant_settlement s on s.id = r.settlement_id
    left join grant_sanction x on x.id = r.sanction_id
    left join grant_recovery_ground g on g.recovery_id = r.id
    left join command_author c on c.id = r.command_id
    left join app_user u on u.id = c.actor_id`;

export async function getRecovery(tx: Tx, recoveryId: string): Promise<RecoveryRow> {
  const rows: RecoveryRow[] = await tx.query(`${RECOVERY_SELECT} where r.id = $1`, [recoveryId]);
  if (rows[0] === undefined) throw notFound({ ko: '회수', en: 'recovery' }, recoveryId);
  return rows[0];
}

/** The recoveries of a call, the latest notice first. */
export function listRecoveries(tx: Tx, callId: string): Promise<RecoveryRow[]> {
  return tx.query(`${RECOVERY_SELECT} where r.call_id = $1 order by r.notice_on desc, r.number desc`, [callId]);
}

/** A recovery that nobody else moves until the transaction ends. */
export async function lockRecovery(tx: Tx, recoveryId: string): Promise<RecoveryRow> {
  const { agreementId } = await getRecovery(tx, recoveryId);
  await lockAgreements(tx, [agreementId]);
  return getRecovery(tx, recoveryId);
}

export interface RecoveryTerms {
  readonly wording: SettlementWording;
  readonly collection: CollectionTerms;
}

/** How the recoveries of a call are collected by the rules of a day. */
export async function recoveryTermsOn(tx: Tx, callId: string, on: LocalDate): Promise<RecoveryTerms> {
  const call = await getCall(tx, callId);
  const wording = settlementWordingOn(call.regime, on);
  return { wording, collection: collectionTerms(wording, await policiesOfCall(tx, call, on)) };
}

/** Cash of a project as its memo account has it; won. */
export async function projectCashOf(tx: Tx, callId: string, agreementId: string): Promise<bigint> {
  const rows: { balance: string }[] = await tx.query(
    'select b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = $1',
    [`grant/${callId}/grant.project-cash/${agreementId}`],
  );
  return BigInt(rows[0]?.balance ?? '0');
}

export const firstDueOn = (noticeOn: LocalDate, { collection }: RecoveryTerms): LocalDate => earliestDueOn(noticeOn, collection, holidayCalendar());
