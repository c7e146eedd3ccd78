import type { Fault } from '../../design/form/faults.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import type { DecideWaterfallTerm, WaterfallTerms } from './distribution.requests.js';
import { parsePercent, typedPercent } from './typed-percent.js';

/** A partner with a part of its own, in percent as it is typed. */
export interface PartyForm {
  readonly partnerId: string;
  readonly share: string;
}

export interface TermsForm {
  readonly hurdleBasisPoints: string;
  readonly carryBasisPoints: string;
  readonly catchUpBasisPoints: string;
  readonly dayCount: string;
  readonly interim: string;
  readonly firstLoss: readonly PartyForm[];
  readonly carried: readonly PartyForm[];
  readonly effectiveFrom: string;
  readonly clause: string;
}

export const DAY_COUNTS = ['ACTUAL_365', 'ACTUAL_ACTUAL'] as const;
export const INTERIMS = ['NONE', 'PRINCIPAL_ONLY', 'UNRESTRICTED'] as const;
const WHOLE = 10_000;

export interface TermsTexts {
  readonly rate: string;
  readonly partner: string;
  readonly twice: string;
  readonly date: string;
  readonly clause: string;
  /** The carry is shared wholly. */
  readonly sum: (share: string) => string;
  /** Losses borne first are at most the whole. */
  readonly most: (share: string) => string;
}

/** What is in force, to be changed from today on. */
export function termsForm({ firstLoss, carried, ...terms }: WaterfallTerms): TermsForm {
  return {
    hurdleBasisPoints: typedPercent(terms.hurdleBasisPoints),
    carryBasisPoints: typedPercent(terms.carryBasisPoints),
    catchUpBasisPoints: typedPercent(terms.catchUpBasisPoints ?? 0),
    dayCount: terms.dayCount,
    interim: terms.interim,
    firstLoss: firstLoss.map(({ partnerId, weight }) => ({ partnerId, share: typedPercent(Number(weight)) })),
    carried: isByCommitment(carried) ? [] : sharesOf(carried),
    effectiveFrom: todayInSeoul(),
    clause: '',
  };
}

/** Where a decision names nobody the weights are commitments in won, larger than any weight that can be decided. */
export const isByCommitment = (carried: WaterfallTerms['carried']): boolean => carried.some(({ weight }) => BigInt(weight) > BigInt(WHOLE));

/** Weights as percent: each cut off after two decimals, and the first takes what that leaves. */
export function sharesOf(parties: WaterfallTerms['carried']): PartyForm[] {
  const whole = parties.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  if (whole === 0n) return [];
  const points = parties.map(({ weight }) => Number((BigInt(weight) * BigInt(WHOLE)) / whole));
  const left = WHOLE - points.reduce((sum, each) => sum + each, 0);
  return parties.map(({ partnerId }, index) => ({ partnerId, share: typedPercent((points[index] ?? 0) + (index === 0 ? left : 0)) }));
}

/** What is typed as the API takes it, with what is wrong at each field. */
export function readTerms(typed: TermsForm, texts: TermsTexts): { readonly body: DecideWaterfallTerm | null; readonly found: readonly Fault[] } {
  const found: Fault[] = [];
  const rate = (name: 'hurdleBasisPoints' | 'carryBasisPoints' | 'catchUpBasisPoints'): number => {
    const points = parsePercent(typed[name]);
    if (points === null) found.push({ pointer: `/${name}`, text: texts.rate });
    return points ?? 0;
  };
  const rates = { hurdleBasisPoints: rate('hurdleBasisPoints'), carryBasisPoints: rate('carryBasisPoints'), catchUpBasisPoints: rate('catchUpBasisPoints') };
  const [firstLoss, carried] = [readParties('firstLoss', typed.firstLoss, texts), readParties('carried', typed.carried, texts)];
  found.push(...firstLoss.faults, ...carried.faults);
  const effectiveFrom = parseDateInput(typed.effectiveFrom);
  if (effectiveFrom === null) found.push({ pointer: '/effectiveFrom', text: texts.date });
  if (typed.clause.trim() === '') found.push({ pointer: '/clause', text: texts.clause });
  if (found.length > 0 || effectiveFrom === null) return { body: null, found };
  const [dayCount, interim] = [DAY_COUNTS.find((each) => each === typed.dayCount) ?? 'ACTUAL_365', INTERIMS.find((each) => each === typed.interim) ?? 'NONE'];
  const parties = [...firstLoss.parties.map((each) => ({ ...each, role: 'FIRST_LOSS' as const })), ...carried.parties.map((each) => ({ ...each, role: 'CARRIED' as const }))];
  return { body: { ...rates, dayCount, interim, parties, effectiveFrom, clause: typed.clause.trim() }, found };
}

interface ReadParties {
  readonly parties: readonly { readonly partnerId: string; readonly weight: number }[];
  readonly faults: readonly Fault[];
}

/** Every line names another partner and a share; together they are the whole of the carry, or at most the whole of the losses. The sum is told at the last line. */
function readParties(role: 'firstLoss' | 'carried', lines: readonly PartyForm[], texts: TermsTexts): ReadParties {
  const parties = lines.map(({ partnerId, share }) => ({ partnerId, weight: parsePercent(share) ?? 0 }));
  const faults = parties.flatMap(({ partnerId, weight }, index): Fault[] => {
    const named = parties.findIndex((other) => other.partnerId === partnerId) === index ? null : texts.twice;
    const whom = partnerId === '' ? texts.partner : named;
    return [...(whom === null ? [] : [{ pointer: `/${role}/${index}/partnerId`, text: whom }]), ...(weight === 0 ? [{ pointer: `/${role}/${index}/share`, text: texts.rate }] : [])];
  });
  const sum = parties.reduce((total, { weight }) => total + weight, 0);
  if (faults.length > 0 || lines.length === 0) return { parties, faults };
  const last = `/${role}/${lines.length - 1}/share`;
  if (role === 'carried' && sum !== WHOLE) return { parties, faults: [{ pointer: last, text: texts.sum(typedPercent(sum)) }] };
  if (sum > WHOLE) return { parties, faults: [{ pointer: last, text: texts.most(typedPercent(sum)) }] };
  return { parties, faults };
}

/** What the lines come to, as percent; a share that cannot be read yet counts nothing. */
export const sumOfShares = (lines: readonly PartyForm[]): string => typedPercent(lines.reduce((sum, { share }) => sum + (parsePercent(share) ?? 0), 0));
