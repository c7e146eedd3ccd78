import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { classInWords, groupsOfClass } from '../mandate/class-words.rules.js';
import { DIMENSIONS } from '../mandate/dimension.data.js';
import type { DealClass, MandateRule } from '../mandate/mandate.js';
import { PUBLISHED_MANDATES } from '../mandate/published.data.js';
import type { DecidedMandateDto, MandateRuleDto, ShownConditionGroupDto, StoredRuleDto } from './mandate-rule.dto.js';
import type { DecidedMandate } from './mandate-rule.service.js';
import type { DimensionDto, PublishedMandateDto } from './published.dto.js';
import type { StoredRule } from './stored-rule.js';

/** A rule as every answer shows it, with the class of deals that count in words. */
export function shownRule(rule: MandateRule): MandateRuleDto {
  const { test } = rule;
  return {
    id: rule.id,
    level: rule.level,
    keyId: rule.key,
    name: { ...rule.name },
    countsInWords: { ...classInWords(rule.counts) },
    counts: shownGroups(rule.counts),
    denominator: rule.denominator,
    fixedBaseWon: rule.fixedBaseWon?.toString() ?? null,
    stakePartnerId: rule.stakePartnerId,
    ratioBasisPoints: rule.ratioBasisPoints,
    measure: rule.measure,
    test: test.kind,
    deadlineOn: test.kind === 'BY_DEADLINE' ? test.deadlineOn : null,
    milestones: test.kind === 'MILESTONES' ? test.milestones.map((each) => ({ ...each })) : [],
    startsOn: rule.startsOn,
    graceDays: rule.graceDays,
    cureDays: rule.cureDays,
    clause: rule.clause,
    source: rule.source,
    version: rule.version,
  };
}

export function shownStoredRule(rule: StoredRule): StoredRuleDto {
  return { ...shownRule(rule), number: rule.number, effectiveFrom: rule.effectiveFrom, endedOn: rule.endedOn, penalty: rule.penalty, knownAt: rule.knownAt };
}

export function viewDecided({ result, verdicts, dryRun }: CommandOutcome<DecidedMandate>): DecidedMandateDto {
  return {
    ruleId: result.ruleId,
    number: result.number,
    dryRun,
    requiredWon: result.requiredWon?.toString() ?? null,
    countedWon: result.countedWon?.toString() ?? null,
    before: result.before === null ? null : { requiredWon: result.before.requiredWon?.toString() ?? null, countedWon: result.before.countedWon?.toString() ?? null },
    verdicts: verdicts.map(shownVerdict),
    postings: result.postings.map(shownEntry),
  };
}

export const shownDimensions = (): DimensionDto[] =>
  DIMENSIONS.map(({ code, name, values }) => ({ code, name: { ...name }, values: values?.map((value) => ({ code: value.code, name: { ...value.name } })) ?? null }));

export const shownPublished = (): PublishedMandateDto[] =>
  PUBLISHED_MANDATES.map((mandate) => ({
    ...mandate,
    name: { ...mandate.name },
    rules: mandate.rules.map(({ name, ratioBasisPoints, denominator, counts, forEachStake }) => ({
      name: { ...name },
      ratioBasisPoints,
      denominator,
      counts: shownGroups(counts) ?? [],
      countsInWords: { ...classInWords(counts) },
      forEachStake,
    })),
  }));

function shownGroups(counts: DealClass): ShownConditionGroupDto[] | null {
  return groupsOfClass(counts)?.map((conditions) => ({ conditions: conditions.map((each) => ({ ...each, values: [...each.values] })) })) ?? null;
}
