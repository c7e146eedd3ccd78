import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { won, type Won } from '#libs/money';

export interface KnownInvestment {
  readonly id: string;
  readonly amountWon: Won;
  readonly company: string;
  recognised: boolean;
}

/** Ids of everything that the rows of a register name, by the names that the register uses. */
export class RegisterDirectory {
  readonly funds = new Map<string, { id: string; programmeId: string; unitWon: Won }>();
  readonly partners = new Map<string, { id: string; name: string }>();
  readonly calls = new Map<string, { id: string; shares: Set<string> }>();
  readonly investments = new Map<string, KnownInvestment>();

  fund(number: string): { id: string; programmeId: string; unitWon: Won } {
    const fund = this.funds.get(number);
    invariant(fund !== undefined, `the plan names a fund ${number} that nobody knows`);
    return fund;
  }

  partner(fund: string, name: string): { id: string; name: string } {
    const partner = this.partners.get(partnerKey(fund, name));
    invariant(partner !== undefined, `the plan names a partner ${name} of ${fund} that nobody knows`);
    return partner;
  }

  investment(fund: string, number: string): KnownInvestment {
    const investment = this.investments.get(`${fund} ${number}`);
    invariant(investment !== undefined, `the plan names an investment ${number} of ${fund} that nobody knows`);
    return investment;
  }
}

export const partnerKey = (fund: string, name: string): string => `${fund} ${normaliseName(name)}`;

/** Loads the directory of what is on record. */
export async function openDirectory(tx: Tx): Promise<RegisterDirectory> {
  const directory = new RegisterDirectory();
  const funds: { number: string; id: string; programmeId: string; unit: string }[] = await tx.query(
    'select f.number, f.id, v.programme_id as "programmeId", f.unit_won::text as unit from fund f join vintage v on v.id = f.vintage_id',
  );
  for (const fund of funds) directory.funds.set(fund.number, { ...fund, unitWon: won(fund.unit) });
  const partners: { fund: string; id: string; name: string }[] = await tx.query(
    'select f.number as fund, p.id, y.name from fund_partner p join fund f on f.id = p.fund_id join party y on y.id = p.party_id',
  );
  for (const partner of partners) directory.partners.set(partnerKey(partner.fund, partner.name), partner);
  const calls: { fund: string; number: number; id: string; shares: string[] }[] = await tx.query(
    `select f.number as fund, k.number, k.id, coalesce(array_agg(s.partner_id) filter (where s.partner_id is not null), '{}') as shares
       from capital_call k join fund f on f.id = k.fund_id left join capital_call_share s on s.call_id = k.id group by f.number, k.number, k.id`,
  );
  for (const call of calls) directory.calls.set(`${call.fund} ${call.number}`, { id: call.id, shares: new Set(call.shares) });
  const investments: { fund: string; number: string; id: string; amount: string; company: string; decision: string | null }[] = await tx.query(
    `select f.number as fund, i.number, i.id, i.amount_won::text as amount, y.name as company,
            (select c.decision from classification c where c.investment_id = i.id order by c.known_at desc, c.id desc limit 1) as decision
       from investment i join fund f on f.id = i.fund_id join party y on y.id = i.company_id`,
  );
  for (const each of investments) {
    directory.investments.set(`${each.fund} ${each.number}`, {
      id: each.id,
      amountWon: won(each.amount),
      company: each.company,
      recognised: each.decision === 'QUALIFIED',
    });
  }
  return directory;
}
