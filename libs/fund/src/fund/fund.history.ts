import { definePosting, type PostingRule } from '#libs/journal';

/**
 * The twin of a posting rule for the past as an import tells it: same lines, but it may leave a floor broken, because
 * what happened can be recorded or hidden, not refused. The database takes it from imports only, and never from the
 * future; the breach stays visible as the floor that history left.
 */
export function fromHistory(rule: PostingRule): PostingRule {
  return definePosting({
    ...rule,
    code: `${rule.code}-in-history`,
    name: { ko: `${rule.name.ko} (과거 기록)`, en: `${rule.name.en} (history)` },
    when: { ko: `${rule.when.ko} 이미 일어난 일을 대장에서 가져온 경우.`, en: `${rule.when.en} As an imported register tells it.` },
    mayBreach: rule.charts.filter((chart) => chart.floor !== null),
    by: ['fund-register.import'],
    history: true,
  });
}
