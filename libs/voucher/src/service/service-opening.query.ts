import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { lockServices } from './service.store.js';
import { getServiceFacts, type ServiceFacts } from './service-facts.query.js';
import { requireStep } from './service-refusal.js';
import type { ServiceEvent } from './service.js';

/**
 * A service as it stands today, which nobody else changes until the transaction ends. Throws not found,
 * `service.not-in-this-state` and `voucher.not-in-this-state` where `event` is not its next step.
 */
export async function openService(tx: Tx, context: CommandContext, serviceId: string, event: ServiceEvent): Promise<ServiceFacts> {
  await lockServices(tx, [serviceId]);
  const facts = await getServiceFacts(tx, serviceId, context.today);
  requireStep(facts.state, facts.voucher.state, event);
  return facts;
}
