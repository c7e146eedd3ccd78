import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import type { TextPart } from './report-text.js';

export interface DecideReportText {
  readonly year: number;
  readonly part: TextPart;
  readonly body: string;
}

/**
 * `report-text.decide`: what a part of the annual report of a year says from now on; the text before stays on record. Throws
 * `report-text.needs-the-whole` for those who do not see every book.
 */
export const decideReportText: Command<DecideReportText, { readonly id: string }> = {
  name: 'report-text.decide',
  execute: async (tx, context, { year, part, body }) => {
    if (year > Number(context.today.slice(0, 4))) {
      throw invalidField('/year', 'report-text.year-to-come', { ko: '아직 시작되지 않은 연도입니다. 올해나 그 전 연도를 골라 주세요.', en: 'That year has not begun. Choose this year or an earlier one.' });
    }
    const rows: { whole: boolean }[] = await tx.query('select baton_sees_all() as whole');
    if (rows[0]?.whole !== true) {
      throw new DomainError('forbidden', 'report-text.needs-the-whole', { ko: '연간 보고서의 글은 모든 장부를 볼 수 있는 사람이 정합니다. 전체 범위 권한이 있는 사람에게 맡겨 주세요.', en: 'Texts of the annual report are decided by somebody who sees every book. Ask one of them.' });
    }
    const id = randomUUID();
    await tx.query('insert into report_text (id, fiscal_year, part, body, author, decided_on, known_at, command_id) values ($1, $2, $3, $4, (select name from app_user where id = $5), $6, $7, $8)', [
      ...[id, year, part, body.trim(), context.actor.userId, context.today, context.now, context.commandId],
    ]);
    return { id };
  },
};
