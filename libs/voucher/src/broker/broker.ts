import type { LocalDate } from '#libs/calendar';

/** RENEWED: good through that day. STRUCK_OFF: no longer registered from that day on. */
export interface BrokerTurn {
  readonly kind: 'STRUCK_OFF' | 'RENEWED';
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

/** A KTTN broker (중개인력) registered with a programme. */
export interface Broker {
  readonly id: string;
  readonly programmeId: string;
  readonly number: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly field: string | null;
  readonly area: string | null;
  readonly registeredOn: LocalDate;
  /** Null: open-ended. */
  readonly validTo: LocalDate | null;
  readonly turns: readonly BrokerTurn[];
}

type Registration = Pick<Broker, 'registeredOn' | 'validTo' | 'turns'>;

/** Last day of the registration with its renewals; null: open-ended. */
export function goodThrough({ validTo, turns }: Registration): LocalDate | null {
  if (validTo === null) return null;
  return turns.reduce((last, turn) => (turn.kind === 'RENEWED' && turn.effectiveOn > last ? turn.effectiveOn : last), validTo);
}

/** The day from which the broker is struck off; null while the registration stands. */
export const struckOffOn = ({ turns }: Registration): LocalDate | null => turns.find(({ kind }) => kind === 'STRUCK_OFF')?.effectiveOn ?? null;

/** Registered and active on `on`: a broker takes part on a day only if it was (docs/domain.md §3.3). */
export function brokerActiveOn(broker: Registration, on: LocalDate): boolean {
  const [last, struck] = [goodThrough(broker), struckOffOn(broker)];
  return broker.registeredOn <= on && (last === null || on <= last) && (struck === null || on < struck);
}
