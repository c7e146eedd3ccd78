import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, notFound } from '#libs/errors';

export interface RecordBan {
  /** Of an institution; null for a researcher. */
  readonly partyId: string | null;
  readonly researcher: string | null;
  /** Eight digits. */
  readonly researcherNumber: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly ground: string;
  readonly source: string;
}

/** `grant-ban.record`: an institution or a researcher may not take part from a day until a day (참여제한·수행배제). */
export const recordGrantBan: Command<RecordBan, { readonly id: string }> = {
  name: 'grant-ban.record',
  async execute(tx, context, { partyId, researcher, researcherNumber, fromOn, toOn, ground, source }) {
    if ((partyId === null) === (researcherNumber === null || researcher === null)) {
      throw invalidField('/partyId', 'grant-ban.of-nobody', { ko: '기관을 고르거나, 연구자의 이름과 국가연구자번호를 함께 적어 주세요.', en: 'Choose an institution, or give a researcher’s name and national number.' });
    }
    if (toOn < fromOn) throw invalidField('/toOn', 'grant-ban.backwards', { ko: '종료일은 시작일보다 앞설 수 없습니다.', en: 'It cannot end before it begins.' });
    if (partyId !== null) await requireParty(tx, partyId);
    const id = randomUUID();
    await tx.query(
      `insert into grant_ban (id, party_id, researcher, researcher_number, from_on, to_on, ground, source, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, partyId, researcher, researcherNumber, fromOn, toOn, ground, source, context.now, context.commandId],
    );
    return { id };
  },
};

async function requireParty(tx: Tx, partyId: string): Promise<void> {
  const rows: unknown[] = await tx.query('select 1 from party where id = $1', [partyId]);
  if (rows.length === 0) throw notFound({ ko: '기관', en: 'institution' }, partyId);
}
