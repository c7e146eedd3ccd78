import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField, notFound } from '#libs/errors';
import type { BusinessStatus } from '#libs/identifier';

export interface RecordBusinessStatus {
  readonly partyId: string;
  readonly status: BusinessStatus;
  readonly effectiveOn: LocalDate;
  /** Null: the tax office (국세청 휴폐업 조회). */
  readonly source: string | null;
}

const TAX_OFFICE = '국세청 휴폐업 조회';

/** `business-status.record`: what the tax office says of a company or provider, from a day on. */
export const recordBusinessStatus: Command<RecordBusinessStatus, { partyId: string; status: BusinessStatus }> = {
  name: 'business-status.record',
  async execute(tx, context, { partyId, status, effectiveOn, source }) {
    const parties: unknown[] = await tx.query('select 1 from party where id = $1', [partyId]);
    if (parties.length === 0) throw notFound({ ko: '거래처', en: 'party' }, partyId);
    if (effectiveOn > context.today) {
      throw invalidField('/effectiveOn', 'business-status.in-future', { ko: '조회 결과의 날짜가 오늘보다 뒤입니다.', en: 'The answer lies in the future.' });
    }
    await tx.query('insert into business_status (party_id, status, effective_on, source, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [
      ...[partyId, status, effectiveOn, source ?? TAX_OFFICE],
      ...[context.now, context.commandId],
    ]);
    return { partyId, status };
  },
};
