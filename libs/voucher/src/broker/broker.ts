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

/** A registration as it stands on record: renewals and a striking-off are counted in. */
export interface RegistrationPeriod {
  readonly registeredOn: LocalDate;
  /** Last day; null: open-ended. */
  readonly validTo: LocalDate | null;
  /** The day from which it no longer counts. */
  readonly struckOffOn: LocalDate | null;
}

/** Registered and active on `on`: a broker takes part on a day only if it was (docs/domain.md §3.3). */
export const isRegisteredOn = ({ registeredOn, validTo, struckOffOn: struck }: RegistrationPeriod, on: LocalDate): boolean =>
  registeredOn <= on && (validTo === null || on <= validTo) && (struck === null || on < struck);

/** The same of a broker with the turns of its registration. */
export const brokerActiveOn = (broker: Registration, on: LocalDate): boolean =>
  isRegisteredOn({ registeredOn: broker.registeredOn, validTo: goodThrough(broker), struckOffOn: struckOffOn(broker) }, on);
