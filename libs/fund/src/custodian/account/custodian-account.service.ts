import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { keepCustodianAccount } from '#libs/payment';
import { getFund, lockFund } from '../../fund/fund.query.js';
import { CustodianAccountEntity } from './custodian-account.entity.js';

export interface RegisterCustodianAccount {
  readonly fundId: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holder: string;
  readonly effectiveFrom: LocalDate;
}

/** `custodian-account.register`: where partners pay in from a day on, and whose statements are kept from then. Calls keep the account that their notices named. */
export const registerCustodianAccount: Command<RegisterCustodianAccount, { readonly id: string }> = {
  name: 'custodian-account.register',
  execute: async (tx, context, input) => {
    await lockFund(tx, input.fundId);
    const fund = await getFund(tx, input.fundId);
    if (input.effectiveFrom < fund.foundedOn || input.effectiveFrom > fund.lifeTo) {
      throw invalidField('/effectiveFrom', 'custodian-account.outside-fund-life', {
        ko: `조합 존속기간(${fund.foundedOn} ~ ${fund.lifeTo}) 안의 날짜여야 합니다.`,
        en: `The date must lie within the life of the fund (${fund.foundedOn} to ${fund.lifeTo}).`,
      });
    }
    const id = randomUUID();
    await tx.insert(CustodianAccountEntity, { ...input, id, knownAt: context.now, commandId: context.commandId });
    await keepCustodianAccount(tx, context, { custodianAccountId: id, book: `fund/${fund.id}`, name: `${fund.number} 수탁계좌`, keptFrom: input.effectiveFrom });
    context.announce('fund.changed', { fundId: fund.id });
    return { id };
  },
};
