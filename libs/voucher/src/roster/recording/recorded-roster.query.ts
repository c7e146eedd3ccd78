import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import { VOUCHER_BALANCE, yearBook } from '../../year/year.charts.js';
import type { VoucherYear } from '../../year/year.js';
import { isOfficer } from '../application/application.rules.js';
import type { ApplicationFact, BrokerFact, InvoiceFact, IssueFact, ProviderFact, RosterFacts, UseFact, UseState } from '../roster.js';

/** The facts of a programme year as a roster would tell them; of invoices those of `invoices`, whichever instrument they bill. */
export async function recordedRoster(tx: Tx, year: VoucherYear, invoices: readonly string[]): Promise<RosterFacts> {
  const uses = await recordedUses(tx, year.id);
  return {
    providers: await recordedProviders(tx, year.id),
    brokers: await recordedBrokers(tx, year.programmeId),
    applications: await recordedApplications(tx, year.id),
    issues: await recordedIssues(tx, year.id, uses),
    uses,
    invoices: await recordedInvoices(tx, invoices),
  };
}

async function recordedProviders(tx: Tx, yearId: string): Promise<ProviderFact[]> {
  const rows: Pick<ProviderFact, 'businessNumber' | 'name' | 'registeredOn'>[] = await tx.query(
    `select p.business_number as "businessNumber", p.name, s.registered_on as "registeredOn"
       from service_provider s join party p on p.id = s.party_id where s.year_id = $1 and p.business_number is not null order by p.name`,
    [yearId],
  );
  return rows.map((row) => ({ ...row, bank: null, account: null, holder: null }));
}

function recordedBrokers(tx: Tx, programmeId: string): Promise<BrokerFact[]> {
  return tx.query(
    `select b.number, b.name, b.organisation, b.field, b.area, b.registered_on as "registeredOn",
            coalesce((select max(t.effective_on) from broker_turn t where t.broker_id = b.id and t.kind = 'RENEWED'), b.valid_to) as "validTo",
            case when exists (select 1 from broker_turn t where t.broker_id = b.id and t.kind = 'STRUCK_OFF') then 'STRUCK_OFF' else 'ACTIVE' end as state
       from broker b where b.programme_id = $1 order by b.number`,
    [programmeId],
  );
}

type ApplicationRow = Omit<ApplicationFact, 'requestedWon' | 'held' | 'closed'> & { readonly requestedWon: string; readonly closed: boolean };

async function recordedApplications(tx: Tx, yearId: string): Promise<ApplicationFact[]> {
  const rows: ApplicationRow[] = await tx.query(
    `select a.number, a.received_on as "receivedOn", a.received_time::text as "receivedTime", p.name as company, p.business_number as "businessNumber",
            coalesce(p.corporate_number, '') as "corporateNumber", a.representative, a.officers, coalesce(a.contract_number, '') as contract, a.contract_on as "contractOn",
            a.technology, coalesce(a.researcher, '') as researcher, a.researcher_number as "researcherNumber", a.institution, a.requested_won::text as "requestedWon",
            trim_scale(r.score)::text as score, a.clearance as "clearanceDocument", a.note, s.state in ('REJECTED', 'WITHDRAWN', 'CANCELLED') as closed
       from voucher_application a join voucher v on v.id = a.voucher_id join party p on p.id = v.company_id join voucher_state s on s.voucher_id = v.id
       left join evaluation_result r on r.voucher_id = v.id
      where a.year_id = $1 order by a.received_on, a.received_time nulls last, a.number`,
    [yearId],
  );
  return rows.map((row) => ({ ...row, requestedWon: won(row.requestedWon), held: isHeld(row) }));
}

function isHeld({ researcher, officers, representative, clearanceDocument }: Pick<ApplicationFact, 'researcher' | 'officers' | 'representative' | 'clearanceDocument'>): boolean {
  return researcher !== '' && clearanceDocument === null && [officers, representative].some((list) => list !== null && isOfficer(researcher, list));
}

interface IssueRow extends Omit<IssueFact, 'amountWon' | 'standing'> {
  readonly amountWon: string;
  readonly presentValidTo: LocalDate;
  readonly open: boolean;
  readonly availableWon: string;
}

async function recordedIssues(tx: Tx, yearId: string, uses: readonly UseFact[]): Promise<IssueFact[]> {
  const rows: IssueRow[] = await tx.query(
    `select i.number as voucher, i.rank, a.number as application, p.name as company, p.business_number as "businessNumber",
            e.detail ->> 'field' as field, e.detail ->> 'area' as area, b.number as broker, i.broker_joined_on as "brokerJoinedOn", i.issued_on as "issuedOn",
            i.amount_won::text as "amountWon", i.valid_to as "validTo", e.detail ->> 'note' as note,
            (select coalesce((g.detail ->> 'givenUpOn')::date, g.happened_on) from voucher_event g
              where g.voucher_id = i.voucher_id and (g.event = 'withdraw' or g.detail ? 'givenUpOn') order by g.id desc limit 1) as "givenUpOn",
            coalesce(s.valid_to, i.valid_to) as "presentValidTo", s.state = 'ISSUED' as open, coalesce(l.balance - l.held, 0)::text as "availableWon"
       from voucher_issue i join voucher v on v.id = i.voucher_id join party p on p.id = v.company_id join voucher_state s on s.voucher_id = i.voucher_id
       left join voucher_event e on e.voucher_id = i.voucher_id and e.event = 'issue'
       left join voucher_application a on a.voucher_id = i.voucher_id left join broker b on b.id = i.broker_id
       left join ledger_account c on c.key = $2 || i.voucher_id left join account_balance l on l.account_id = c.id
      where i.year_id = $1 order by i.rank nulls last, i.issued_on, i.number`,
    [yearId, `${yearBook(yearId)}/${VOUCHER_BALANCE.code}/`],
  );
  const borne = new Map<string, bigint>();
  for (const { voucher, state, governmentWon } of uses) if (state !== 'CANCELLED') borne.set(voucher, (borne.get(voucher) ?? 0n) + governmentWon);
  return rows.map(({ presentValidTo, open, availableWon, amountWon, ...row }) => {
    const standing = { amountWon: won(BigInt(availableWon) + (borne.get(row.voucher) ?? 0n)), validTo: presentValidTo, open };
    return { ...row, amountWon: won(amountWon), standing };
  });
}

type UseRow = Omit<UseFact, 'supplyWon' | 'vatWon' | 'governmentWon' | 'selfWon' | 'brokerFeeWon' | 'state'> &
  Readonly<Record<'supplyWon' | 'vatWon' | 'governmentWon' | 'selfWon' | 'state', string>> & { readonly brokerFeeWon: string | null };

async function recordedUses(tx: Tx, yearId: string): Promise<UseFact[]> {
  const rows: UseRow[] = await tx.query(
    `select s.number, i.number as voucher, s.name as service, p.business_number as provider, s.contracted_on as "contractedOn", e.delivered as "deliveredOn",
            e.accepted as "acceptedOn", s.supply_won::text as "supplyWon", s.vat_won::text as "vatWon", s.taxable as taxed, s.government_won::text as "governmentWon",
            s.self_won::text as "selfWon", (select t.number from tax_invoice t where t.subject_id = s.id order by t.recorded_at desc limit 1) as invoice,
            e.paid as "paidOn", st.state, e.cancelled as "cancelledOn", e.reported as "brokerReportOn",
            (select c.broker_fee_won::text from service_claim c where c.service_id = s.id order by c.recorded_at desc limit 1) as "brokerFeeWon", null as note
       from voucher_service s join voucher v on v.id = s.voucher_id join voucher_issue i on i.voucher_id = v.id join service_state st on st.service_id = s.id
       join service_provider r on r.id = s.provider_id join party p on p.id = r.party_id
       left join lateral (
         select max(happened_on) filter (where event = 'deliver') as delivered, max(happened_on) filter (where event = 'accept') as accepted,
                max(happened_on) filter (where event = 'pay') as paid, max(happened_on) filter (where event = 'cancel') as cancelled, max(broker_reported_on) as reported
           from service_event where service_id = s.id) e on true
      where v.year_id = $1 order by s.contracted_on, s.number`,
    [yearId],
  );
  return rows.map((row) => ({
    ...row,
    supplyWon: won(row.supplyWon),
    vatWon: won(row.vatWon),
    governmentWon: won(row.governmentWon),
    selfWon: won(row.selfWon),
    brokerFeeWon: row.brokerFeeWon === null ? null : won(row.brokerFeeWon),
    state: USE_STATES[row.state] ?? 'IN_INSPECTION',
  }));
}

/** States of a service in the words of a roster; what is not on the list is under way. */
const USE_STATES: Readonly<Partial<Record<string, UseState>>> = { PAID: 'PAID', REFUNDED: 'PAID', CAPTURED: 'CLAIMED', CLAIMED: 'CLAIMED', CANCELLED: 'CANCELLED' };

function recordedInvoices(tx: Tx, numbers: readonly string[]): Promise<InvoiceFact[]> {
  return tx.query(
    `select t.number, coalesce((select s.number from voucher_service s where s.id = t.subject_id), t.subject_kind) as use, t.invoiced_on as "invoicedOn"
       from tax_invoice t where t.number = any($1)`,
    [numbers],
  );
}
