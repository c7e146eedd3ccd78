import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { getFund } from '../../fund/fund.query.js';
import { ForecastScenarioEntity } from './forecast-scenario.entity.js';
import { requireAssumptions } from './scenario.rules.js';
import type { Assumptions } from './scenario.model.js';

export interface SaveScenario {
  readonly fundId: string;
  readonly name: string;
  readonly assumptions: Assumptions;
}

/** `scenario.save`: assumptions under a name. What was saved under it before stays on record. */
export const saveScenario: Command<SaveScenario, { readonly id: string }> = {
  name: 'scenario.save',
  execute: async (tx, context, { fundId, name, assumptions }) => {
    const fund = await getFund(tx, fundId);
    requireAssumptions(assumptions);
    const id = randomUUID();
    await tx.insert(ForecastScenarioEntity, { id, fundId: fund.id, name, assumptions, knownAt: context.now, commandId: context.commandId });
    context.announce('fund.changed', { fundId });
    return { id };
  },
};

export const SCENARIO_COMMANDS = [saveScenario];
