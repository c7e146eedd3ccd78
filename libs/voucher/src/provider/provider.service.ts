import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant, type Bilingual } from '#libs/errors';
import { ensureParties, type PartyDraft } from '#libs/party';
import { businessStatusOn } from '#libs/party';
import { getOpenYear } from '../year/year.query.js';
import { getProvider, loadsOfProviders } from './provider.query.js';
import { providerIsInBusiness } from './provider.rules.js';
import type { ProviderTurn } from './provider.js';

export interface RegisterProvider {
  readonly yearId: string;
  readonly party: PartyDraft;
  /** Null: today. */
  readonly registeredOn: LocalDate | null;
}

export interface TurnProvider {
  readonly providerId: string;
  /** Null: today. */
  readonly effectiveOn: LocalDate | null;
  readonly reason: string;
}

export interface TurnedProvider {
  readonly id: string;
  readonly openServices: number;
}

/** `service-provider.register`: who may be chosen in a programme year. */
export const registerServiceProvider: Command<RegisterProvider, { id: string; partyId: string }> = {
  name: 'service-provider.register',
  async execute(tx, context, { yearId, party, registeredOn }) {
    const year = await getOpenYear(tx, yearId);
    const on = notLater(registeredOn, context, '/registeredOn');
    const partyId = [...(await ensureParties(tx, [party])).values()][0];
    invariant(partyId !== undefined, 'a party that was ensured has an id');
    const status = (await businessStatusOn(tx, [partyId], on)).get(partyId) ?? null;
    context.judge([providerIsInBusiness(status, on)]);
    const id = randomUUID();
    const added: unknown[] = await tx.query(
      `insert into service_provider (id, year_id, party_id, registered_on, known_at, command_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (year_id, party_id) do nothing returning id`,
      [id, year.id, partyId, on, context.now, context.commandId],
    );
    if (added.length === 0) throw refused('service-provider.registered-already', { ko: '이 사업연도에 이미 등록된 공급기관입니다. 목록에서 찾아 주세요.', en: 'This provider is registered in this year already. Look for it in the list.' });
    context.announce('voucher.changed', { yearId });
    return { id, partyId };
  },
};

/** `service-provider.suspend`: no new contract from a day on; services under way are to be given to another provider, or cancelled. */
export const suspendServiceProvider: Command<TurnProvider, TurnedProvider> = {
  name: 'service-provider.suspend',
  execute: (tx, context, input) => turn(tx, context, input, 'SUSPENDED'),
};

/** `service-provider.resume`: the reason of a suspension has gone. */
export const resumeServiceProvider: Command<TurnProvider, TurnedProvider> = {
  name: 'service-provider.resume',
  execute: (tx, context, input) => turn(tx, context, input, 'RESUMED'),
};

async function turn(tx: Tx, context: CommandContext, { providerId, effectiveOn, reason }: TurnProvider, kind: ProviderTurn['kind']): Promise<TurnedProvider> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('turns of ' || $1, 0))`, [providerId]);
  const { yearId, registeredOn, turns } = await getProvider(tx, providerId);
  const last = turns.at(-1);
  if ((last?.kind ?? 'RESUMED') === kind) throw refused(`service-provider.${kind.toLowerCase()}-already`, ALREADY[kind]);
  const on = notLater(effectiveOn, context, '/effectiveOn');
  const earliest = last?.effectiveOn ?? registeredOn;
  if (earliest !== null && on < earliest) {
    throw invalidField('/effectiveOn', 'service-provider.before-last-turn', { ko: `등록하거나 마지막으로 바뀐 날(${earliest}) 이후여야 합니다.`, en: `It cannot lie before ${earliest}, the day of the registration or the last change.` });
  }
  await tx.query('insert into service_provider_turn (provider_id, kind, effective_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [providerId, kind, on, reason, context.now, context.commandId]);
  const load = (await loadsOfProviders(tx, yearId)).find((each) => each.providerId === providerId);
  context.announce('voucher.changed', { yearId });
  return { id: providerId, openServices: load?.openServices ?? 0 };
}

const ALREADY: Readonly<Record<ProviderTurn['kind'], Bilingual>> = {
  SUSPENDED: { ko: '이미 정지된 공급기관입니다.', en: 'This provider is suspended already.' },
  RESUMED: { ko: '정지된 공급기관이 아닙니다.', en: 'This provider is not suspended.' },
};

/** The day of a fact, today where none is given. Throws invalid at `pointer` for a day to come. */
function notLater(on: LocalDate | null, { today }: CommandContext, pointer: string): LocalDate {
  if (on === null || on <= today) return on ?? today;
  throw invalidField(pointer, 'service-provider.in-future', { ko: '날짜가 오늘보다 뒤입니다.', en: 'The date lies in the future.' });
}

const refused = (code: string, text: Bilingual): DomainError => new DomainError('conflict', code, text);
