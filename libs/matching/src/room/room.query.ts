import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { releasable } from '../match/match.rules.js';
import type { PrivateMoney, RoomProject, RoomStanding } from './room.js';
import { ROOM_CHARTS } from './room.charts.js';
import type { RoomBalances } from './room.posting.js';
import { privateMoney, type CountedDeposit } from './room.rules.js';

const PROJECT = `
  select m.agreement_id as "agreementId", m.call_id as "callId", a.number, a.title, c.name as company, p.name as performer,
         m.private_won::text as "privateWon", m.government_won::text as "governmentWon"
    from matching_project m join grant_agreement a on a.id = m.agreement_id join party c on c.id = m.company_id join party p on p.id = m.performer_id`;

type ProjectRow = Omit<RoomProject, 'privateWon' | 'governmentWon'> & { readonly privateWon: string; readonly governmentWon: string };
const asProject = ({ privateWon, governmentWon, ...row }: ProjectRow): RoomProject => ({ ...row, privateWon: won(privateWon), governmentWon: won(governmentWon) });

/** A project by its agreement. */
export async function getRoomProject(tx: Tx, agreementId: string): Promise<RoomProject> {
  const rows: ProjectRow[] = await tx.query(`${PROJECT} where m.agreement_id = $1`, [agreementId]);
  if (rows[0] === undefined) throw notFound({ ko: '매칭 과제', en: 'matching project' }, agreementId);
  return asProject(rows[0]);
}

/** The projects of a pool by number. */
export async function listRoomProjects(tx: Tx, callId: string): Promise<RoomProject[]> {
  const rows: ProjectRow[] = await tx.query(`${PROJECT} where m.call_id = $1 order by a.number`, [callId]);
  return rows.map(asProject);
}

/** A deposit counts while no flag stands that takes it out. */
export const COUNTS = `not exists (select 1 from matching_deposit_flag f left join matching_flag_decision n on n.flag_id = f.id where f.deposit_id = d.id and f.uncounts and not coalesce(n.counts, false))`;

/** A withdrawal counts unless it was recorded wrongly. */
export const STANDS = 'not exists (select 1 from matching_withdrawal_reversal v where v.withdrawal_id = w.id)';

/** Private money of a project by what it counts now. */
export async function privateMoneyOf(tx: Tx, agreementId: string): Promise<PrivateMoney> {
  const deposits: (Omit<CountedDeposit, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select d.amount_won::text as "amountWon", s.state, ${COUNTS} as counts from matching_deposit d join matching_deposit_state s on s.deposit_id = d.id where d.agreement_id = $1`,
    [agreementId],
  );
  const [left]: { won: string }[] = await tx.query(`select coalesce(sum(w.amount_won), 0)::text as won from matching_withdrawal w where w.agreement_id = $1 and ${STANDS}`, [agreementId]);
  return privateMoney(deposits.map((each) => ({ ...each, amountWon: won(each.amountWon) })), won(left?.won ?? '0'));
}

/** What the private money in allows to be released, from the facts. */
export const allowedBy = ({ governmentWon, privateWon }: RoomProject, { countedWon }: PrivateMoney): Won => releasable(governmentWon, privateWon, countedWon);

/** The accounts of a project as the books have them. */
export async function roomBalances(tx: Tx, { callId, agreementId }: Pick<RoomProject, 'callId' | 'agreementId'>): Promise<RoomBalances> {
  const rows: { chart: string; balance: string }[] = await tx.query(
    `select a.chart, b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = any($1)`,
    [ROOM_CHARTS.map(({ code }) => `grant/${callId}/${code}/${agreementId}`)],
  );
  const of = (chart: string): bigint => BigInt(rows.find((row) => row.chart === chart)?.balance ?? '0');
  return { allowedWon: of('matching.allowed'), roomWon: of('matching.room'), releasedWon: of('matching.released'), overReleasedWon: of('matching.over-released') };
}

/** All of it at one moment. */
export async function standingOf(tx: Tx, project: RoomProject): Promise<RoomStanding> {
  const balances = await roomBalances(tx, project);
  return { ...(await privateMoneyOf(tx, project.agreementId)), ...balances, bound: balances.allowedWon >= project.governmentWon ? 'COMMITMENT' : 'PRIVATE_MONEY' };
}
