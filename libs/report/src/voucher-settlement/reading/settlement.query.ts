import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import { getProgramme } from '#libs/programme';
import { BUDGET_STAGES, SPENDABLE_STAGES } from '#libs/journal';
import { getYear, GROUND_WORDS, policiesOfYear, SERVICE_LIFE, SIGNAL_WORDS, VOUCHER_KINDS, VOUCHER_LIFE, YEAR_POLICIES, yearTerms, type VoucherYear } from '#libs/voucher';
import { both } from '../../report/report-text.js';
import type { SettlementFacts, SettlementNames } from '../voucher-settlement.js';
import { readBook, readParts, type YearPoint } from './book.query.js';
import { readClawbacks, readClose, readDecisions, readDocuments, readRestrictions, readWarnings } from './records.query.js';
import { readUses } from './uses.query.js';
import { readVouchers } from './vouchers.query.js';

/**
 * Everything the settlement report shows of one programme year at one point in both times; the caller's transaction is the
 * one snapshot. About a dozen statements, however many vouchers there are. Throws `report.not-known-then` where the year was
 * not known yet.
 */
export async function readSettlementFacts(tx: Tx, yearId: string, { asOf, knownBefore }: TimePoint): Promise<SettlementFacts> {
  const year = await getYear(tx, yearId);
  await requireKnown(tx, year, knownBefore);
  const point: YearPoint = [yearId, asOf, knownBefore];
  const policies = await policiesOfYear(tx, year, asOf, knownBefore);
  const programme = await getProgramme(tx, year.programmeId);
  return {
    year,
    number: `${year.kind}-${year.fiscalYear}`,
    programme: { ko: programme.nameKo, en: programme.nameEn },
    asOf,
    knownBefore,
    terms: yearTerms(policies),
    policies: policies.all().filter(({ key }) => OWN_POLICIES.test(key)),
    ruleVersion: policies.find(YEAR_POLICIES.selfBurden)?.id ?? '-',
    decisions: await readDecisions(tx, point, SPENDABLE_STAGES),
    close: await readClose(tx, point),
    book: await readBook(tx, point),
    parts: await readParts(tx, point),
    ...(await readVouchers(tx, point)),
    uses: await readUses(tx, point),
    clawbacks: await readClawbacks(tx, point),
    warnings: await readWarnings(tx, point),
    restrictions: await readRestrictions(tx, point),
    documents: await readDocuments(tx, point),
    names: namesOf(year),
  };
}

/** Other rules of the house apply to a programme year as well, but make none of its figures. */
const OWN_POLICIES = /^(voucher|clawback|warning)\./;

/** To the second, as a report without a time is asked for: one about a year that was opened a moment ago is empty, not refused. */
async function requireKnown(tx: Tx, { id, name }: VoucherYear, knownBefore: Date): Promise<void> {
  const rows: { known: boolean }[] = await tx.query(`select date_trunc('second', known_at) < $2::timestamptz as known from voucher_year where id = $1`, [id, knownBefore]);
  if (rows[0]?.known === true) return;
  throw new DomainError(
    'invalid',
    'report.not-known-then',
    { ko: `그때에는 사업연도 '${name}'이(가) 등록되지 않았습니다. 더 나중의 자료 반영 시점을 지정해 주세요.`, en: `The programme year '${name}' was not on record then. Ask for it as known later.` },
    { details: { yearId: id } },
  );
}

function namesOf({ kind }: VoucherYear): SettlementNames {
  return {
    kind: VOUCHER_KINDS[kind],
    stages: BUDGET_STAGES,
    voucherStates: VOUCHER_LIFE.states,
    serviceStates: SERVICE_LIFE.states,
    grounds: GROUND_WORDS,
    regimes: REGIME_NAMES,
    signals: Object.fromEntries(Object.entries(SIGNAL_WORDS).map(([signal, { name }]) => [signal, name])),
    warningVerdicts: WARNING_VERDICT_NAMES,
  };
}

const REGIME_NAMES = {
  PUBLIC_FINANCE: both('공공재정환수법', 'Act on Recovery of Improper Gains from Public Finance'),
  SUBSIDY: both('보조금법', 'Subsidy Act'),
  RND: both('국가연구개발혁신법', 'National R&D Innovation Act'),
};

const WARNING_VERDICT_NAMES = {
  EXPLAINED: both('소명됨', 'Explained'),
  WATCH: both('지켜봄', 'Watch'),
  INSPECT: both('점검 대상', 'To be inspected'),
  CLAWBACK: both('환수 검토', 'To be clawed back'),
};
