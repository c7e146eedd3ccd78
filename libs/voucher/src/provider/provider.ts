import type { LocalDate } from '#libs/calendar';

/** A turn in the registration of a provider, from a day on. */
export interface ProviderTurn {
  readonly kind: 'SUSPENDED' | 'RESUMED';
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

/** A provider (공급·수행기관) registered in a programme year. */
export interface ServiceProvider {
  readonly id: string;
  readonly yearId: string;
  readonly partyId: string;
  readonly name: string;
  readonly businessNumber: string | null;
  /** Null: the roster names it without a day, and it counts as registered. */
  readonly registeredOn: LocalDate | null;
  /** In the order in which they were recorded. */
  readonly turns: readonly ProviderTurn[];
}

/** Registered and not suspended on `on`: of several turns the one with the latest day counts, of one day the one recorded last. */
export function providerActiveOn({ registeredOn, turns }: Pick<ServiceProvider, 'registeredOn' | 'turns'>, on: LocalDate): boolean {
  return (registeredOn === null || registeredOn <= on) && suspensionOn({ turns }, on) === null;
}

/** The suspension in force on `on`; null where there is none. */
export function suspensionOn({ turns }: Pick<ServiceProvider, 'turns'>, on: LocalDate): ProviderTurn | null {
  const last = turns.reduce<ProviderTurn | null>((found, turn) => (turn.effectiveOn <= on && (found === null || turn.effectiveOn >= found.effectiveOn) ? turn : found), null);
  return last?.kind === 'SUSPENDED' ? last : null;
}
