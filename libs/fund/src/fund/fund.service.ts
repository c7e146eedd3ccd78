import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { civilDeadline, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, notFound } from '#libs/errors';
import { normaliseName } from '#libs/identifier';
import { Ledger } from '#libs/ledger';
import { basisPoints, won, type BasisPoints, type Won } from '#libs/money';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import { decidePolicies, policiesInForce } from '#libs/policy';
import { foundingVersion, storeVersion } from '../agreement/agreement.store.js';
import { LIFE_POLICIES } from '../life/life.policy.js';
import type { ObligationBasis } from '../obligation/obligation.js';
import { committedCapital, type PartnerKind } from './fund.js';
import { FundEntity } from './fund.entity.js';
import { FundPartnerEntity } from './fund-partner.entity.js';
import { agreementPolicies, FUND_POLICIES } from './fund.policy.js';
import { EVERYTHING } from './fund.query.js';
import { commitmentSigned, limitsGranted } from './fund.posting.js';
import { formationLimits, judgeFormation, type FormationLimits } from './fund.rules.js';

export interface FormPartner {
  readonly party: PartyDraft;
  readonly kind: PartnerKind;
  readonly commitmentWon: Won;
  readonly signedOn: LocalDate;
  readonly contact: string | null;
  readonly professional: boolean;
}

export interface FormFund {
  readonly vintageId: string;
  readonly number: string | null;
  readonly name: string;
  readonly custodian: string;
  readonly unitWon: Won;
  readonly foundedOn: LocalDate;
  readonly registeredOn: LocalDate | null;
  readonly investmentFrom: LocalDate;
  readonly investmentTo: LocalDate;
  readonly lifeTo: LocalDate;
  readonly obligationRatio: BasisPoints;
  readonly obligationBasis: ObligationBasis;
  readonly obligationFixedBaseWon: Won | null;
  readonly obligationClause: string;
  readonly lifetimeExpensesWon: Won;
  readonly singleCompanyCap: BasisPoints | null;
  readonly recycling: boolean;
  /** An accelerator may begin with less. */
  readonly byAccelerator: boolean;
  /** Null where all is paid at once. */
  readonly firstPaymentWon: Won | null;
  readonly partners: readonly FormPartner[];
}

export interface FormedFund {
  readonly id: string;
  readonly number: string;
  readonly committedWon: Won;
  readonly partnerCount: number;
}

@Injectable()
export class FundService {
  constructor(private readonly ledger: Ledger) {}

  /** `fund.form`: partners, agreement and limits of a new fund; judged by the registration rules. */
  readonly form: Command<FormFund, FormedFund> = {
    name: 'fund.form',
    execute: async (tx, context, input) => {
      requireShape(input);
      const vintages: { year: number }[] = await tx.query('select year from vintage where id = $1', [input.vintageId]);
      if (vintages[0] === undefined) throw notFound({ ko: '빈티지', en: 'vintage' }, input.vintageId);
      context.judge(judgeFormation(input, await formationPolicies(tx, context, input)));
      const committedWon = committedCapital(input.partners);
      const fund = { id: randomUUID(), number: input.number ?? (await nextFundNumber(tx, vintages[0].year)) };
      const formed = { ...fund, committedWon, partnerCount: input.partners.length };
      if (context.blocked) return formed;
      const partners = await this.store(tx, context, fund, input);
      const dating = { effectiveOn: input.foundedOn, knownAt: context.now, history: false };
      const limits = { ...formationLimits(committedWon, input.lifetimeExpensesWon, input.obligationRatio), memo: input.obligationClause };
      await this.ledger.post(tx, context, [...partners.map((partner) => commitmentSigned(fund.id, partner, dating)), limitsGranted(fund.id, limits, dating)]);
      context.announce('fund.changed', { fundId: fund.id });
      return formed;
    },
  };

  private async store(tx: Tx, context: CommandContext, fund: { id: string; number: string }, input: FormFund): Promise<{ id: string; name: string; commitmentWon: Won }[]> {
    const witness = { knownAt: context.now, commandId: context.commandId };
    const parties = await ensureParties(tx, input.partners.map((partner) => partner.party));
    const idOf = (party: PartyDraft): string => parties.get(partyKey(party, normaliseName(party.name))) ?? '';
    const general = input.partners.find((partner) => partner.kind === 'GENERAL');
    const { partners, obligationRatio, obligationBasis, obligationFixedBaseWon, obligationClause, lifetimeExpensesWon, singleCompanyCap, recycling, byAccelerator: _kind, firstPaymentWon: _first, ...row } = input;
    await tx.insert(FundEntity, { ...row, ...fund, ...witness, committedWon: committedCapital(partners), generalPartnerId: general === undefined ? '' : idOf(general.party) });
    const rows = partners.map((partner, index) => ({
      id: randomUUID(),
      fundId: fund.id,
      partyId: idOf(partner.party),
      ordinal: index + 1,
      kind: partner.kind,
      commitmentWon: partner.commitmentWon,
      units: (partner.commitmentWon / input.unitWon).toString(),
      signedOn: partner.signedOn,
      contact: partner.contact,
      professional: partner.professional,
      ...witness,
    }));
    await tx.insert(FundPartnerEntity, rows);
    const others = {
      [FUND_POLICIES.singleCompanyCap]: { value: singleCompanyCap, clause: null },
      [FUND_POLICIES.recycling]: { value: recycling, clause: null },
    };
    const terms = { obligationRatio, obligationBasis, obligationFixedBaseWon, obligationClause, deadlineOn: input.investmentTo, lifetimeExpensesWon, others };
    await decidePolicies(tx, context, agreementPolicies(fund.id, input.foundedOn, context.now, terms));
    await storeVersion(tx, context, foundingVersion(fund.id, input.foundedOn, context.now));
    return rows.map((partner, index) => ({ id: partner.id, name: partners[index]?.party.name ?? '', commitmentWon: partner.commitmentWon }));
  }
}

/** FND-2026-01, … Formation of two funds of one year at once is serialised. Numbers run through all funds, also those that the drafter does not see. */
async function nextFundNumber(tx: Tx, year: number): Promise<string> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('fund number', 0))`);
  const rows: { last: number | null }[] = await tx.query('select last_fund_number($1) as last', [year]);
  return `FND-${year}-${String((rows[0]?.last ?? 0) + 1).padStart(2, '0')}`;
}

async function formationPolicies(tx: Tx, context: CommandContext, { byAccelerator, foundedOn }: FormFund): Promise<FormationLimits> {
  const policies = await policiesInForce(tx, ['*'], context.today, EVERYTHING.knownBefore);
  const amount = (key: string): Won => won(policies.amount(key) ?? 0n);
  const registration = policies.find(LIFE_POLICIES.registrationDays);
  const days = Math.max(1, policies.integer(LIFE_POLICIES.registrationDays, 1));
  return {
    commitmentMinimumWon: amount(byAccelerator ? FUND_POLICIES.acceleratorCommitmentMinimum : FUND_POLICIES.commitmentMinimum),
    firstPaymentMinimumWon: amount(byAccelerator ? FUND_POLICIES.acceleratorFirstPaymentMinimum : FUND_POLICIES.firstPaymentMinimum),
    unitMinimumWon: amount(FUND_POLICIES.unitMinimum),
    generalPartnerMinimum: basisPoints(policies.integer(FUND_POLICIES.partnerShareMinimum, 0)),
    limitedPartnersMaximum: policies.integer(FUND_POLICIES.limitedPartnersMaximum, Number.MAX_SAFE_INTEGER),
    lifeMinimumYears: policies.integer(FUND_POLICIES.lifeMinimumYears, 0),
    clause: policies.find(FUND_POLICIES.partnerShareMinimum)?.clause ?? '',
    registrationDueOn: civilDeadline({ from: foundedOn, period: { days } }, holidayCalendar()).effective,
    registrationClause: registration?.clause ?? '',
  };
}

function requireShape(input: FormFund): void {
  const order: readonly (readonly [string, boolean])[] = [
    ['/registeredOn', input.registeredOn === null || input.registeredOn >= input.foundedOn],
    ['/investmentFrom', input.investmentFrom >= input.foundedOn],
    ['/investmentTo', input.investmentTo > input.investmentFrom],
    ['/lifeTo', input.lifeTo >= input.investmentTo],
  ];
  const wrong = order.find(([, holds]) => !holds);
  if (wrong !== undefined) {
    throw invalidField(wrong[0], 'fund.dates-out-of-order', {
      ko: '날짜 순서를 확인해 주세요: 결성총회일 ≤ 등록일, 투자기간 시작 < 종료 ≤ 존속기간 만료.',
      en: 'Check the order of the dates: founding ≤ registration; start < end of the investment period ≤ end of life.',
    });
  }
  if (input.obligationBasis === 'FIXED_AMOUNT' && input.obligationFixedBaseWon === null) {
    throw invalidField('/obligationFixedBaseWon', 'fund.no-fixed-base', {
      ko: '고정기준금액 기준에는 기준금액이 필요합니다. 없으면 어떤 투자로도 달성된 것으로 계산됩니다.',
      en: 'The basis FIXED_AMOUNT needs its amount; on a base of nothing any portfolio would meet the obligation.',
    });
  }
  const numbers = input.partners.map((partner) => partner.party.businessNumber ?? partner.party.name);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) !== index);
  if (twice !== -1) {
    throw invalidField(`/partners/${twice}/businessNumber`, 'fund.partner-twice', { ko: '같은 조합원이 두 번 입력되었습니다.', en: 'The same partner stands here twice.' });
  }
  const uneven = input.partners.findIndex((partner) => partner.commitmentWon % input.unitWon !== 0n);
  if (uneven !== -1) {
    throw invalidField(`/partners/${uneven}/commitmentWon`, 'fund.not-whole-units', {
      ko: `약정액은 출자 1좌 금액(${input.unitWon}원)의 배수여야 합니다.`,
      en: `A commitment must be a multiple of the unit (${input.unitWon} won).`,
    });
  }
  if (input.partners.filter((partner) => partner.kind === 'GENERAL').length === 0) {
    throw new DomainError('invalid', 'fund.no-general-partner', { ko: '업무집행조합원이 한 명 이상 필요합니다.', en: 'There must be a general partner.' });
  }
}
