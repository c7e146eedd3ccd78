import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { canonicalJson, type Command, type CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { instituteWord } from '../recognition/claim/institute.rules.js';
import type { InstituteDraft } from './public-institute.js';
import { findSame, getInstitute } from './public-institute.query.js';

export interface RecordInstitutes {
  readonly institutes: readonly InstituteDraft[];
}

export interface EndInstitute {
  readonly instituteId: string;
  /** The last day on which it still was one. */
  readonly lastOn: LocalDate;
  readonly reason: string;
}

/** Makes everything that changes the list wait its turn: two rows of one institute would let a check choose. */
export async function lockInstitutes(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('public institutes', 0))`);
}

/** `public-institute.record`: puts institutes on the list; one or several. */
export const recordInstitutes: Command<RecordInstitutes, { ids: readonly string[] }> = {
  name: 'public-institute.record',
  async execute(tx, context, { institutes }) {
    await lockInstitutes(tx);
    await requireNew(tx, institutes, context.today);
    return { ids: await keepInstitutes(tx, context, institutes) };
  },
};

/** Adds to the list under its lock; answers their ids. */
export async function keepInstitutes(tx: Tx, context: CommandContext, institutes: readonly InstituteDraft[]): Promise<string[]> {
  const rows = institutes.map((institute) => ({ ...institute, id: randomUUID() }));
  await tx.query(
    `insert into public_institute (id, name, number, kind, valid_from, source, known_at, command_id)
     select i.id, i.name, i.number, i.kind, i."validFrom", i.source, $2, $3
       from jsonb_to_recordset($1::jsonb) as i (id uuid, name text, number text, kind text, "validFrom" date, source text)`,
    [canonicalJson(rows), context.now, context.commandId],
  );
  return rows.map(({ id }) => id);
}

/** `public-institute.end`: an institute leaves the list after a day; contracts of earlier days keep their licensor. */
export const endInstitute: Command<EndInstitute, { id: string; lastOn: LocalDate }> = {
  name: 'public-institute.end',
  async execute(tx, context, { instituteId, lastOn, reason }) {
    await lockInstitutes(tx);
    const institute = await getInstitute(tx, instituteId);
    if (institute.lastOn !== null) {
      throw new DomainError('conflict', 'public-institute.ended-already', { ko: `이미 ${institute.lastOn}까지로 종료된 기관입니다.`, en: `It has ended already, on ${institute.lastOn}.` });
    }
    if (lastOn < institute.validFrom || lastOn > context.today) {
      throw invalidField('/lastOn', 'public-institute.end-out-of-range', {
        ko: `지정일(${institute.validFrom})과 오늘 사이의 날짜여야 합니다.`,
        en: `It has to lie between ${institute.validFrom}, when it was put on the list, and today.`,
      });
    }
    await tx.query('insert into public_institute_end (institute_id, last_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [instituteId, lastOn, reason, context.now, context.commandId]);
    return { id: instituteId, lastOn };
  },
};

/** Refuses the first that is on the list already, stands twice in the request, or begins in the future. */
async function requireNew(tx: Tx, institutes: readonly InstituteDraft[], today: LocalDate): Promise<void> {
  const known = await findSame(tx, institutes.map(({ name }) => name), institutes.flatMap(({ number }) => (number === null ? [] : [number])));
  institutes.forEach((institute, index) => {
    const isSame = (other: InstituteDraft): boolean => instituteWord(other.name) === instituteWord(institute.name) || (other.number !== null && other.number === institute.number);
    if (institute.validFrom > today) {
      throw invalidField(`/institutes/${index}/validFrom`, 'public-institute.in-future', { ko: '지정일이 오늘보다 뒤입니다.', en: 'It begins in the future.' });
    }
    if (known.some((other) => isSame(other) && (other.lastOn === null || other.lastOn >= institute.validFrom)) || institutes.slice(0, index).some(isSame)) {
      throw invalidField(`/institutes/${index}/name`, 'public-institute.on-the-list', {
        ko: `'${institute.name}'은(는) 명부에 이미 있습니다.`,
        en: `'${institute.name}' is on the list already.`,
      });
    }
  });
}

export const INSTITUTE_COMMANDS = [recordInstitutes, endInstitute] as const;
