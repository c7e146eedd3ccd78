import type { CapitalAccountDto, CapitalAccountsDto } from './capital-account.dto.js';
import type { CapitalAccount, CapitalAccounts } from './capital-account.js';

export function viewCapitalAccounts({ from, to, accounts, carry, netAssetValueWon }: CapitalAccounts): CapitalAccountsDto {
  return {
    openingOn: from,
    closingOn: to,
    accounts: accounts.map(viewAccount),
    carry: { openingWon: carry.openingWon.toString(), accruedWon: carry.accruedWon.toString(), paidWon: carry.paidWon.toString(), closingWon: carry.closingWon.toString() },
    netAssetValueWon: netAssetValueWon.toString(),
  };
}

function viewAccount({ partnerId, partner, ...amounts }: CapitalAccount): CapitalAccountDto {
  return { partnerId, partner, ...(Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toString()])) as Omit<CapitalAccountDto, 'partnerId' | 'partner'>) };
}
