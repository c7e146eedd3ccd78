import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { getDocument } from '#libs/document';
import { useTerms, type UseTerms } from '../claim/claim.policy.js';
import { servicesWithContent } from '../contract/contract.query.js';
import type { ServiceFacts } from '../service/service-facts.query.js';
import { openService } from '../service/service-opening.query.js';
import { brokerHasReported, brokerIsActive, deliverableIsNew, providerIsNotSuspended, requireStepDay } from '../service/service.rules.js';
import { recordServiceEvents } from '../service/service.store.js';
import { getYear, policiesOfYear } from '../year/year.query.js';

export interface DeliverService {
  readonly serviceId: string;
  readonly deliveredOn: LocalDate;
  /** The deliverable, handed in before. */
  readonly documentId: string | null;
  /** The day on which the broker's report came. */
  readonly brokerReportedOn: LocalDate | null;
  readonly note: string | null;
}

export interface AcceptService {
  readonly serviceId: string;
  readonly acceptedOn: LocalDate;
  /** The company's satisfaction, 1 to 5. */
  readonly rating: number;
  readonly note: string | null;
}

export interface InspectService {
  readonly serviceId: string;
  readonly inspectedOn: LocalDate;
  readonly note: string | null;
}

export interface SendBackService {
  readonly serviceId: string;
  readonly reason: string;
}

interface Stepped {
  readonly id: string;
}

/** What happens between the contract and the claim; no money moves. */
@Injectable()
export class DeliveryService {
  /** `service.deliver`: the provider reports the result. Where the programme wants a broker, their report comes with it. */
  readonly deliver: Command<DeliverService, Stepped> = {
    name: 'service.deliver',
    async execute(tx, context, { serviceId, deliveredOn, documentId, brokerReportedOn, note }) {
      const service = await openService(tx, context, serviceId, 'deliver');
      requireStepDay(deliveredOn, service.sinceOn, context.today, '/deliveredOn');
      if (brokerReportedOn !== null) requireStepDay(brokerReportedOn, service.contractedOn, context.today, '/brokerReportedOn');
      const terms = await termsOf(tx, service, deliveredOn);
      const contentHash = documentId === null ? null : (await getDocument(tx, documentId)).sha256;
      const others = contentHash === null ? [] : await servicesWithContent(tx, contentHash, serviceId);
      context.judge([
        brokerHasReported(brokerReportedOn, terms.brokerRequired),
        brokerIsActive(service.broker, context.today, terms.brokerRequired),
        providerIsNotSuspended(service.provider, context.today, 'WARN'),
        deliverableIsNew(others),
      ]);
      await recordServiceEvents(tx, [{ context, serviceId, event: 'deliver', happenedOn: deliveredOn, documentId, contentHash, brokerReportedOn, reason: note }]);
      context.announce('voucher.changed', { yearId: service.voucher.yearId });
      return { id: serviceId };
    },
  };

  /** `service.accept`: the company looks at the result and takes it. */
  readonly accept: Command<AcceptService, Stepped> = {
    name: 'service.accept',
    async execute(tx, context, { serviceId, acceptedOn, rating, note }) {
      const service = await openService(tx, context, serviceId, 'accept');
      requireStepDay(acceptedOn, service.sinceOn, context.today, '/acceptedOn');
      await recordServiceEvents(tx, [{ context, serviceId, event: 'accept', happenedOn: acceptedOn, rating, reason: note }]);
      context.announce('voucher.changed', { yearId: service.voucher.yearId });
      return { id: serviceId };
    },
  };

  /** `service.inspect`: the agency checks that the service was given as it was contracted. */
  readonly inspect: Command<InspectService, Stepped> = {
    name: 'service.inspect',
    async execute(tx, context, { serviceId, inspectedOn, note }) {
      const service = await openService(tx, context, serviceId, 'inspect');
      requireStepDay(inspectedOn, service.sinceOn, context.today, '/inspectedOn');
      await recordServiceEvents(tx, [{ context, serviceId, event: 'inspect', happenedOn: inspectedOn, reason: note }]);
      context.announce('voucher.changed', { yearId: service.voucher.yearId });
      return { id: serviceId };
    },
  };

  /** `service.send-back`: something is missing. A claim is claimed anew, a result is delivered anew. */
  readonly sendBack: Command<SendBackService, Stepped> = {
    name: 'service.send-back',
    async execute(tx, context, { serviceId, reason }) {
      const service = await openService(tx, context, serviceId, 'sendBack');
      await recordServiceEvents(tx, [{ context, serviceId, event: 'sendBack', happenedOn: context.today, reason }]);
      context.announce('voucher.changed', { yearId: service.voucher.yearId });
      return { id: serviceId };
    },
  };
}

async function termsOf(tx: Tx, { voucher }: ServiceFacts, on: LocalDate): Promise<UseTerms> {
  return useTerms(await policiesOfYear(tx, await getYear(tx, voucher.yearId), on));
}
