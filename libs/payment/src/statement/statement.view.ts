import type { CommandOutcome } from '#libs/command';
import type { ImportedBankStatementDto } from './statement.dto.js';
import type { ImportedBankStatement } from './statement.service.js';

export function viewImported({ result, dryRun }: CommandOutcome<ImportedBankStatement>): ImportedBankStatementDto {
  const { id, fileName, firstOn, lastOn, openingWon, closingWon, differenceWon, added, known, earlier, reversed, refused } = result;
  return {
    ...{ fileName, firstOn, lastOn, added, known, earlier, reversed, dryRun },
    id: dryRun ? null : id,
    openingWon: openingWon?.toString() ?? null,
    closingWon: closingWon?.toString() ?? null,
    differenceWon: differenceWon?.toString() ?? null,
    refused: refused.map(({ rowNo, code, text, fix }) => ({ rowNo, code, text: { ...text }, fix: fix === null ? null : { ...fix } })),
  };
}
