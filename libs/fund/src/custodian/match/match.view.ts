import type { CommandOutcome } from '#libs/command';
import { shownEntry } from '#libs/ledger';
import { addWon, sumWon, won } from '#libs/money';
import type { CustodianLineDto, MatchCapitalDto, MatchedCapitalDto, SuggestionDto } from './match.dto.js';
import type { Suggestion } from './match.js';
import type { DeskLine } from './match.query.js';
import type { MatchCapital, MatchedCapital } from './match.service.js';

export function viewLine({ line, openWon, suggestions }: DeskLine): CustodianLineDto {
  const { id, fileName, rowNo, valueOn, amountWon, counterparty, memo, reference, balanceWon, uses } = line;
  return {
    ...{ id, fileName, rowNo, valueOn, amountWon, counterparty, memo, reference, balanceWon },
    openWon: openWon.toString(),
    state: stateOf(BigInt(amountWon), openWon),
    uses: uses.map(({ callNumber, partner, receiptId, interestId, amountWon: used }) => ({ callNumber, partner, receiptId, interestId, amountWon: used })),
    suggestions: suggestions.map(viewSuggestion),
  };
}

function stateOf(amountWon: bigint, openWon: bigint): CustodianLineDto['state'] {
  if (amountWon < 0n) return 'WITHDRAWAL';
  if (openWon === 0n) return 'MATCHED';
  return openWon === amountWon ? 'OPEN' : 'PARTLY';
}

function viewSuggestion({ reasons, capitalWon, interestWon, ...suggestion }: Suggestion): SuggestionDto {
  return {
    ...suggestion,
    capitalWon: capitalWon.toString(),
    interestWon: interestWon.toString(),
    reasons: reasons.map((reason) => ({ ...reason, text: { ...reason.text } })),
  };
}

/** The request as the command wants it. */
export function matchInput(fundId: string, { items }: MatchCapitalDto): MatchCapital {
  const read = items.map(({ lineId, callId, partnerId, receiptId, capitalWon, interestWon }) => ({
    ...{ lineId, callId, partnerId, receiptId: receiptId ?? null },
    capitalWon: won(capitalWon ?? '0'),
    interestWon: won(interestWon ?? '0'),
  }));
  return { fundId, items: read, amountWon: sumWon(read.map((item) => addWon(item.capitalWon, item.interestWon))) };
}

export function viewMatched({ result, dryRun }: CommandOutcome<MatchedCapital>): MatchedCapitalDto {
  return {
    dryRun,
    items: result.items.map(({ lineId, capital, interest, unpaidWon, lineOpenWon }) => ({
      lineId,
      receiptId: dryRun ? null : (capital?.id ?? null),
      interestId: dryRun ? null : (interest?.id ?? null),
      unpaidWon: unpaidWon.toString(),
      lineOpenWon: lineOpenWon.toString(),
    })),
    postings: result.postings.map(shownEntry),
  };
}
