import { randomUUID } from 'node:crypto';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import type { JournalEntry } from '#libs/journal';
import type { Ledger } from '#libs/ledger';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { numberKey } from '#libs/sheet';
import type { VoucherYear } from '../../year/year.js';
import type { BrokerFact, ProviderFact, RosterFacts } from '../roster.js';
import { inHistory, knownOn } from './history.store.js';

/** What the steps of one import share: who is called what in the database, and what is to be posted. */
export interface Recording {
  readonly tx: Tx;
  readonly context: CommandContext;
  readonly year: VoucherYear;
  /** Parties by business number. */
  readonly parties: ReadonlyMap<string, string>;
  /** Providers of the year by business number. */
  readonly providers: Map<string, { readonly id: string; readonly partyId: string }>;
  readonly brokers: Map<string, string>;
  /** Vouchers by the number of their application, and by their own. */
  readonly applied: Map<string, string>;
  readonly issued: Map<string, string>;
  /** What was posted. */
  readonly entries: JournalEntry[];
}

/** Posts entries about the past. */
export async function postHistory({ tx, context, entries }: Recording, ledger: Ledger, posted: readonly JournalEntry[]): Promise<void> {
  const past = posted.map((entry) => inHistory(entry, context.now));
  entries.push(...past);
  await ledger.post(tx, context, past);
}

/** The id of something that the plan names; the plan names nothing that neither the record nor the file has. */
export function idOf<Found>(ids: ReadonlyMap<string, Found>, name: string): Found {
  const id = ids.get(name);
  invariant(id !== undefined, `the plan names ${name}, which nobody knows`);
  return id;
}

export async function openRecording(tx: Tx, context: CommandContext, year: VoucherYear, facts: RosterFacts): Promise<Recording> {
  const drafts = partiesOf(facts);
  const ids = await ensureParties(tx, drafts);
  const recording: Recording = {
    ...{ tx, context, year },
    parties: new Map(drafts.map((draft) => [draft.businessNumber ?? '', idOf(ids, partyKey(draft, normaliseName(draft.name)))])),
    ...{ providers: new Map(), brokers: new Map(), applied: new Map(), issued: new Map(), entries: [] },
  };
  await findRecorded(recording);
  return recording;
}

function partiesOf({ providers, applications, issues }: RosterFacts): PartyDraft[] {
  const draft = (kind: PartyDraft['kind'], name: string, businessNumber: string, corporateNumber: string | null): PartyDraft => ({ kind, name, businessNumber, corporateNumber, incorporatedOn: null });
  return [
    ...providers.map(({ name, businessNumber }) => draft('INSTITUTION', name, businessNumber, null)),
    ...applications.map(({ company, businessNumber, corporateNumber }) => draft('COMPANY', company, businessNumber, corporateNumber)),
    ...issues.flatMap(({ company, businessNumber, application }) => (company === null || application !== null ? [] : [draft('COMPANY', company, businessNumber, null)])),
  ];
}

async function findRecorded({ tx, year, providers, brokers, applied, issued }: Recording): Promise<void> {
  const ofProviders: { id: string; partyId: string; businessNumber: string }[] = await tx.query(
    'select s.id, s.party_id as "partyId", p.business_number as "businessNumber" from service_provider s join party p on p.id = s.party_id where s.year_id = $1',
    [year.id],
  );
  for (const { businessNumber, ...provider } of ofProviders) providers.set(businessNumber, provider);
  const ofBrokers: { id: string; number: string }[] = await tx.query('select id, number from broker where programme_id = $1', [year.programmeId]);
  for (const { id, number } of ofBrokers) brokers.set(numberKey(number), id);
  const ofVouchers: { id: string; application: string | null; number: string | null }[] = await tx.query(
    `select v.id, a.number as application, i.number from voucher v left join voucher_application a on a.voucher_id = v.id left join voucher_issue i on i.voucher_id = v.id
      where v.year_id = $1`,
    [year.id],
  );
  for (const { id, application, number } of ofVouchers) {
    if (application !== null) applied.set(numberKey(application), id);
    if (number !== null) issued.set(numberKey(number), id);
  }
}

export async function recordProviders({ tx, context, year, parties, providers }: Recording, facts: readonly ProviderFact[]): Promise<void> {
  const rows = facts.map(({ businessNumber, registeredOn }) => {
    const provider = { id: randomUUID(), partyId: idOf(parties, businessNumber) };
    providers.set(businessNumber, provider);
    return { ...provider, registeredOn, knownAt: registeredOn === null ? context.now : knownOn(registeredOn, context.now) };
  });
  await tx.query(
    `insert into service_provider (id, year_id, party_id, registered_on, known_at, command_id)
     select d.id, $2, d."partyId", d."registeredOn", d."knownAt", $3
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "partyId" uuid, "registeredOn" date, "knownAt" timestamptz)`,
    [JSON.stringify(rows), year.id, context.commandId],
  );
}

/** Brokers of the programme. One that the roster calls struck off never was active as far as anybody can tell. */
export async function recordBrokers({ tx, context, year, brokers }: Recording, facts: readonly BrokerFact[]): Promise<void> {
  const rows = facts.map((fact) => {
    const id = randomUUID();
    brokers.set(numberKey(fact.number), id);
    return { ...fact, id, knownAt: knownOn(fact.registeredOn, context.now) };
  });
  await tx.query(
    `insert into broker (id, programme_id, number, name, organisation, field, area, registered_on, valid_to, known_at, command_id)
     select d.id, $2, d.number, d.name, d.organisation, d.field, d.area, d."registeredOn", d."validTo", d."knownAt", $3
       from jsonb_to_recordset($1::jsonb) as d (id uuid, number text, name text, organisation text, field text, area text, "registeredOn" date, "validTo" date, "knownAt" timestamptz)`,
    [JSON.stringify(rows), year.programmeId, context.commandId],
  );
  await tx.query(
    `insert into broker_turn (broker_id, kind, effective_on, reason, known_at, command_id)
     select d.id, 'STRUCK_OFF', d."registeredOn", '중개인명부의 상태: 말소', d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "registeredOn" date, "knownAt" timestamptz)`,
    [JSON.stringify(rows.filter(({ state }) => state === 'STRUCK_OFF')), context.commandId],
  );
}
