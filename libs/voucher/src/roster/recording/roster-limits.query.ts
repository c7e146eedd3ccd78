import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import { limitsLeft } from '../../issue/issue.query.js';
import { termsOfYear } from '../../year/year.query.js';
import { SPENDABLE_STAGES } from '#libs/journal';
import { type VoucherYear } from '../../year/year.js';
import { issuedSoFar } from '../issue/issue-limits.import.js';
import type { RosterLimits } from '../roster-limits.rules.js';
import type { RosterFacts } from '../roster.js';

/**
 * The limits of a year: its terms in force on `today`, what was decided for it, and what the books say is left. How long a
 * voucher is good is left to the roster: it tells vouchers that have been issued, and their agreements may differ.
 */
export async function rosterLimits(tx: Tx, year: VoucherYear, known: RosterFacts, today: LocalDate): Promise<RosterLimits> {
  const terms = await termsOfYear(tx, year, today);
  const decided = await decidedLimits(tx, year.id);
  const left = await limitsLeft(tx, year.id);
  const issued = issuedSoFar(known.issues);
  return {
    budgetWon: won(decided.amountWon),
    voucherQuota: decided.vouchers,
    companyQuota: decided.companies,
    capWon: terms.faceWon,
    selfBurden: terms.selfBurden,
    windowYears: terms.transferWithinYears,
    validityDays: null,
    brokerFeeCap: terms.brokerRequired ? terms.brokerFeeCap : null,
    vatRate: terms.vatRate,
    holidays: holidayCalendar(),
    today,
    usedBesides: {
      vouchers: decided.vouchers - issued.count - Number(left.vouchers),
      companies: decided.companies - issued.companies.size - Number(left.companies),
      amountWon: decided.amountWon - issued.amountWon - left.budgetWon,
    },
  };
}

interface Decided {
  readonly amountWon: bigint;
  readonly vouchers: number;
  readonly companies: number;
}

async function decidedLimits(tx: Tx, yearId: string): Promise<Decided> {
  const rows: { amount: string; vouchers: number; companies: number }[] = await tx.query(
    `select coalesce(sum(amount_won), 0)::text as amount, coalesce(sum(vouchers), 0)::int as vouchers, coalesce(sum(companies), 0)::int as companies
       from voucher_budget where year_id = $1 and stage = any($2)`,
    [yearId, SPENDABLE_STAGES],
  );
  return { amountWon: BigInt(rows[0]?.amount ?? 0), vouchers: rows[0]?.vouchers ?? 0, companies: rows[0]?.companies ?? 0 };
}
