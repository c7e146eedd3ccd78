import { randomUUID } from 'node:crypto';
import { addDays, addYears } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { decidePolicies, type PolicySource } from '#libs/policy';
import { createProgramme, getProgramme } from '#libs/programme';
import type { LegalRegime } from '../clawback/clawback.js';
import { termValue } from '../term/term.rules.js';
import { kindPolicies } from './year.policy.js';
import { DEFAULT_AGENCY, firstDayOf, PROGRAMME_YEARS, VOUCHER_KINDS, type VoucherKind } from './year.js';

export interface OpeningTerm {
  readonly key: string;
  readonly value: string;
  readonly clause: string;
  readonly source: PolicySource;
}

export interface OpenVoucherYear {
  readonly kind: VoucherKind;
  readonly fiscalYear: number;
  readonly legalRegime: LegalRegime;
  /** Null: the year and the kind. */
  readonly name: string | null;
  readonly agency: string | null;
  /** Null: the programme of the kind, which is founded with its first year. */
  readonly programmeId: string | null;
  readonly terms: readonly OpeningTerm[];
}

export interface OpenedVoucherYear {
  readonly id: string;
  readonly name: string;
}

/** `voucher-year.open`: a programme year with its terms. It has no money until a budget is decided. */
export const openVoucherYear: Command<OpenVoucherYear, OpenedVoucherYear> = {
  name: 'voucher-year.open',
  async execute(tx, context, input) {
    const programmeId = input.programmeId === null ? await programmeOf(tx, context, input) : (await getProgramme(tx, input.programmeId)).id;
    const year = await addYear(tx, context, input, programmeId);
    const firstDay = firstDayOf(input.fiscalYear);
    const decided = input.terms.map(({ key, value, clause, source }, index) => ({
      ...{ scope: `voucher/${year.id}`, key, value: termValue(key, value, `/terms/${index}/value`) },
      ...{ effectiveFrom: firstDay, effectiveTo: null, clause, source, knownAt: context.now },
    }));
    const ofTheKind = kindPolicies(input.kind, year.id, firstDay, context.now).filter(({ key }) => !decided.some((term) => term.key === key));
    await decidePolicies(tx, context, [...ofTheKind, ...decided]);
    context.announce('voucher.changed', { yearId: year.id });
    return year;
  },
};

/** The programme of a kind; whoever opens its first year founds it. */
async function programmeOf(tx: Tx, context: CommandContext, { kind, fiscalYear }: OpenVoucherYear): Promise<string> {
  const { programme: code, ko, en } = VOUCHER_KINDS[kind];
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('programme ' || $1, 0))`, [code]);
  const rows: { id: string }[] = await tx.query('select id from programme where code = $1', [code]);
  if (rows[0] !== undefined) return rows[0].id;
  const horizonFrom = firstDayOf(fiscalYear);
  const horizonTo = addDays(addYears(horizonFrom, PROGRAMME_YEARS), -1);
  const founded = await createProgramme.execute(tx, context, {
    ...{ code, nameKo: `${ko} 사업`, nameEn: `${en} programme`, horizonFrom, horizonTo },
    ...{ targetCommitmentWon: null, obligationRatioBasisPoints: null, clause: '' },
  });
  return founded.id;
}

async function addYear(tx: Tx, context: CommandContext, input: OpenVoucherYear, programmeId: string): Promise<OpenedVoucherYear> {
  const { kind, fiscalYear, legalRegime } = input;
  const year = { id: randomUUID(), name: input.name ?? `${fiscalYear}년 ${VOUCHER_KINDS[kind].ko}` };
  const added: unknown[] = await tx.query(
    `insert into voucher_year (id, programme_id, kind, fiscal_year, name, agency, legal_regime, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (programme_id, kind, fiscal_year) do nothing returning id`,
    [year.id, programmeId, kind, fiscalYear, year.name, input.agency ?? DEFAULT_AGENCY, legalRegime, context.now, context.commandId],
  );
  if (added.length === 1) return year;
  throw new DomainError('conflict', 'voucher-year.opened-already', {
    ko: `${fiscalYear}년 ${VOUCHER_KINDS[kind].ko} 사업연도는 이미 열려 있습니다. 목록에서 골라 주세요.`,
    en: `The year ${fiscalYear} of the ${VOUCHER_KINDS[kind].en} is open already. Choose it from the list.`,
  });
}
