import type { LocalDate } from '#libs/calendar';
import { brokerActiveOn, goodThrough, struckOffOn, type Broker } from './broker.js';
import type { BrokerDto } from './broker.dto.js';

/** A broker as it stands on `on`. */
export function viewBroker(broker: Broker, on: LocalDate): BrokerDto {
  const { id, number, name, organisation, field, area, registeredOn, turns } = broker;
  return {
    ...{ id, number, name, organisation, field, area, registeredOn },
    ...{ goodThrough: goodThrough(broker), struckOffOn: struckOffOn(broker), active: brokerActiveOn(broker, on) },
    turns: turns.map((turn) => ({ ...turn })),
  };
}
