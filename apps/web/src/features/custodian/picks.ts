import type { CapitalCall } from '../../api/types.js';
import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import type { CustodianLine, MatchItem, Suggestion } from './custodian.requests.js';

/** What somebody says a line is: the key of a choice, and the two amounts as typed. */
export interface Pick {
  readonly chosen: boolean;
  readonly choice: string;
  readonly capitalWon: string;
  readonly interestWon: string;
}

export interface Choice {
  readonly key: string;
  readonly callId: string;
  readonly callNumber: number;
  readonly partnerId: string;
  readonly partner: string;
  readonly receiptId: string | null;
  readonly suggestion: Suggestion | null;
}

export type Picks = Readonly<Record<string, Pick>>;

const keyOf = (of: Whose): string => (of.receiptId === null ? `${of.callId}/${of.partnerId}` : `${of.callId}/${of.partnerId}/${of.receiptId}`);
type Whose = { readonly callId: string; readonly partnerId: string; readonly receiptId: string | null };

/** What a line may be: what is suggested first, then every share that still owes something. */
export function choicesOf(line: CustodianLine, calls: readonly CapitalCall[]): Choice[] {
  const suggested = line.suggestions.map((suggestion): Choice => ({ ...suggestion, key: keyOf(suggestion), suggestion }));
  const taken = new Set(suggested.map(({ key }) => key));
  const owing = calls.flatMap((call) =>
    call.shares
      .filter((share) => share.unpaidWon !== '0' || share.interest.dueWon !== '0')
      .map(({ partnerId, partner }): Choice => ({ key: `${call.id}/${partnerId}`, callId: call.id, callNumber: call.number, partnerId, partner, receiptId: null, suggestion: null })),
  );
  return [...suggested, ...owing.filter(({ key }) => !taken.has(key))];
}

/** What the desk starts with: the best suggestion of each line, chosen where it is exact. */
export function startingPick(line: CustodianLine): Pick {
  const [best] = line.suggestions;
  if (best === undefined) return { chosen: false, choice: '', capitalWon: '', interestWon: '' };
  return { chosen: best.exact, choice: keyOf(best), capitalWon: formatWon(best.capitalWon), interestWon: formatWon(best.interestWon) };
}

/** Another choice for a line: its suggested amounts, or as much of the line as the share owes. */
export function pickOf(line: CustodianLine, choice: Choice | undefined, calls: readonly CapitalCall[]): Pick {
  if (choice === undefined) return { chosen: false, choice: '', capitalWon: '', interestWon: '' };
  if (choice.suggestion !== null) return { chosen: true, choice: choice.key, capitalWon: formatWon(choice.suggestion.capitalWon), interestWon: formatWon(choice.suggestion.interestWon) };
  const share = calls.find(({ id }) => id === choice.callId)?.shares.find(({ partnerId }) => partnerId === choice.partnerId);
  const [open, unpaid, due] = [BigInt(line.openWon), BigInt(share?.unpaidWon ?? '0'), BigInt(share?.interest.dueWon ?? '0')];
  const capital = open < unpaid ? open : unpaid;
  const rest = open - capital;
  return { chosen: true, choice: choice.key, capitalWon: formatWon(capital), interestWon: formatWon(rest < due ? rest : due) };
}

const amountOf = (text: string): string => {
  const parsed = parseWonInput(text);
  return parsed.ok ? parsed.amount.toString() : '0';
};

/** The chosen lines as the server wants them, in the order of the table. */
export function matchItems(lines: readonly CustodianLine[], picks: Picks, calls: readonly CapitalCall[]): MatchItem[] {
  return lines.flatMap((line): MatchItem[] => {
    const pick = picks[line.id] ?? startingPick(line);
    const choice = choicesOf(line, calls).find(({ key }) => key === pick.choice);
    if (!pick.chosen || choice === undefined) return [];
    const whose = { lineId: line.id, callId: choice.callId, partnerId: choice.partnerId };
    if (choice.receiptId !== null) return [{ ...whose, receiptId: choice.receiptId }];
    return [{ ...whose, capitalWon: amountOf(pick.capitalWon), interestWon: amountOf(pick.interestWon) }];
  });
}

export const sumOf = (items: readonly MatchItem[]): bigint => items.reduce((sum, { capitalWon, interestWon }) => sum + BigInt(capitalWon ?? '0') + BigInt(interestWon ?? '0'), 0n);
