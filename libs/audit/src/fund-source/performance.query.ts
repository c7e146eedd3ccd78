import type { Tx } from '#libs/database';
import { STATUS_NAMES, listInvestments, listExits } from '#libs/fund';
import { truncatedPercent } from '#libs/money';
import { nameIn } from '#libs/report';
import type { PackQuestion, PackRecord } from '../pack/pack.js';

/** One deal with what came back and what it is still worth. */
interface DealReturn {
  readonly fund: string;
  readonly number: string;
  readonly company: string;
  readonly paidOn: string;
  readonly amountWon: bigint;
  readonly proceedsWon: bigint;
  readonly fairValueWon: bigint;
  readonly status: string;
}

export async function dealReturns(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const returns = await readReturns(tx, question);
  return returns.map((deal) => ({ ...deal, returnPercent: truncatedPercent(deal.proceedsWon + deal.fairValueWon, deal.amountWon) }));
}

export async function fundReturns(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const returns = await readReturns(tx, question);
  const paid = await readPaid(tx, question);
  return question.funds.map((fund) => {
    const own = returns.filter((each) => each.fund === fund.number);
    const add = (pick: (deal: DealReturn) => bigint): bigint => own.reduce((sum, deal) => sum + pick(deal), 0n);
    const [invested, proceeds, fairValue] = [add(({ amountWon }) => amountWon), add(({ proceedsWon }) => proceedsWon), add(({ fairValueWon }) => fairValueWon)];
    const { paidInWon, distributedWon, carryWon } = paid.get(fund.id) ?? { paidInWon: 0n, distributedWon: 0n, carryWon: 0n };
    return {
      fund: fund.number,
      paidInWon,
      investedWon: invested,
      proceedsWon: proceeds,
      fairValueWon: fairValue,
      distributedWon,
      carryWon,
      returnPercent: truncatedPercent(proceeds + fairValue, invested),
      distributedPercent: truncatedPercent(distributedWon, paidInWon),
    };
  });
}

/** Deals that stand at the end of the period; what was rescinded or voided never happened. */
async function readReturns(tx: Tx, { funds, to, knownBefore }: PackQuestion): Promise<DealReturn[]> {
  const point = { asOf: to, knownBefore };
  const returns: DealReturn[] = [];
  for (const fund of funds) {
    const exits = await listExits(tx, fund.id, point);
    const rescinded = new Set(exits.filter(({ kind }) => kind === 'RESCISSION').map(({ investmentId }) => investmentId));
    const deals = (await listInvestments(tx, fund.id, point)).filter((deal) => deal.kind !== 'CONVERSION' && !deal.voided && !rescinded.has(deal.id));
    for (const deal of deals) {
      const proceedsWon = exits.filter(({ investmentId }) => investmentId === deal.id).reduce((sum, exit) => sum + BigInt(exit.proceedsWon), 0n);
      const outstanding = BigInt(deal.outstandingCostWon);
      const fairValueWon = outstanding === 0n ? 0n : BigInt(deal.fairValueWon ?? outstanding);
      returns.push({ fund: fund.number, number: deal.number, company: deal.company, paidOn: deal.paidOn, amountWon: BigInt(deal.amountWon), proceedsWon, fairValueWon, status: nameIn(STATUS_NAMES, deal.status) });
    }
  }
  return returns;
}

interface PaidCapital {
  readonly paidInWon: bigint;
  readonly distributedWon: bigint;
  /** What general partners got beside their own share; less what they gave back. */
  readonly carryWon: bigint;
}

/** What was undone has mirrored rows of the same day, known later: sums of what is known are right without asking for it. */
async function readPaid(tx: Tx, { funds, to, knownBefore }: PackQuestion): Promise<ReadonlyMap<string, PaidCapital>> {
  const rows: { id: string; paidIn: string; distributed: string; carry: string }[] = await tx.query(
    `select f.id, (select coalesce(sum(r.amount_won), 0) from receipts_standing($3) r join capital_call c on c.id = r.call_id
                    where c.fund_id = f.id and r.value_on <= $2)::text as "paidIn",
            (select coalesce(sum(d.amount_won), 0) from distribution d where d.fund_id = f.id and d.paid_on <= $2 and d.known_at < $3)::text as distributed,
            (select coalesce(sum(p.amount_won), 0) from carry_payment p join distribution_run r on r.id = p.run_id
              where r.fund_id = f.id and r.paid_on <= $2 and p.known_at < $3)::text as carry
       from fund f where f.id = any($1::uuid[])`,
    [funds.map(({ id }) => id), to, knownBefore],
  );
  return new Map(rows.map(({ id, paidIn, distributed, carry }) => [id, { paidInWon: BigInt(paidIn), distributedWon: BigInt(distributed), carryWon: BigInt(carry) }]));
}
