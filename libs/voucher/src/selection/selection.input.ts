import { localDate, type LocalDate } from '#libs/calendar';
import { sumWon, won } from '#libs/money';
import type { DecideSelectionDto, PromisedInput, PromoteSelectionDto } from './selection.dto.js';
import type { DecideSelection, PromoteSelection } from './selection.service.js';

export function toDecision(yearId: string, { cut, decidedOn, selected }: DecideSelectionDto, today: LocalDate): DecideSelection {
  return { yearId, cut: cut ?? null, decidedOn: decidedOn === undefined ? today : localDate(decidedOn), ...previewed(selected) };
}

export function toPromotion(yearId: string, { count, decidedOn, selected }: PromoteSelectionDto, today: LocalDate): PromoteSelection {
  return { yearId, count: count ?? selected?.length ?? 1, decidedOn: decidedOn === undefined ? today : localDate(decidedOn), ...previewed(selected) };
}

function previewed(list: readonly PromisedInput[] | undefined): Pick<DecideSelection, 'selected' | 'amountWon'> {
  if (list === undefined) return { selected: null, amountWon: null };
  const selected = list.map(({ voucherId, amountWon }) => ({ voucherId, amountWon: won(amountWon) }));
  return { selected, amountWon: sumWon(selected.map(({ amountWon }) => amountWon)) };
}
