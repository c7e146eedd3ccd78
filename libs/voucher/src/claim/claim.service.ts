import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, invariant } from '#libs/errors';
import { findInvoices, insertInvoices } from '#libs/evidence';
import { invoiceIsClaimedOnce, requireSameInvoice, type KnownInvoice } from '#libs/invoice';
import { ZERO_WON, type Won } from '#libs/money';
import { standingUses } from '../contract/contract.query.js';
import { getServiceFacts, type ServiceFacts } from '../service/service-facts.query.js';
import { moneyOfVoucher, type VoucherMoney } from '../service/service-money.query.js';
import { openService } from '../service/service-opening.query.js';
import { brokerHasReported, partyIsInBusiness, requireStepDay, useFallsIntoTheValidity } from '../service/service.rules.js';
import { recordServiceEvents } from '../service/service.store.js';
import { lockVouchers } from '../voucher/voucher.query.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { useTerms, type UseTerms } from './claim.policy.js';
import { expectedVat, splitUse, vatMatchesTheSupplyPrice, type ServiceUse, type UseSplit } from './claim.rules.js';
import { insertClaim } from './claim.store.js';
import { brokerFeeStaysWithinTheCap, claimStaysWithinTheContract } from './invoice.rules.js';

export interface ClaimForService {
  readonly serviceId: string;
  /** 24 characters, checked. */
  readonly invoiceNumber: string;
  readonly invoicedOn: LocalDate;
  /** As the invoice states it: what was contracted, or less. Null: what was contracted. */
  readonly supplyWon: Won | null;
  /** Null: what the rate makes of the supply price. */
  readonly vatWon: Won | null;
  readonly brokerFeeWon: Won | null;
  readonly claimedOn: LocalDate;
}

export interface ClaimedService {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly split: UseSplit;
  /** Of what the contract holds, given back when the claim is approved. */
  readonly toBeReleasedWon: bigint;
  readonly money: VoucherMoney;
}

interface Judged {
  readonly service: ServiceFacts;
  readonly terms: UseTerms;
  readonly use: ServiceUse;
  readonly known: KnownInvoice | null;
}

/** Bills of providers. */
@Injectable()
export class ClaimService {
  /** `service.claim`: the provider bills the service with a tax invoice. In a dry run: the split, and what the rules say. */
  readonly claim: Command<ClaimForService, ClaimedService> = {
    name: 'service.claim',
    async execute(tx, context, input) {
      const { serviceId, claimedOn } = input;
      await lockVouchers(tx, [(await getServiceFacts(tx, serviceId, context.today)).voucher.id]);
      const service = await openService(tx, context, serviceId, 'claim');
      requireDays(input, service, context.today);
      const terms = useTerms(await policiesOfYear(tx, await getYear(tx, service.voucher.yearId), service.contractedOn));
      const use = billed(input, service, terms);
      const split = await splitClaim(tx, service, use, terms);
      const known = (await findInvoices(tx, [input.invoiceNumber])).get(input.invoiceNumber) ?? null;
      await judge(tx, context, input, { service, terms, use, known });
      const claim = { id: serviceId, invoiceNumber: input.invoiceNumber, split, toBeReleasedWon: service.heldWon - split.governmentWon };
      const money = await moneyOfVoucher(tx, service.voucher.yearId, service.voucher.id);
      if (context.blocked) return { ...claim, money };
      const bill = { supplyWon: use.supplyWon, vatWon: use.vatWon };
      if (known === null) await insertInvoices(tx, context, [{ ...bill, number: input.invoiceNumber, subject: { kind: 'service', id: serviceId }, supplierId: service.provider.partyId, invoicedOn: input.invoicedOn, knownAt: context.now }]);
      await insertClaim(tx, context, { ...input, ...bill, governmentWon: split.governmentWon, selfWon: split.selfWon });
      await recordServiceEvents(tx, [{ context, serviceId, event: 'claim', happenedOn: claimedOn }]);
      context.announce('voucher.changed', { yearId: service.voucher.yearId });
      return { ...claim, money };
    },
  };
}

function billed({ supplyWon, vatWon }: ClaimForService, { contractedWon, taxable }: ServiceFacts, terms: UseTerms): ServiceUse {
  const use = { supplyWon: supplyWon ?? contractedWon, taxable, vatWon: ZERO_WON };
  return { ...use, vatWon: vatWon ?? expectedVat(use, terms.vatRate.value) };
}

/** Against all other uses of the voucher that stand, and never above what the contract holds. */
async function splitClaim(tx: Tx, service: ServiceFacts, use: ServiceUse, terms: UseTerms): Promise<UseSplit> {
  return splitUse(use, await standingUses(tx, service.voucher.id, service.id), service.heldWon, terms.governmentShare.value);
}

async function judge(tx: Tx, context: CommandContext, input: ClaimForService, { service, terms, use, known }: Judged): Promise<void> {
  const { issuedOn, validTo } = service.voucher;
  invariant(issuedOn !== null && validTo !== null, 'a voucher that was used has been issued');
  if (known?.subjectId === service.id) requireSameInvoice(known, { invoicedOn: input.invoicedOn, supplyWon: use.supplyWon, vatWon: use.vatWon });
  // The supplier as of the day on the invoice, not as of today.
  const { provider } = await getServiceFacts(tx, service.id, input.invoicedOn);
  context.judge([
    invoiceIsClaimedOnce(known, service.id),
    useFallsIntoTheValidity('INVOICE', input.invoicedOn, { issuedOn, validTo }, terms.validity.clause),
    claimStaysWithinTheContract(use.supplyWon, service.contractedWon),
    vatMatchesTheSupplyPrice(use, terms),
    partyIsInBusiness('provider', provider.name, provider.business, input.invoicedOn),
    brokerHasReported(service.brokerReportedOn, terms.brokerRequired),
    brokerFeeStaysWithinTheCap(input.brokerFeeWon, use.supplyWon, terms.brokerFeeCap),
  ]);
}

function requireDays({ invoicedOn, claimedOn }: ClaimForService, { sinceOn }: ServiceFacts, today: LocalDate): void {
  requireStepDay(claimedOn, sinceOn, today, '/claimedOn');
  if (invoicedOn <= claimedOn) return;
  throw invalidField('/invoicedOn', 'claim.invoiced-after-claim', { ko: '세금계산서 작성일은 청구일 이전이어야 합니다.', en: 'The invoice is dated on or before the day of the claim.' });
}
