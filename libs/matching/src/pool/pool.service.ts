import type { Command } from '#libs/command';
import { openGrantCall, type OpenCall, type OpenedCall } from '#libs/grant';

/** What is decided of a pool; the rest follows from what it is. */
export type OpenPool = Pick<OpenCall, 'fiscalYear' | 'name' | 'agency' | 'programmeId' | 'lines' | 'proposal' | 'terms'>;

/**
 * `matching-pool.open`: a pool of reverse matching with its terms. It is a call for research contributions, so its budget,
 * applications, agreements and settlements are those of grants; it has no money until a budget is decided.
 */
export const openPool: Command<OpenPool, OpenedCall> = {
  name: 'matching-pool.open',
  async execute(tx, context, input) {
    const opened = await openGrantCall.execute(tx, context, {
      ...input,
      ...{ kind: 'MATCHING', regime: 'RND', recipientRole: 'COMPANY', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED' },
    });
    context.announce('grant.changed', { callId: opened.id });
    return opened;
  },
};
