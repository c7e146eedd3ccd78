import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, invariant } from '#libs/errors';
import { placeHold } from '#libs/ledger';
import { won, ZERO_WON, type Won } from '#libs/money';
import { useTerms, type UseTerms } from '../claim/claim.policy.js';
import { expectedVat, splitUse, voucherCoversTheUse, type UseSplit } from '../claim/claim.rules.js';
import { moneyOfVoucher, type VoucherMoney } from '../service/service-money.query.js';
import { voucherStepRefusal } from '../service/service-refusal.js';
import { ownMoneyCoversTheShare, partyIsInBusiness, providerIsNotSuspended, providerIsRegistered, serviceIsOnTheMenu, useFallsIntoTheValidity } from '../service/service.rules.js';
import { insertContract } from '../service/service.store.js';
import { lockVouchers } from '../voucher/voucher.query.js';
import { VOUCHER_BALANCE, yearAccount } from '../year/year.charts.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { getContractingVoucher, getProviderFacts, standingUses, type ContractingVoucher, type ProviderFacts } from './contract.query.js';

export interface ContractForService {
  readonly voucherId: string;
  /** A provider registered for the year. */
  readonly providerId: string;
  /** Of the menu; null where the year has none. */
  readonly menuCode: string | null;
  /** Null: as the menu names it. */
  readonly name: string | null;
  readonly supplyWon: Won;
  readonly taxable: boolean;
  readonly contractedOn: LocalDate;
  readonly dueOn: LocalDate | null;
}

export interface ContractedService {
  readonly id: string;
  readonly number: string;
  readonly split: UseSplit;
  readonly before: VoucherMoney;
  readonly after: VoucherMoney;
}

/** What a contract is judged by. */
interface ContractFacts {
  readonly voucher: ContractingVoucher;
  readonly provider: ProviderFacts;
  readonly terms: UseTerms;
  readonly split: UseSplit;
  readonly before: VoucherMoney;
}

/** Contracts for services: the public share is held on the voucher from here on. */
@Injectable()
export class ContractService {
  /** `service.contract`: a company buys a service of a registered provider. In a dry run: who would pay what, and what the rules say. */
  readonly contract: Command<ContractForService, ContractedService> = {
    name: 'service.contract',
    async execute(tx, context, input) {
      requireDays(input, context.today);
      // Two contracts on one voucher share the floors of its uses: the second one counts on the first.
      await lockVouchers(tx, [input.voucherId]);
      const facts = await contractFacts(tx, input);
      const { voucher, terms, split, before } = facts;
      judge(context, input, facts);
      const service = { id: randomUUID(), number: `${voucher.number ?? ''}-${String(voucher.services + 1).padStart(2, '0')}` };
      if (context.blocked) return { ...service, split, before, after: before };
      const { governmentWon, selfWon, vatWon } = split;
      const holdId = governmentWon === ZERO_WON ? null : await placeHold(tx, context, yearAccount(VOUCHER_BALANCE, voucher.yearId, voucher.id), governmentWon, null);
      await insertContract(tx, context, { ...input, ...service, name: nameOf(input, terms), governmentWon, selfWon, vatWon, holdId });
      context.announce('voucher.changed', { yearId: voucher.yearId });
      return { ...service, split, before, after: await moneyOfVoucher(tx, voucher.yearId, voucher.id) };
    },
  };
}

async function contractFacts(tx: Tx, input: ContractForService): Promise<ContractFacts> {
  const voucher = await getContractingVoucher(tx, input.voucherId, input.contractedOn);
  const refusal = voucherStepRefusal(voucher.state, 'hold');
  if (refusal !== null) throw refusal;
  const provider = await getProviderFacts(tx, input.providerId, input.contractedOn);
  requireSameYear(provider, voucher.yearId, '/providerId');
  const terms = useTerms(await policiesOfYear(tx, await getYear(tx, voucher.yearId), input.contractedOn));
  const before = await moneyOfVoucher(tx, voucher.yearId, voucher.id);
  const use = { supplyWon: input.supplyWon, vatWon: ZERO_WON, taxable: input.taxable };
  const billed = { ...use, vatWon: expectedVat(use, terms.vatRate.value) };
  const split = splitUse(billed, await standingUses(tx, voucher.id, null), won(before.availableWon), terms.governmentShare.value);
  return { voucher, provider, terms, split, before };
}

function judge(context: CommandContext, input: ContractForService, { voucher, provider, terms, split, before }: ContractFacts): void {
  const { issuedOn, validTo } = voucher;
  invariant(issuedOn !== null && validTo !== null, 'an issued voucher has a validity');
  const on = input.contractedOn;
  context.judge([
    useFallsIntoTheValidity('CONTRACT', on, { issuedOn, validTo }, terms.validity.clause),
    providerIsRegistered(provider, on),
    providerIsNotSuspended(provider, on, 'BLOCK'),
    partyIsInBusiness('provider', provider.name, provider.business, on),
    partyIsInBusiness('company', voucher.company, voucher.companyBusiness, on),
    serviceIsOnTheMenu(input.menuCode, terms.menu),
    voucherCoversTheUse(split, terms),
    ownMoneyCoversTheShare(split.selfWon, won(before.ownMoneyWon), terms.selfBurdenChannel),
  ]);
}

function requireDays({ contractedOn, dueOn }: ContractForService, today: LocalDate): void {
  if (contractedOn > today) throw invalidField('/contractedOn', 'service.contracted-in-future', { ko: '계약일이 오늘보다 뒤입니다.', en: 'The contract lies in the future.' });
  if (dueOn !== null && dueOn < contractedOn) throw invalidField('/dueOn', 'service.due-before-contract', { ko: '이행기한은 계약일 이후여야 합니다.', en: 'The service is due on or after the day of the contract.' });
}

/** A provider serves the programme year for which it is registered. */
export function requireSameYear(provider: ProviderFacts, yearId: string, pointer: string): void {
  if (provider.yearId === yearId) return;
  throw invalidField(pointer, 'service.provider-of-another-year', {
    ko: '다른 사업연도에 등록된 공급기관입니다. 이 사업연도의 공급기관을 골라 주세요.',
    en: 'This provider is registered for another programme year. Choose one of this year.',
  });
}

function nameOf({ name, menuCode }: ContractForService, terms: UseTerms): string | null {
  return name ?? terms.menu.value.find(({ code }) => code === menuCode)?.nameKo ?? null;
}
