import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { DomainError, invalidField, invariant } from '#libs/errors';
import { ensureParties, type PartyDraft } from '#libs/party';
import type { NewLab } from './lab.query.js';

export interface RegisterLab extends Omit<NewLab, 'partyId'> {
  readonly party: PartyDraft;
}

/** `accredited-lab.register`: a laboratory may evaluate equipment or test from a day on, until its accreditation ends. */
export const registerAccreditedLab: Command<RegisterLab, { id: string; partyId: string }> = {
  name: 'accredited-lab.register',
  async execute(tx, context, { party, kind, scheme, number, validFrom, validThrough }) {
    if (validThrough !== null && validThrough < validFrom) throw invalidField('/validThrough', 'accredited-lab.ends-before-it-begins', { ko: '인정 종료일이 시작일보다 빠릅니다.', en: 'The accreditation ends before it begins.' });
    const partyId = [...(await ensureParties(tx, [party])).values()][0];
    invariant(partyId !== undefined, 'a party that was ensured has an id');
    const id = randomUUID();
    const added: unknown[] = await tx.query(
      `insert into accredited_lab (id, party_id, kind, scheme, number, valid_from, valid_through, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (party_id, kind, scheme, number, valid_from) do nothing returning id`,
      [id, partyId, kind, scheme, number, validFrom, validThrough, context.now, context.commandId],
    );
    if (added.length === 0) throw new DomainError('conflict', 'accredited-lab.registered-already', { ko: '같은 인정이 이미 등록되어 있습니다.', en: 'The same accreditation is on record already.' });
    return { id, partyId };
  },
};
