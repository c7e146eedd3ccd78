import { randomUUID } from 'node:crypto';
import { yearOf } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { decidePolicies } from '#libs/policy';
import { findVintage } from '#libs/programme';
import { foundingVersion, storeVersion } from '../agreement/agreement.store.js';
import { FundEntity } from '../fund/fund.entity.js';
import { FundPartnerEntity } from '../fund/fund-partner.entity.js';
import { agreementPolicies, FUND_POLICIES } from '../fund/fund.policy.js';
import { commitmentSigned, limitsGranted } from '../fund/fund.posting.js';
import { formationLimits } from '../fund/fund.rules.js';
import { partnerKey } from './directory.store.js';
import { FUND_ITEMS } from './overview/fund-items.import.js';
import { insertAll, type Recording } from './recording.store.js';
import { inHistory, knownOn } from './register.model.js';
import type { FundFact, PartnerFact } from './register.js';

const company = (name: string, businessNumber: string | null): PartyDraft => ({ kind: 'COMPANY', name, businessNumber, corporateNumber: null, incorporatedOn: null });

/** Funds of the register with their agreements; the general partner is the party of that name among the partners. */
export async function recordFunds(recording: Recording, funds: readonly FundFact[], partners: readonly PartnerFact[]): Promise<void> {
  const { tx, context, directory, entries } = recording;
  for (const fund of funds) {
    const id = randomUUID();
    const vintage = await vintageOf(recording, Number(fund.number.slice(4, 8)) || yearOf(fund.foundedOn));
    const general = partners.find((partner) => partner.fund === fund.number && partner.kind === 'GENERAL');
    const draft = company(general?.name ?? fund.generalPartner, general?.businessNumber ?? null);
    const parties = await ensureParties(tx, [draft]);
    await tx.insert(FundEntity, {
      id,
      number: fund.number,
      vintageId: vintage.id,
      name: fund.name,
      generalPartnerId: parties.get(partyKey(draft, normaliseName(draft.name))) ?? '',
      custodian: fund.custodian,
      committedWon: fund.committedWon,
      unitWon: fund.unitWon,
      foundedOn: fund.foundedOn,
      registeredOn: fund.registeredOn,
      investmentFrom: fund.investmentFrom,
      investmentTo: fund.investmentTo,
      lifeTo: fund.lifeTo,
      knownAt: knownOn(fund.foundedOn, context.now),
      commandId: context.commandId,
    });
    await decidePolicies(tx, context, agreementOf(id, fund, context.now));
    await storeVersion(tx, context, foundingVersion(id, fund.foundedOn, knownOn(fund.foundedOn, context.now)));
    const limits = formationLimits(fund.committedWon, fund.lifetimeExpensesWon, fund.obligationRatio);
    entries.push(limitsGranted(id, { ...limits, memo: fund.name }, inHistory(fund.foundedOn, fund.foundedOn, context.now)));
    directory.funds.set(fund.number, { id, programmeId: vintage.programmeId, unitWon: fund.unitWon });
  }
}

/** The vintage of a year in the first programme; a register may bring a year that nobody has set up yet. */
async function vintageOf({ tx }: Recording, year: number): Promise<{ id: string; programmeId: string }> {
  const found = await findVintage(tx, year);
  if (found !== null) return found;
  const programmes: { id: string }[] = await tx.query('select id from programme order by code limit 1');
  if (programmes[0] === undefined) {
    throw new DomainError('conflict', 'import.no-programme', {
      ko: '등록된 사업이 없습니다. 사업(프로그램)을 먼저 등록한 뒤 다시 가져와 주세요.',
      en: 'There is no programme yet. Create the programme first, then import again.',
    });
  }
  const id = randomUUID();
  await tx.query('insert into vintage (id, programme_id, year) values ($1, $2, $3)', [id, programmes[0].id, year]);
  return { id, programmeId: programmes[0].id };
}

function agreementOf(fundId: string, fund: FundFact, now: Date): ReturnType<typeof agreementPolicies> {
  const clause = (key: keyof FundFact): string | null => fund.clauses[FUND_ITEMS.find((item) => item.key === key)?.names[0] ?? ''] ?? null;
  return agreementPolicies(fundId, fund.foundedOn, knownOn(fund.foundedOn, now), {
    obligationRatio: fund.obligationRatio,
    obligationBasis: fund.obligationBasis,
    obligationFixedBaseWon: fund.obligationFixedBaseWon,
    obligationClause: clause('obligationRatio') ?? '조합규약',
    deadlineOn: fund.investmentTo,
    lifetimeExpensesWon: fund.lifetimeExpensesWon,
    others: {
      [FUND_POLICIES.feeMethod]: { value: fund.feeMethod === '' ? null : fund.feeMethod, clause: clause('feeMethod') },
      [FUND_POLICIES.feeOnCommitments]: { value: fund.feeOnCommitments, clause: clause('feeOnCommitments') },
      [FUND_POLICIES.feeOnOutstanding]: { value: fund.feeOnOutstanding, clause: clause('feeOnOutstanding') },
      [FUND_POLICIES.hurdle]: { value: fund.hurdle, clause: clause('hurdle') },
      [FUND_POLICIES.carry]: { value: fund.carry, clause: clause('carry') },
      [FUND_POLICIES.singleCompanyCap]: { value: fund.singleCompanyCap, clause: clause('singleCompanyCap') },
      [FUND_POLICIES.overdueRate]: { value: fund.overdueRate, clause: clause('overdueRate') },
      [FUND_POLICIES.recycling]: { value: fund.recycling, clause: clause('recycling') },
    },
  });
}

/** Partners in the order of the sheet, behind those on record, with their commitments. */
export async function recordPartners(recording: Recording, partners: readonly PartnerFact[]): Promise<void> {
  const { tx, context, directory, entries } = recording;
  const drafts = partners.map((partner) => ({ ...company(partner.name, partner.businessNumber), kind: partner.kind === 'SPECIAL_LIMITED' ? ('FUND_OF_FUNDS' as const) : ('COMPANY' as const) }));
  const parties = await ensureParties(tx, drafts);
  const taken: { fundId: string; last: number }[] = await tx.query('select fund_id as "fundId", max(ordinal) as last from fund_partner group by fund_id');
  const ordinals = new Map(taken.map((row) => [row.fundId, row.last]));
  const rows = partners.map((partner, index) => {
    const fund = directory.fund(partner.fund);
    const ordinal = (ordinals.get(fund.id) ?? 0) + 1;
    ordinals.set(fund.id, ordinal);
    const draft = drafts[index] ?? company(partner.name, partner.businessNumber);
    return { partner, fund, ordinal, id: randomUUID(), partyId: parties.get(partyKey(draft, normaliseName(draft.name))) ?? '' };
  });
  const founded: { id: string; foundedOn: PartnerFact['signedOn'] }[] = await tx.query('select id, founded_on as "foundedOn" from fund');
  const signedOn = (partner: PartnerFact, fundId: string) => partner.signedOn ?? founded.find((fund) => fund.id === fundId)?.foundedOn ?? context.today;
  await insertAll(
    tx,
    FundPartnerEntity,
    rows.map(({ partner, fund, ordinal, id, partyId }) => ({
      id,
      fundId: fund.id,
      partyId,
      ordinal,
      kind: partner.kind,
      commitmentWon: partner.commitmentWon,
      units: partner.units.toString(),
      signedOn: signedOn(partner, fund.id),
      contact: partner.contact,
      professional: null,
      knownAt: knownOn(signedOn(partner, fund.id), context.now),
      commandId: context.commandId,
    })),
  );
  for (const { partner, fund, id } of rows) {
    directory.partners.set(partnerKey(partner.fund, partner.name), { id, name: partner.name });
    const on = signedOn(partner, fund.id);
    entries.push(commitmentSigned(fund.id, { id, name: partner.name, commitmentWon: partner.commitmentWon }, inHistory(on, on, context.now)));
  }
}
