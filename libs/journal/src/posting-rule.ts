import { invariant, type Bilingual } from '#libs/errors';
import type { Chart } from './chart.js';

/**
 * A posting rule: the only way money moves. The list is closed and printed (docs/postings.md); the database knows each
 * code and refuses any other.
 */
export interface PostingRule {
  readonly code: string;
  readonly name: Bilingual;
  /** What happens in the business, in one sentence. */
  readonly when: Bilingual;
  /** The commands that post it; the database refuses it from any other. */
  readonly by: readonly string[];
  /** Every chart that its lines may touch. */
  readonly charts: readonly Chart[];
  /** Charts whose floor it may lower, because it records a fact that cannot be refused any more. */
  readonly mayBreach: readonly Chart[];
  /** Records the past as an import tells it: never dated in the future, never from the live door. */
  readonly history: boolean;
  /** A policy key that must stand at WARN for the book; null where no policy is needed. */
  readonly requiresWarningPolicy: string | null;
  /** The lines in words, as the printed list shows them. */
  readonly lines: readonly { readonly debit: string; readonly credit: string; readonly amount: string }[];
}

type Optional = 'mayBreach' | 'history' | 'requiresWarningPolicy';
type Definition = Omit<PostingRule, Optional> & Partial<Pick<PostingRule, Optional>>;

export function definePosting(definition: Definition): PostingRule {
  const rule: PostingRule = { mayBreach: [], history: false, requiresWarningPolicy: null, ...definition };
  invariant(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/.test(rule.code), `posting code ${rule.code} is not dotted kebab case`);
  invariant(rule.by.length > 0, `${rule.code}: no command posts it`);
  invariant(rule.mayBreach.every((chart) => rule.charts.includes(chart)), `${rule.code}: may breach a chart it does not touch`);
  return rule;
}

/** All charts and posting rules of the installation; each feature hands in its own. */
export interface PostingRegistry {
  readonly charts: readonly Chart[];
  readonly postings: readonly PostingRule[];
}

/** Joins the registries of the features; throws `InvariantError` on a code used twice. */
export function joinRegistries(registries: readonly PostingRegistry[]): PostingRegistry {
  const charts = registries.flatMap((registry) => registry.charts);
  const postings = registries.flatMap((registry) => registry.postings);
  for (const codes of [charts.map((chart) => chart.code), postings.map((posting) => posting.code)]) {
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    invariant(twice === undefined, `the code ${twice} is registered twice`);
  }
  return { charts, postings };
}
