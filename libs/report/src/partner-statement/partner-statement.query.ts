import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { DomainError, notFound } from '#libs/errors';
import { getFund, listPartners, listVersions, partnerCapitalAccounts, wasFormedBy, type CapitalAccount, type CapitalAccounts, type FundRow } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { won } from '#libs/money';
import { quarterOf, stretchesOf } from '../period/quarter.js';
import { dateText } from '../report/report-text.js';
import type { PartnerMovement, StatementFacts } from './partner-statement.js';

/** Everything that the statements of a fund's partners show, at one point in both times. Throws `report.not-known-then` before the founding. */
export async function readStatementFacts(tx: Tx, fundId: string, point: TimePoint): Promise<StatementFacts> {
  const fund = await getFund(tx, fundId, point);
  await requireFounded(tx, fund, point);
  const stretches = stretchesOf(point.asOf, fund.foundedOn);
  const accounts = await partnerCapitalAccounts(tx, fundId, stretches.quarter, point);
  const year = await partnerCapitalAccounts(tx, fundId, stretches.year, point);
  const life = await partnerCapitalAccounts(tx, fundId, stretches.life, point);
  const movements = await readMovements(tx, fundId, stretches.quarter, point);
  const partners = await listPartners(tx, fundId, point.asOf, point.knownBefore);
  const versions = await listVersions(tx, fund, point);
  return {
    fund,
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    quarter: quarterOf(point.asOf),
    agreementVersion: versions.find(({ effectiveFrom }) => effectiveFrom <= point.asOf)?.number ?? null,
    accounts,
    statements: partners.map((partner) => ({
      partner,
      quarter: accountOf(accounts, partner.id),
      year: accountOf(year, partner.id),
      life: accountOf(life, partner.id),
      movements: movements.filter((each) => each.partnerId === partner.id),
    })),
  };
}

/** The fund of a partner; what nobody has and what its reader may not see alike are not found. */
export async function fundOfPartner(tx: Tx, partnerId: string): Promise<string> {
  const rows: { fundId: string }[] = await tx.query('select fund_id as "fundId" from fund_partner where id = $1', [partnerId]);
  if (rows[0] === undefined) throw notFound({ ko: '조합원', en: 'partner' }, partnerId);
  return rows[0].fundId;
}

/** Throws `report.not-known-then` for a day on which the fund was not founded yet, and where it was not on record yet. */
export async function requireFounded(tx: Tx, fund: FundRow, { asOf, knownBefore }: TimePoint): Promise<void> {
  if (asOf >= fund.foundedOn && (await wasFormedBy(tx, fund.id, knownBefore))) return;
  throw new DomainError(
    'invalid',
    'report.not-known-then',
    {
      ko: `그때에는 조합 ${fund.number}이(가) 없었습니다. 결성일(${dateText(fund.foundedOn)}) 이후의 기준일과 조합이 등록된 뒤의 시점을 지정해 주세요.`,
      en: `${fund.number} was not there at that point. Ask for a date from its founding (${fund.foundedOn}) on, as known after it was entered.`,
    },
    { details: { fundNumber: fund.number, foundedOn: fund.foundedOn, asOf } },
  );
}

function accountOf({ accounts }: CapitalAccounts, partnerId: string): CapitalAccount {
  const account = accounts.find((each) => each.partnerId === partnerId);
  if (account === undefined) throw new RangeError(`partner ${partnerId} has no capital account`);
  return account;
}

/** What partners paid in and were paid within a period, and what came or went with units that changed hands; a receipt or a part that was undone is not there. */
async function readMovements(tx: Tx, fundId: string, { from, to }: { from: LocalDate; to: LocalDate }, { knownBefore }: TimePoint): Promise<(PartnerMovement & { partnerId: string })[]> {
  const rows: { partnerId: string; on: LocalDate; kind: PartnerMovement['kind']; by: PartnerMovement['by']; number: number; note: string | null; amount: string }[] = await tx.query(
    `select partner_id as "partnerId", "on", kind, by, number, note, sum(amount)::text as amount
       from (select r.partner_id, r.value_on as "on", 'CONTRIBUTION' as kind, 'CASH' as by, k.number, k.purpose as note, r.amount_won as amount
               from receipts_standing($4) r join capital_call k on k.id = r.call_id
              where k.fund_id = $1 and r.value_on between $2 and $3
              union all
             select d.partner_id, d.paid_on, 'DISTRIBUTION', 'CASH', d.number, d.source, -d.amount_won
               from distribution d where d.fund_id = $1 and d.paid_on between $2 and $3 and d.known_at < $4
              union all
             select s.partner_id, t.effective_on, s.kind, 'TRANSFER', t.number, null, s.amount
               from commitment_transfer t cross join lateral (values (t.to_id, 'CONTRIBUTION', t.paid_in_won), (t.from_id, 'CONTRIBUTION', -t.paid_in_won),
                                                                      (t.to_id, 'DISTRIBUTION', -t.distributed_won), (t.from_id, 'DISTRIBUTION', t.distributed_won)) as s (partner_id, kind, amount)
              where t.fund_id = $1 and t.effective_on between $2 and $3 and t.known_at < $4) m
      group by partner_id, "on", kind, by, number, note having sum(amount) <> 0
      order by "on", kind, number`,
    [fundId, from, to, knownBefore],
  );
  return rows.map(({ amount, ...row }) => ({ ...row, amountWon: won(amount) }));
}
