import { randomUUID } from 'node:crypto';
import { canonicalJson, type Command } from '#libs/command';
import { DomainError } from '#libs/errors';
import { getYear, policiesOfYear } from '../year/year.query.js';
import type { Signal, SignVerdict } from './warning.js';
import { listSigns } from './warning.query.js';

export interface DecideWarningSign {
  readonly yearId: string;
  readonly signal: Signal;
  readonly subjectId: string;
  /** Of the facts that were looked at. */
  readonly fingerprint: string;
  readonly verdict: SignVerdict;
  readonly reason: string;
}

/**
 * `warning-sign.decide`: what somebody made of a sign, with the facts as they saw them. Nothing follows from it by itself.
 * Throws conflict `warning-sign.changed` where the facts are others by now.
 */
export const decideWarningSign: Command<DecideWarningSign, { readonly id: string }> = {
  name: 'warning-sign.decide',
  execute: async (tx, context, { yearId, signal, subjectId, fingerprint, verdict, reason }) => {
    const year = await getYear(tx, yearId);
    const signs = await listSigns(tx, yearId, await policiesOfYear(tx, year, context.today), signal);
    const sign = signs.find((each) => each.subjectId === subjectId && each.fingerprint === fingerprint);
    if (sign === undefined) {
      throw new DomainError('conflict', 'warning-sign.changed', {
        ko: '그 사이 신호의 사실관계가 바뀌었습니다. 새로 고친 내용을 확인하고 다시 판단해 주세요.',
        en: 'The facts behind this sign have changed meanwhile. Look at them again and decide anew.',
      });
    }
    const id = randomUUID();
    const facts = { subject: sign.subject, text: sign.text, measures: sign.measures, facts: sign.facts };
    await tx.query(
      `insert into warning_decision (id, year_id, signal, subject_id, fingerprint, facts, verdict, reason, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, yearId, signal, subjectId, fingerprint, canonicalJson(facts), verdict, reason, context.now, context.commandId],
    );
    context.announce('voucher.changed', { yearId });
    return { id };
  },
};
