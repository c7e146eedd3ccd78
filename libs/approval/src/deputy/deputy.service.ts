import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField, notFound } from '#libs/errors';
import { findDeputy, listPossibleDeputies } from './deputy.query.js';

export interface AppointDeputy {
  readonly deputyId: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reason: string;
}

/**
 * `deputy.appoint` (대결자 지정): whoever will be away says who signs in their place. The deputy must hold the role
 * themselves and inherits every conflict: neither may have had a hand in what is signed. Source: dossier §7.1.
 */
export const appointDeputy: Command<AppointDeputy, { readonly id: string }> = {
  name: 'deputy.appoint',
  execute: async (tx, context, input) => {
    if (input.toOn < input.fromOn) {
      throw invalidField('/toOn', 'deputy.ends-before-it-starts', { ko: '종료일은 시작일 이후여야 합니다.', en: 'The last day must not be before the first.' });
    }
    if (input.fromOn < context.today) {
      throw invalidField('/fromOn', 'deputy.in-the-past', { ko: '시작일은 오늘 이후여야 합니다.', en: 'It cannot start in the past.' });
    }
    const possible = await listPossibleDeputies(tx, context.actor.userId);
    if (!possible.some((each) => each.id === input.deputyId)) {
      throw invalidField('/deputyId', 'deputy.not-possible', {
        ko: '같은 역할을 가진 다른 사람만 대결자로 지정할 수 있습니다.',
        en: 'Only another person who holds the same role can be the deputy.',
      });
    }
    const id = randomUUID();
    await tx.query('insert into deputy (id, absent_id, deputy_id, from_on, to_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      id,
      context.actor.userId,
      input.deputyId,
      input.fromOn,
      input.toOn,
      input.reason,
      context.now,
      context.commandId,
    ]);
    return { id };
  },
};

/** `deputy.end`: the absent person is back, or has thought better of it; from today on. */
export const endDeputy: Command<{ readonly deputyId: string }, { readonly id: string }> = {
  name: 'deputy.end',
  execute: async (tx, context, input) => {
    const found = await findDeputy(tx, input.deputyId);
    if (found === null) throw notFound({ ko: '대결 지정', en: 'deputy' }, input.deputyId);
    if (found.absentId !== context.actor.userId) {
      throw new DomainError('forbidden', 'deputy.not-yours', { ko: '본인이 지정한 대결만 끝낼 수 있습니다.', en: 'You can only end what you arranged yourself.' });
    }
    if (found.endedOn !== null) {
      throw new DomainError('conflict', 'deputy.ended-already', { ko: '이미 끝난 대결 지정입니다.', en: 'It has been ended already.' });
    }
    await tx.query('insert into deputy_end (deputy_id, ended_on, known_at, command_id) values ($1, $2, $3, $4)', [found.id, context.today, context.now, context.commandId]);
    return { id: found.id };
  },
};
