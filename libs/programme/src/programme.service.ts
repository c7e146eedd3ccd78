import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField, notFound } from '#libs/errors';
import type { Won } from '#libs/money';
import { decidePolicies } from '#libs/policy';

/** Planned size of a whole programme, in won. */
export const PROGRAMME_TARGET = 'fund.programme.target-commitment-won';
/** What the programme as a whole must reach, in basis points of all commitments. */
export const PROGRAMME_RATIO = 'fund.obligation.ratio-basis-points';

export interface CreateProgramme {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly horizonFrom: LocalDate;
  readonly horizonTo: LocalDate;
  readonly targetCommitmentWon: Won | null;
  readonly obligationRatioBasisPoints: number | null;
  readonly clause: string;
}

/** `programme.create` */
export const createProgramme: Command<CreateProgramme, { id: string }> = {
  name: 'programme.create',
  async execute(tx, context, input) {
    if (input.horizonTo <= input.horizonFrom) {
      throw invalidField('/horizonTo', 'programme.horizon-backwards', { ko: '종료일은 시작일보다 뒤여야 합니다.', en: 'The horizon must end after it begins.' });
    }
    const id = randomUUID();
    await tx.query('insert into programme (id, code, name_ko, name_en, horizon_from, horizon_to) values ($1, $2, $3, $4, $5, $6)', [
      id,
      input.code,
      input.nameKo,
      input.nameEn,
      input.horizonFrom,
      input.horizonTo,
    ]);
    const row = (key: string, value: string | number) => ({
      scope: `programme/${id}`,
      key,
      value,
      effectiveFrom: input.horizonFrom,
      effectiveTo: null,
      clause: input.clause,
      source: 'SEED' as const,
      knownAt: context.now,
    });
    await decidePolicies(tx, context, [
      ...(input.targetCommitmentWon === null ? [] : [row(PROGRAMME_TARGET, input.targetCommitmentWon.toString())]),
      ...(input.obligationRatioBasisPoints === null ? [] : [row(PROGRAMME_RATIO, input.obligationRatioBasisPoints)]),
    ]);
    return { id };
  },
};

export interface AddVintage {
  readonly programmeId: string;
  readonly year: number;
}

/** `vintage.add`: a year in which funds of the programme are formed. */
export const addVintage: Command<AddVintage, { id: string; year: number }> = {
  name: 'vintage.add',
  async execute(tx, _context, input) {
    const programmes: unknown[] = await tx.query('select 1 from programme where id = $1', [input.programmeId]);
    if (programmes.length === 0) throw notFound({ ko: '사업', en: 'programme' }, input.programmeId);
    const id = randomUUID();
    await tx.query('insert into vintage (id, programme_id, year) values ($1, $2, $3)', [id, input.programmeId, input.year]);
    return { id, year: input.year };
  },
};
