import { yearOf, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { Payable } from '#libs/payment';
import { businessOn } from '../service/service-facts.query.js';
import { partyIsInBusiness, type BusinessStanding } from '../service/service.rules.js';

interface Situation {
  readonly serviceId: string;
  readonly fiscalYear: number;
  readonly closed: boolean;
  readonly company: string;
  readonly business: BusinessStanding | null;
}

/**
 * Why claims may not be paid on a day although they are owed: the company has closed (scenario S6; of the payee every run asks
 * itself), or the fiscal year is over and what is owed was not carried over yet (국가재정법 제48조).
 */
export async function hindrancesOfClaims(tx: Tx, serviceIds: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, Bilingual>> {
  const rows: Situation[] = await tx.query(
    `select s.id as "serviceId", y.fiscal_year as "fiscalYear", z.year_id is not null as closed, o.name as company, ${businessOn('o.id')} as business
       from voucher_service s join voucher v on v.id = s.voucher_id join voucher_year y on y.id = v.year_id join party o on o.id = v.company_id
       left join voucher_year_close z on z.year_id = y.id where s.id = any ($1)`,
    [serviceIds, on],
  );
  return new Map(rows.flatMap((row) => {
    const found = hindranceOf(row, on);
    return found === null ? [] : [[row.serviceId, found] as const];
  }));
}

function hindranceOf({ fiscalYear, closed, company, business }: Situation, on: LocalDate): Bilingual | null {
  const standing = partyIsInBusiness('company', company, business, on);
  if (standing.result === 'BLOCK') return standing.text;
  if (closed || yearOf(on) <= fiscalYear) return null;
  return {
    ko: `${fiscalYear} 회계연도가 지났는데 아직 마감(이월)되지 않았습니다. 사업연도를 마감하여 미지급금을 이월한 뒤 지급해 주세요.`,
    en: `The fiscal year ${fiscalYear} is over and not closed. Close the programme year, so that what is owed is carried over, and pay then.`,
  };
}

/** Whether what these debts are paid from was carried over: the detail that their postings want to know beside. */
export async function carriedNow(tx: Tx, payables: readonly Payable[]): Promise<ReadonlyMap<string, Payable['detail']>> {
  const closed: { book: string }[] = await tx.query(`select 'voucher/' || year_id as book from voucher_year_close where 'voucher/' || year_id = any ($1)`, [[...new Set(payables.map(({ book }) => book))]]);
  const books = new Set(closed.map(({ book }) => book));
  return new Map(payables.map(({ id, book }) => [id, { carried: books.has(book) ? 'YES' : 'NO' }]));
}
