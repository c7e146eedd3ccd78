import { CONTROL_SOURCES } from '../control-source/control-source.registry.js';
import { FUND_SOURCES } from '../fund-source/fund-source.registry.js';
import { GRANT_SOURCES } from '../grant-source/grant-source.registry.js';
import { ACCESS } from '../question/access.js';
import { APPROVALS } from '../question/approvals.js';
import { COMPANY_STANDING } from '../question/company-standing.js';
import { DUPLICATES } from '../question/duplicates.js';
import { PERFORMANCE } from '../question/performance.js';
import { RECIPIENTS } from '../question/recipients.js';
import { RECOGNITION } from '../question/recognition.js';
import { RELATED_PARTIES } from '../question/related-parties.js';
import { RULE_CHANGES } from '../question/rule-changes.js';
import { THEN_AND_NOW } from '../question/then-and-now.js';
import { UNUSED } from '../question/unused.js';
import { YEAR_END } from '../question/year-end.js';
import { VOUCHER_SOURCES } from '../voucher-source/voucher-source.registry.js';
import { notFound } from '#libs/errors';
import type { PackCode, PackDefinition, PackSource, PackSources } from './pack.js';

/** The twelve recurring requests in their order. */
export const PACKS: readonly PackDefinition[] = [
  RECIPIENTS,
  DUPLICATES,
  RECOGNITION,
  THEN_AND_NOW,
  YEAR_END,
  APPROVALS,
  COMPANY_STANDING,
  UNUSED,
  RELATED_PARTIES,
  PERFORMANCE,
  RULE_CHANGES,
  ACCESS,
];

/** Every instrument that has something to say. A new one is a line here; no pack changes. */
export const SOURCES: readonly PackSources[] = [FUND_SOURCES, VOUCHER_SOURCES, GRANT_SOURCES, CONTROL_SOURCES];

export function sourcesOf(code: PackCode, list: string): PackSource[] {
  return SOURCES.flatMap((sources) => sources[`${code}/${list}`] ?? []);
}

export function getPack(code: string): PackDefinition {
  const pack = PACKS.find((each) => each.code === code);
  if (pack === undefined) throw notFound({ ko: '감사 자료', en: 'audit pack' }, code);
  return pack;
}
