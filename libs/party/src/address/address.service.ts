import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { getParty } from '../party.query.js';
import type { PostalAddress } from './address.js';

export interface RecordPartyAddress extends PostalAddress {
  readonly partyId: string;
  /** The first day on which it holds; the one before it ends then. */
  readonly effectiveFrom: LocalDate;
}

/** `party-address.record`: where a party is, from a day on. Nothing is changed: a mistake is recorded anew for the same day. */
export const recordPartyAddress: Command<RecordPartyAddress, { id: string }> = {
  name: 'party-address.record',
  async execute(tx, context, { partyId, effectiveFrom, postCode, street, building, town, country }) {
    await getParty(tx, partyId);
    if (!/^[A-Z]{2}$/.test(country)) throw invalidField('/country', 'party-address.country', { ko: '국가는 KR처럼 두 글자 코드로 적어 주세요.', en: 'State the country by its two letters, e.g. KR.' });
    const readable = country === 'KR' ? /^\d{5}$/ : /^[0-9A-Z -]{3,16}$/;
    if (!readable.test(postCode)) throw invalidField('/postCode', 'party-address.post-code', { ko: '우편번호 다섯 자리를 숫자로 적어 주세요.', en: 'State the postal code as it is written in that country; in Korea five digits.' });
    const id = randomUUID();
    await tx.query(
      'insert into party_address (id, party_id, effective_from, post_code, street, building, town, country, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [id, partyId, effectiveFrom, postCode, street, building, town, country, context.now, context.commandId],
    );
    return { id };
  },
};
