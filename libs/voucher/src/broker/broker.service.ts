import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { getYear } from '../year/year.query.js';
import { goodThrough, struckOffOn, type Broker, type BrokerTurn } from './broker.js';
import { getBroker } from './broker.query.js';

export interface RegisterBroker {
  /** A year of the programme that the broker is registered with. */
  readonly yearId: string;
  readonly number: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly field: string | null;
  readonly area: string | null;
  readonly registeredOn: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface RenewBroker {
  readonly brokerId: string;
  readonly validTo: LocalDate;
  readonly reason: string;
}

export interface StrikeOffBroker {
  readonly brokerId: string;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

/** `broker.register`: with the programme, for all its years. */
export const registerBroker: Command<RegisterBroker, { id: string }> = {
  name: 'broker.register',
  async execute(tx, context, { yearId, number, name, organisation, field, area, registeredOn, validTo }) {
    const { programmeId } = await getYear(tx, yearId);
    if (validTo !== null && validTo < registeredOn) throw invalidField('/validTo', 'broker.ends-before-it-begins', { ko: '만료일은 등록일 이후여야 합니다.', en: 'It cannot end before it begins.' });
    const id = randomUUID();
    const added: unknown[] = await tx.query(
      `insert into broker (id, programme_id, number, name, organisation, field, area, registered_on, valid_to, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (programme_id, number) do nothing returning id`,
      [id, programmeId, number, name, organisation, field, area, registeredOn, validTo, context.now, context.commandId],
    );
    if (added.length === 0) {
      throw new DomainError('conflict', 'broker.registered-already', { ko: `등록번호 ${number}은(는) 이미 있습니다. 목록에서 찾아 주세요.`, en: `There is a broker ${number} already. Look for it in the list.` });
    }
    context.announce('voucher.changed', { yearId });
    return { id };
  },
};

/** `broker.renew`: a registration that would end is good for longer. */
export const renewBroker: Command<RenewBroker, { id: string }> = {
  name: 'broker.renew',
  async execute(tx, context, { brokerId, validTo, reason }) {
    const broker = await lockBroker(tx, brokerId);
    const last = goodThrough(broker);
    if (last === null) throw new DomainError('conflict', 'broker.open-ended', { ko: '만료일이 없는 등록이어서 갱신할 것이 없습니다.', en: 'This registration has no end, so there is nothing to renew.' });
    if (validTo <= last) throw invalidField('/validTo', 'broker.not-longer', { ko: `지금의 만료일(${last})보다 뒤여야 합니다.`, en: `It must lie after ${last}, its present last day.` });
    await addTurn(tx, context, brokerId, { kind: 'RENEWED', effectiveOn: validTo, reason });
    return { id: brokerId };
  },
};

/** `broker.strike-off`: no longer registered from a day on, for good. What the broker took part in before stands. */
export const strikeOffBroker: Command<StrikeOffBroker, { id: string }> = {
  name: 'broker.strike-off',
  async execute(tx, context, { brokerId, effectiveOn, reason }) {
    const { registeredOn } = await lockBroker(tx, brokerId);
    if (effectiveOn < registeredOn) throw invalidField('/effectiveOn', 'broker.before-registration', { ko: `등록일(${registeredOn}) 이후여야 합니다.`, en: `It cannot lie before the registration on ${registeredOn}.` });
    await addTurn(tx, context, brokerId, { kind: 'STRUCK_OFF', effectiveOn, reason });
    return { id: brokerId };
  },
};

/** Throws conflict for a broker that is struck off: whatever follows is a new registration. */
async function lockBroker(tx: Tx, brokerId: string): Promise<Broker> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('turns of ' || $1, 0))`, [brokerId]);
  const broker = await getBroker(tx, brokerId);
  const struck = struckOffOn(broker);
  if (struck === null) return broker;
  throw new DomainError('conflict', 'broker.struck-off', {
    ko: `${struck}에 등록이 말소된 중개인력입니다. 다시 참여하려면 새 번호로 등록해 주세요.`,
    en: `This broker was struck off on ${struck}. To take part again it is registered anew, with a new number.`,
  });
}

async function addTurn(tx: Tx, context: CommandContext, brokerId: string, { kind, effectiveOn, reason }: BrokerTurn): Promise<void> {
  await tx.query('insert into broker_turn (broker_id, kind, effective_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [brokerId, kind, effectiveOn, reason, context.now, context.commandId]);
}
