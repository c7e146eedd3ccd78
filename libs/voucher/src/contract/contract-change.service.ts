import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { consumeHold, Ledger, type PostedEntry } from '#libs/ledger';
import { useTerms } from '../claim/claim.policy.js';
import { isReissued } from '../change/change.js';
import { openService } from '../service/service-opening.query.js';
import { moneyOfVoucher, type VoucherMoney } from '../service/service-money.query.js';
import { passedOn } from '../service/service.posting.js';
import { partyIsInBusiness, providerIsNotSuspended, providerIsRegistered } from '../service/service.rules.js';
import { recordServiceEvents } from '../service/service.store.js';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { getProviderFacts } from './contract.query.js';
import { requireSameYear } from './contract.service.js';

export interface ReassignService {
  readonly serviceId: string;
  /** Who stands in. */
  readonly providerId: string;
  readonly reason: string;
}

export interface CancelService {
  readonly serviceId: string;
  readonly reason: string;
}

export interface CancelledService {
  readonly id: string;
  /** Public money that came free. */
  readonly releasedWon: bigint;
  readonly before: VoucherMoney;
  readonly after: VoucherMoney;
  readonly entries: readonly PostedEntry[];
}

/** What becomes of a contract that does not run as it was made. */
@Injectable()
export class ContractChangeService {
  constructor(private readonly ledger: Ledger) {}

  /** `service.reassign`: another provider stands in for a suspended one. Amounts and hold stay as they were contracted. */
  readonly reassign: Command<ReassignService, { id: string }> = {
    name: 'service.reassign',
    async execute(tx, context, { serviceId, providerId, reason }) {
      const service = await openService(tx, context, serviceId, 'reassign');
      if (service.provider.suspendedOn === null) throw notSuspended(service.provider.name);
      const provider = await getProviderFacts(tx, providerId, context.today);
      requireSameYear(provider, service.voucher.yearId, '/providerId');
      if (provider.id === service.provider.id) throw sameProvider();
      context.judge([
        providerIsRegistered(provider, context.today),
        providerIsNotSuspended(provider, context.today, 'BLOCK'),
        partyIsInBusiness('provider', provider.name, provider.business, context.today),
      ]);
      const detail = { fromProviderId: service.provider.id };
      await recordServiceEvents(tx, [{ context, serviceId, event: 'reassign', happenedOn: context.today, providerId, reason, detail }]);
      context.announce('voucher.changed', { yearId: service.voucher.yearId });
      return { id: serviceId };
    },
  };

  /** `service.cancel`: nothing is paid; what was held comes free, and passes on to the programme where the voucher has ended. */
  readonly cancel: Command<CancelService, CancelledService> = {
    name: 'service.cancel',
    execute: async (tx, context, { serviceId, reason }) => {
      const service = await openService(tx, context, serviceId, 'cancel');
      const { id: voucherId, yearId, state } = service.voucher;
      const before = await moneyOfVoucher(tx, yearId, voucherId);
      await recordServiceEvents(tx, [{ context, serviceId, event: 'cancel', happenedOn: context.today, reason }]);
      if (service.holdId !== null) await consumeHold(tx, context, service.holdId, 'RELEASED', service.heldWon);
      const year = await getYear(tx, yearId);
      const terms = useTerms(await policiesOfYear(tx, year, context.today));
      const money = { yearId, voucherId, publicWon: service.heldWon, effectiveOn: context.today, memo: `취소 ${service.number}` };
      const entries = await this.ledger.post(tx, context, passedOn(state, money, isReissued(year, terms.ofTheYear, context.today)));
      context.announce('voucher.changed', { yearId });
      return { id: serviceId, releasedWon: service.heldWon, before, after: await moneyOfVoucher(tx, yearId, voucherId), entries };
    },
  };
}

function notSuspended(provider: string): DomainError {
  return new DomainError('rule_broken', 'service.provider-not-suspended', {
    ko: `${provider}은(는) 정지되지 않은 공급기관입니다. 공급기관은 정지된 때에만 교체합니다. 아니면 계약을 취소하고 다시 계약해 주세요.`,
    en: `${provider} is not suspended. A provider is replaced only while it is; otherwise cancel the service and contract anew.`,
  });
}

function sameProvider(): DomainError {
  return invalidField('/providerId', 'service.same-provider', { ko: '지금의 공급기관과 같습니다. 다른 공급기관을 골라 주세요.', en: 'This is the present provider. Choose another one.' });
}
