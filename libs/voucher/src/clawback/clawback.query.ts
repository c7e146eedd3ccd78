import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound, type Details } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { policiesOverTime, type PolicySet } from '#libs/policy';
import type { MovementKind } from '#libs/recovery';
import { yearScopes } from '../year/year.policy.js';
import type { VoucherYear } from '../year/year.js';
import type { CalculationRecord } from './calculation.rules.js';
import type { ClawbackGround, ClawbackTerms } from './clawback.js';
import { CLAWBACK_POLICIES, clawbackTerms } from './clawback.policy.js';

/** A clawback is never lowered: what was paid improperly stays so. */
export type ClawbackMovementKind = Exclude<MovementKind, 'REDUCED'>;

export interface ClawbackMovement {
  readonly id: string;
  readonly kind: ClawbackMovementKind;
  readonly amountWon: string;
  readonly valueOn: LocalDate;
  readonly service: string | null;
  readonly bankReference: string | null;
  readonly reason: string | null;
  /** Of a receipt: it was none. */
  readonly reversed: boolean;
  readonly recordedAt: string;
  readonly actor: string;
}

export interface ClawbackRow {
  readonly id: string;
  readonly yearId: string;
  readonly number: string;
  readonly voucherId: string;
  readonly voucherNumber: string | null;
  readonly serviceId: string | null;
  readonly serviceNumber: string | null;
  readonly debtorId: string;
  readonly debtor: string;
  readonly debtorNumber: string | null;
  readonly debtorIs: 'COMPANY' | 'PROVIDER';
  readonly ground: ClawbackGround;
  readonly reason: string;
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly principalWon: string;
  readonly interestWon: string;
  readonly penaltyWon: string;
  readonly droppedWon: string;
  /** What its notices demand: principal, interest and penalty less what is dropped. */
  readonly demandedWon: string;
  readonly published: boolean;
  readonly working: Details;
  readonly knownAt: Date;
  readonly actor: string;
  readonly instalments: readonly { readonly no: number; readonly dueOn: LocalDate; readonly amountWon: string }[];
  readonly movements: readonly ClawbackMovement[];
}

/** What a command is just stating has no author yet: commands are logged last. */
const CLAWBACK_SELECT = `
  select c.id, c.year_id as "yearId", c.number, c.voucher_id as "voucherId", i.number as "voucherNumber", c.service_id as "serviceId", s.number as "serviceNumber",
         c.debtor_id as "debtorId", d.name as debtor, d.business_number as "debtorNumber", case when c.debtor_id = v.company_id then 'COMPANY' else 'PROVIDER' end as "debtorIs",
         c.ground, c.reason, c.improper_on as "improperOn", c.notice_on as "noticeOn", c.due_on as "dueOn",
         c.principal_won::text as "principalWon", c.interest_won::text as "interestWon", c.penalty_won::text as "penaltyWon", c.dropped_won::text as "droppedWon",
         (c.principal_won + c.interest_won + c.penalty_won - c.dropped_won)::text as "demandedWon",
         c.published, c.working, c.known_at as "knownAt", coalesce(u.name, a.actor_login) as actor,
         (select json_agg(json_build_object('no', t.instalment_no, 'dueOn', t.due_on, 'amountWon', t.amount_won::text) order by t.instalment_no)
            from clawback_instalment t where t.clawback_id = c.id) as instalments,
         (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'amountWon', m.amount_won::text, 'valueOn', m.value_on, 'service', ms.number,
                                                     'bankReference', m.bank_reference, 'reason', m.reason, 'recordedAt', m.recorded_at,
                                                     'reversed', exists (select 1 from clawback_reversal x where x.receipt_id = m.id), 'actor', coalesce(mu.name, ma.actor_login))
                                   order by m.value_on, m.recorded_at), '[]'::json)
            from clawback_movement m left join command_author ma on ma.id = m.command_id left join app_user mu on mu.id = ma.actor_id
            left join voucher_service ms on ms.id = m.service_id where m.clawback_id = c.id) as movements
    from clawback c
    join voucher v on v.id = c.voucher_id
    join party d on d.id = c.debtor_id
    left join command_author a on a.id = c.command_id
    left join app_user u on u.id = a.actor_id
    left join voucher_issue i on i.voucher_id = c.voucher_id
    left join voucher_service s on s.id = c.service_id`;

/** The clawbacks of a year, the latest notice first. */
export function listClawbacks(tx: Tx, yearId: string): Promise<ClawbackRow[]> {
  return tx.query(`${CLAWBACK_SELECT} where c.year_id = $1 order by c.notice_on desc, c.number desc`, [yearId]);
}

/** All clawbacks of a voucher: it has recovered when none of them is open. */
export function listClawbacksOf(tx: Tx, voucherId: string): Promise<ClawbackRow[]> {
  return tx.query(`${CLAWBACK_SELECT} where c.voucher_id = $1 order by c.number`, [voucherId]);
}

export async function getClawback(tx: Tx, clawbackId: string): Promise<ClawbackRow> {
  const rows: ClawbackRow[] = await tx.query(`${CLAWBACK_SELECT} where c.id = $1`, [clawbackId]);
  if (rows[0] === undefined) throw notFound({ ko: '환수', en: 'clawback' }, clawbackId);
  return rows[0];
}

/** The terms of the statute that governs a year, with the rates of all times. */
export async function termsOfClawbacks(tx: Tx, year: VoucherYear, policies: PolicySet, knownBefore: Date = new Date(8.64e15)): Promise<ClawbackTerms> {
  return clawbackTerms(year.legalRegime, policies, await policiesOverTime(tx, yearScopes(year), CLAWBACK_POLICIES.interest, knownBefore));
}

export interface ClaimedFrom {
  readonly voucherId: string | null;
  readonly serviceId: string | null;
  readonly debtorId: string | null;
}

/** What is on record that a clawback has to respect. Without a voucher nothing is: the calculator then only computes. */
export async function recordOf(tx: Tx, { voucherId, serviceId, debtorId }: ClaimedFrom, principalWon: Won): Promise<CalculationRecord> {
  if (voucherId === null) return { publicPaidWon: principalWon, claimableWon: null, earlierGains: [], imposedPenalties: [] };
  const [paid]: { paidWon: string; claimableWon: string }[] = await tx.query(
    `with paid as (
       select s.id, c.public_won - coalesce((select sum(public_won) from service_refund where service_id = s.id), 0) as won
         from voucher_service s join service_capture c on c.service_id = s.id where s.voucher_id = $1),
     left_over as (
       select (select coalesce(sum(won), 0) from paid) - (select coalesce(sum(principal_won), 0) from clawback where voucher_id = $1) as of_voucher,
              (select coalesce(sum(won), 0) from paid where id = $2) - (select coalesce(sum(principal_won), 0) from clawback where service_id = $2) as of_service)
     select (select coalesce(sum(won), 0) from paid)::text as "paidWon",
            (case when $2::uuid is null then of_voucher else least(of_voucher, of_service) end)::text as "claimableWon" from left_over`,
    [voucherId, serviceId],
  );
  const earlier: { improperOn: LocalDate; noticeOn: LocalDate; principalWon: string; penaltyWon: string }[] = await tx.query(
    `select improper_on as "improperOn", notice_on as "noticeOn", principal_won::text as "principalWon", penalty_won::text as "penaltyWon" from clawback where debtor_id = $1 order by notice_on`,
    [debtorId],
  );
  return {
    publicPaidWon: won(BigInt(paid?.paidWon ?? '0')),
    claimableWon: won(BigInt(paid?.claimableWon ?? '0')),
    earlierGains: earlier.map((each) => ({ gainedOn: each.improperOn, amountWon: won(BigInt(each.principalWon)) })),
    imposedPenalties: earlier.filter(({ penaltyWon }) => penaltyWon !== '0').map((each) => ({ imposedOn: each.noticeOn, gainWon: won(BigInt(each.principalWon)), contested: false })),
  };
}
