import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { Chart } from '#libs/journal';
import { won, type Won } from '#libs/money';
import {
  COMMITTED, PAYABLE, PROJECT_CASH, PROJECT_GOVERNMENT, PROJECT_INTEREST, PROJECT_OTHER, PROJECT_OWN, PROJECT_RETURNED, PROJECT_SPENT,
} from '../../call/call.charts.js';

/** Where the money of an agreement is, from the books; won. Cash + spent + returned = government + own + others + interest. */
export interface AgreementMoney {
  readonly agreementId: string;
  /** By the latest version: of the government, and of everybody in cash and in kind. */
  readonly governmentPlannedWon: Won;
  readonly cashPlannedWon: Won;
  readonly inKindPlannedWon: Won;
  /** What the institution promised in cash. */
  readonly ownCashPlannedWon: Won;
  readonly committedWon: Won;
  readonly payableWon: Won;
  readonly governmentWon: Won;
  readonly ownWon: Won;
  readonly otherWon: Won;
  readonly interestWon: Won;
  readonly cashWon: Won;
  readonly spentWon: Won;
  readonly returnedWon: Won;
  /** In kind, as it was contributed. */
  readonly inKindUsedWon: Won;
}

const OF_THE_BOOKS: readonly (readonly [member: keyof AgreementMoney, chart: Chart])[] = [
  ['committedWon', COMMITTED],
  ['payableWon', PAYABLE],
  ['governmentWon', PROJECT_GOVERNMENT],
  ['ownWon', PROJECT_OWN],
  ['otherWon', PROJECT_OTHER],
  ['interestWon', PROJECT_INTEREST],
  ['cashWon', PROJECT_CASH],
  ['spentWon', PROJECT_SPENT],
  ['returnedWon', PROJECT_RETURNED],
];
/** The key is a value inside the lateral question, so that the index serves under row-level security. */
const balances = OF_THE_BOOKS.map(([member, { code }]) => `coalesce(sum(b.balance) filter (where k.chart = '${code}'), 0)::text as "${member}"`).join(', ');
const charts = OF_THE_BOOKS.map(([, { code }]) => `('${code}')`).join(', ');

/** The money of these agreements by id, one statement for all of them. */
export async function moneyOfAgreements(tx: Tx, agreementIds: readonly string[]): Promise<ReadonlyMap<string, AgreementMoney>> {
  const rows: (Record<Exclude<keyof AgreementMoney, 'agreementId'>, string> & { agreementId: string })[] = await tx.query(
    `select g.id as "agreementId", p.*, m.*, u.*
       from grant_agreement g
       join lateral (select v.id from grant_version v where v.agreement_id = g.id order by v.version desc limit 1) v on true
       join lateral (select coalesce(sum(s.amount_won) filter (where s.source = 'GOVERNMENT'), 0)::text as "governmentPlannedWon",
                            coalesce(sum(s.amount_won) filter (where s.resource = 'CASH'), 0)::text as "cashPlannedWon",
                            coalesce(sum(s.amount_won) filter (where s.resource = 'IN_KIND'), 0)::text as "inKindPlannedWon",
                            coalesce(sum(s.amount_won) filter (where s.resource = 'CASH' and s.source = 'OWN'), 0)::text as "ownCashPlannedWon"
                       from grant_source_plan s where s.version_id = v.id) p on true
       join lateral (select ${balances} from (values ${charts}) as k (chart)
                       left join ledger_account a on a.key = 'grant/' || g.call_id || '/' || k.chart || '/' || g.id
                       left join account_balance b on b.account_id = a.id) m on true
       join lateral (select coalesce(sum(b.balance), 0)::text as "inKindUsedWon" from grant_line l
                       join ledger_account a on a.key = 'grant/' || g.call_id || '/grant.line-used/' || l.id
                       join account_balance b on b.account_id = a.id where l.agreement_id = g.id and l.resource = 'IN_KIND') u on true
      where g.id = any($1)`,
    [agreementIds],
  );
  return new Map(rows.map(({ agreementId, ...texts }) => [agreementId, { agreementId, ...(Object.fromEntries(Object.entries(texts).map(([member, text]) => [member, won(BigInt(text))])) as Omit<AgreementMoney, 'agreementId'>) }]));
}

/** The money of one agreement; throws not found where it is not there or not in sight. */
export async function moneyOfAgreement(tx: Tx, agreementId: string): Promise<AgreementMoney> {
  const found = (await moneyOfAgreements(tx, [agreementId])).get(agreementId);
  if (found === undefined) throw notFound({ ko: '협약', en: 'agreement' }, agreementId);
  return found;
}
