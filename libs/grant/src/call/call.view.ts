import type { LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { viewTerms } from '../term/term.view.js';
import { CALL_PRESETS } from './opening/call-preset.data.js';
import type { CallFigures, FiscalYearFigures } from './call-figures.query.js';
import { callBook } from './call.charts.js';
import type { AmountReadingDto, FiscalYearFiguresDto, GrantCallDto, GrantCallPresetDto, GrantCallSummaryDto } from './call.dto.js';
import { CALL_POLICIES } from './call.policy.js';
import { AMOUNT_BASES, GRANT_KINDS, type CallLine, type GrantCall } from './call.js';
import { regimeFactsOn } from './opening/regime.data.js';

/** Amounts of a record as JSON carries them. */
const texts = <Key extends string>(row: Readonly<Record<Key, Won>>): Record<Key, string> => Object.fromEntries(Object.entries<Won>(row).map(([key, amount]) => [key, amount.toString()])) as Record<Key, string>;

export function viewCallSummary(call: GrantCall, figures: CallFigures): GrantCallSummaryDto {
  const { id, programmeId, kind, regime, fiscalYear, name, agency, feasibility } = call;
  const { callId: _call, agreements, settled, ...amounts } = figures;
  return { id, programmeId, kind, regime, fiscalYear, name, agency, feasibility, agreements, settled, ...texts(amounts) };
}

export const viewFiscalYear = ({ fiscalYear, ...amounts }: FiscalYearFigures): FiscalYearFiguresDto => ({ fiscalYear, ...texts(amounts) });

/** Everything that a call is, besides where it stands. */
export interface CallFacts {
  readonly lines: readonly CallLine[];
  readonly policies: PolicySet;
  readonly years: readonly FiscalYearFigures[];
}

export function viewCall(call: GrantCall, figures: CallFigures, { lines, policies, years }: CallFacts, today: LocalDate): GrantCallDto {
  return {
    ...viewCallSummary(call, figures),
    ...{ prefix: call.prefix, recipientRole: call.recipientRole, amountBasis: call.amountBasis, book: callBook(call.id) },
    lines: lines.map(({ code, name, indirect, inKind }) => ({ code, name, indirect, inKind })),
    terms: viewTerms(call, policies),
    years: years.map(viewFiscalYear),
    regimeFacts: [...regimeFactsOn(call.regime, today)],
    readings: readingsOf(call, policies),
  };
}

/** Both ways to read the amount of a project (docs/domain.md §0.1, A1), the one that applies marked; none where the call names no amount. */
function readingsOf({ amountBasis }: GrantCall, policies: PolicySet): AmountReadingDto[] {
  const amount = policies.amount(CALL_POLICIES.projectAmount);
  if (amount === null || amount === 0n) return [];
  const years = BigInt(policies.integer(CALL_POLICIES.projectYears, 1));
  const projects = BigInt(policies.integer(CALL_POLICIES.projectsSelected, 0));
  return AMOUNT_BASES.map((basis) => {
    const projectWon = won(basis === 'PER_YEAR' ? amount * years : amount);
    const evenly = projectWon % years === 0n;
    return {
      ...{ basis, applies: basis === amountBasis, projectWon: projectWon.toString(), projectYearWon: evenly ? (projectWon / years).toString() : null },
      allWon: projects === 0n ? null : won(projectWon * projects).toString(),
    };
  });
}

export function viewPresets(): GrantCallPresetDto[] {
  return CALL_PRESETS.map(({ terms, ...preset }) => ({ ...preset, name: { ko: GRANT_KINDS[preset.kind].ko, en: GRANT_KINDS[preset.kind].en }, terms: terms.map((term) => ({ ...term })) }));
}
