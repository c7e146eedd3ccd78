import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { VoucherYear } from '../year/year.js';
import { termsOfYear } from '../year/year.query.js';
import type { Letter, LetterTerms } from './letter.model.js';

interface LetterRow extends Omit<Letter, 'amountWon' | 'terms' | 'programme' | 'agency'> {
  readonly amountWon: string;
}

/** Letters of issued vouchers of a year by number: those of `voucherIds`, or all. Throws not found for one that was not issued. */
export async function listLetters(tx: Tx, year: VoucherYear, voucherIds: readonly string[] | null): Promise<Letter[]> {
  const rows: LetterRow[] = await tx.query(
    `select i.voucher_id as "voucherId", i.number, i.issued_on as "issuedOn", i.amount_won::text as "amountWon", i.valid_to as "validTo", i.recorded_at as "recordedAt",
            p.name as company, p.business_number as "businessNumber", a.representative, a.technology, a.researcher, a.institution, a.contract_number as "contractNumber",
            b.number || ' ' || b.name as broker
       from voucher_issue i join voucher v on v.id = i.voucher_id join party p on p.id = v.company_id
       left join voucher_application a on a.voucher_id = i.voucher_id left join broker b on b.id = i.broker_id
      where i.year_id = $1 and ($2::uuid[] is null or i.voucher_id = any($2)) order by i.number`,
    [year.id, voucherIds],
  );
  const missing = (voucherIds ?? []).find((id) => !rows.some(({ voucherId }) => voucherId === id));
  if (missing !== undefined) throw notIssued(missing);
  const letters: Letter[] = [];
  const known = new Map<LocalDate, LetterTerms>();
  for (const row of rows) {
    const terms = known.get(row.issuedOn) ?? (await letterTerms(tx, year, row.issuedOn));
    known.set(row.issuedOn, terms);
    letters.push({ ...row, amountWon: won(row.amountWon), programme: year.name, agency: year.agency, terms });
  }
  return letters;
}

/** The letter of one voucher. Throws not found for one that was not issued. */
export async function getLetter(tx: Tx, year: VoucherYear, voucherId: string): Promise<Letter> {
  const [letter] = await listLetters(tx, year, [voucherId]);
  if (letter === undefined) throw notIssued(voucherId);
  return letter;
}

const notIssued = (voucherId: string): ReturnType<typeof notFound> => notFound({ ko: '발급된 바우처', en: 'issued voucher' }, voucherId);

async function letterTerms(tx: Tx, year: VoucherYear, on: LocalDate): Promise<LetterTerms> {
  const { selfBurden, selfBurdenChannel, menu, brokerRequired } = await termsOfYear(tx, year, on);
  const providers: { name: string }[] = await tx.query('select p.name from service_provider s join party p on p.id = s.party_id where s.year_id = $1 order by p.name', [year.id]);
  return {
    governmentBasisPoints: 10_000 - selfBurden,
    depositFirst: selfBurdenChannel === 'DEPOSIT',
    services: menu.map(({ nameKo }) => nameKo),
    brokerRequired,
    providers: providers.map(({ name }) => name),
    statute: year.legalRegime,
  };
}
